import { readRejects } from '#records/readRejects.server.ts';
import { csvText } from '#views/api/csvText.ts';
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
	let before = '\ufeff';
	for await (const rows of pages) {
		const text = csvText(
			rows.map((row) => ({
				received_at: row.receivedAt.toISOString(),
				source: row.source,
				format: row.format,
				line: row.line,
				id: row.recordId,
				field: row.field,
				code: row.code,
				message: row.message,
				text: row.text
			}))
		);
		// Only the first page needs its header.
		yield before === '' ? text.slice(text.indexOf('\r\n') + 2) : before + text;
		before = '';
	}
}

async function* asText(pages: Pages): AsyncGenerator<string> {
	for await (const rows of pages) yield rows.map(({ text }) => `${text}\n`).join('');
}
