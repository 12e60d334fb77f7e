import { durationShapes, type DurationShape } from './csvDuration.ts';
import { wordKey, wordMeanings, type WordMeaning } from './csvOutcome.ts';
import type { DateOrder } from './csvTime.ts';

/** What a column can be, beside the fields of a call record: durations and a date of its own, for exports that have those. */
export const csvFields = [
	'id',
	'queue',
	'date',
	'enqueued_at',
	'answered_at',
	'ended_at',
	'wait_seconds',
	'talk_seconds',
	'hold_seconds',
	'wrap_seconds',
	'total_seconds',
	'outcome',
	'agent',
	'caller',
	'topic',
	'channel',
	'priority'
] as const;
export type CsvField = (typeof csvFields)[number];

export const delimiters = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const;
export type DelimiterName = keyof typeof delimiters;

/** How a table is read; null: as it looks. */
export interface CsvOptions {
	/**
	 * Which columns each field is in, by their names or as `#3`, several joined by a space; `auto`: told by their names;
	 * null: they are named as the fields.
	 */
	map: ReadonlyMap<CsvField, string[]> | 'auto' | null;
	delimiter: DelimiterName | null;
	/** The line of the header row; 0: there is none. */
	header: number | null;
	dates: DateOrder | null;
	durations: DurationShape;
	/** Words of the sender's own, by `wordKey`. */
	outcomes: ReadonlyMap<string, WordMeaning>;
	/** Rows with the same id are one call. */
	isGrouped: boolean;
	/** Only rows with one of these texts in this column are read. */
	only: { column: string; values: ReadonlySet<string> } | null;
}

/** A table of which nothing is known. */
export const anyTable: CsvOptions = {
	map: 'auto',
	delimiter: null,
	header: null,
	dates: null,
	durations: 'seconds',
	outcomes: new Map(),
	isGrouped: false,
	only: null
};

/** The parameters that say how a table is read. */
export const csvParameterNames = [
	'map',
	'delimiter',
	'header',
	'dates',
	'durations',
	'outcome',
	'group',
	'only'
] as const;

/** The options in a query, null where it has none; else what is wrong with it. */
export function csvOptionsOf(
	query: URLSearchParams
): { options: CsvOptions | null } | { problem: { field: string; message: string } } {
	if (!csvParameterNames.some((name) => query.has(name))) return { options: null };
	const refused = (field: string, message: string) => ({ problem: { field, message } });
	const map = readMap(query.getAll('map'));
	if (typeof map === 'string' && map !== 'auto') return refused('map', map);
	const sign = query.get('delimiter');
	const delimiter = delimiterNames.find((name) => name === sign || delimiters[name] === sign) ?? null;
	if (sign !== null && delimiter === null)
		return refused('delimiter', `delimiter must be one of ${delimiterNames.join(', ')}.`);
	const header = query.get('header');
	if (header !== null && !/^(none|[1-9]\d{0,2})$/.test(header))
		return refused('header', 'header must be the line of the header row, or none.');
	const dates = query.get('dates');
	const order = (['ymd', 'dmy', 'mdy'] as const).find((one) => one === dates) ?? null;
	if (dates !== null && order === null) return refused('dates', 'dates must be ymd, dmy or mdy.');
	const durations = query.get('durations') ?? 'seconds';
	const shape = durationShapes.find((one) => one === durations);
	if (!shape) return refused('durations', `durations must be one of ${durationShapes.join(', ')}.`);
	const outcomes = readOutcomes(query.getAll('outcome'));
	if (outcomes === null)
		return refused('outcome', `outcome must be WORD:MEANING, with one of ${wordMeanings.join(', ')}.`);
	const group = query.get('group');
	if (group !== null && group !== 'true' && group !== 'false')
		return refused('group', 'group must be true or false.');
	const only = readOnly(query.getAll('only'));
	if (only === undefined) return refused('only', 'only must be COLUMN:TEXT, of one column.');
	return {
		options: {
			map,
			delimiter,
			header: header === null ? null : header === 'none' ? 0 : Number(header),
			dates: order,
			durations: shape,
			outcomes,
			isGrouped: group === 'true',
			only
		}
	};
}

const delimiterNames = Object.keys(delimiters).filter((name): name is DelimiterName =>
	Object.hasOwn(delimiters, name)
);

/** A sentence where it cannot be read. */
function readMap(pairs: string[]): CsvOptions['map'] | string {
	if (pairs.length === 0) return null;
	if (pairs.length === 1 && pairs[0] === 'auto') return 'auto';
	const map = new Map<CsvField, string[]>();
	for (const pair of pairs) {
		const colon = pair.indexOf(':');
		const field = csvFields.find((one) => one === pair.slice(0, colon).trim());
		const column = pair.slice(colon + 1).trim();
		if (colon === -1 || !field || column === '')
			return `map must be FIELD:COLUMN, with one of the fields ${csvFields.join(', ')}; or auto.`;
		map.set(field, [...(map.get(field) ?? []), column]);
	}
	return map;
}

/** The colon is the last one: a word may hold some. */
function readOutcomes(pairs: string[]): Map<string, WordMeaning> | null {
	const outcomes = new Map<string, WordMeaning>();
	for (const pair of pairs) {
		const colon = pair.lastIndexOf(':');
		const meaning = wordMeanings.find((one) => one === pair.slice(colon + 1).trim());
		if (colon === -1 || !meaning) return null;
		outcomes.set(wordKey(pair.slice(0, colon)), meaning);
	}
	return outcomes;
}

function readOnly(pairs: string[]): CsvOptions['only'] | undefined {
	if (pairs.length === 0) return null;
	const split = pairs.map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]);
	const [[column = ''] = []] = split;
	const isOfOne = split.every(([name]) => name === column);
	if (column.trim() === '' || !isOfOne) return undefined;
	return { column: column.trim(), values: new Set(split.map(([, value = '']) => wordKey(value))) };
}
