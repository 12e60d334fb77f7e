import { csvFields, type CsvField } from '#sources/csv/csvOptions.ts';

/** Fields of the form that are parameters of the API as they stand. */
const plain = [
	'format',
	'queue',
	'zone',
	'source',
	'fields',
	'encoding',
	'delimiter',
	'header',
	'dates',
	'durations'
];

export const mapName = (field: CsvField) => `map:${field}`;
export const wordName = (word: string) => `word:${word}`;

/**
 * The query that `POST /api/v1/calls` would take for what the form says. A table whose columns nobody has chosen yet is
 * read by their names.
 */
export function importQuery(form: URLSearchParams): URLSearchParams {
	const query = new URLSearchParams();
	for (const name of plain) {
		const value = form.get(name)?.trim() ?? '';
		if (value !== '' && !(name === 'format' && value === 'auto')) query.set(name, value);
	}
	if (form.get('group') === 'true') query.set('group', 'true');
	const onlyColumn = form.get('only_column') ?? '';
	const onlyText = form.get('only_text')?.trim() ?? '';
	if (onlyColumn !== '' && onlyText !== '')
		for (const text of onlyText.split(/[,，、]/)) query.append('only', `${onlyColumn}:${text.trim()}`);
	const isMapped = csvFields.some((field) => form.has(mapName(field)));
	if (!isMapped) query.append('map', 'auto');
	for (const field of csvFields) {
		const column = form.get(mapName(field)) ?? '';
		if (column !== '') query.append('map', `${field}:${column}`);
	}
	// Without any column it is still a table with names of its own.
	if (!query.has('map')) query.set('group', query.get('group') ?? 'false');
	for (const [name, meaning] of form)
		if (name.startsWith('word:') && meaning !== '') query.append('outcome', `${name.slice(5)}:${meaning}`);
	return query;
}

/** What of a query goes with a table's columns, to be used again for the same ones; the rest each file tells by itself. */
export function layoutQuery(query: URLSearchParams): string {
	const kept = new URLSearchParams(query);
	for (const name of ['format', 'encoding', 'delimiter', 'header']) kept.delete(name);
	return kept.toString();
}
