import { readRejects } from '#records/readRejects.server.ts';
import { csvTable } from '#views/api/csvText.ts';
import { fileInParts } from '#views/api/fileInParts.ts';
import { product } from '#work/product.server.ts';
import { filterOf, rejectsAddress } from './rejectsAddress.ts';

/** All rejects of the address's choice, in the order in which they came: as a table, or what was sent, one after the other. */
export function rejectsDownload(query: URLSearchParams, as: 'csv' | 'txt'): Response {
	const { database, settings } = product();
	const pages = readRejects(database, filterOf(rejectsAddress(query), settings.zone));
	return as === 'csv'
		? fileInParts(asCsv(pages), 'not-read.csv', 'text/csv')
		: fileInParts(asText(pages), 'not-read.txt', 'text/plain');
}

type Pages = ReturnType<typeof readRejects>;

async function* asCsv(pages: Pages): AsyncGenerator<string> {
	// A spreadsheet takes the text for UTF-8 only with its mark before it.
	yield `\ufeff${columns.join(',')}\r\n`;
	for await (const rows of pages)
		yield rowsAsCsv(
			rows.map((row) => [
				row.receivedAt.toISOString(),
				...[row.source, row.format, row.line, row.recordId, row.field, row.code, row.message, row.text]
			])
		);
}

const columns = ['received_at', 'source', 'format', 'line', 'id', 'field', 'code', 'message', 'text'];

function rowsAsCsv(rows: unknown[][]): string {
	const text = csvTable(columns, rows);
	return text.slice(text.indexOf('\r\n') + 2);
}

async function* asText(pages: Pages): AsyncGenerator<string> {
	for await (const rows of pages) yield rows.map(({ text }) => `${text}\n`).join('');
}
