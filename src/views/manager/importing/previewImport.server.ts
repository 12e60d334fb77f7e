import { gunzipSync, constants } from 'node:zlib';
import { readBodyQuery, type BodyQuery } from '#ingest/bodyQuery.ts';
import { previewBody, type BodyPreview } from '#ingest/previewBody.ts';
import { charsetBytes, guessCharset, type Charset } from '#sources/charset.ts';
import { guessChars, guessLayout, type CsvLayout } from '#sources/csv/csvGuess.ts';
import type { CsvOptions } from '#sources/csv/csvOptions.ts';
import { guessFormat } from '#sources/guessFormat.ts';

export interface ImportPreview extends BodyPreview {
	/** The query as it stands, with what was told by the text. */
	query: URLSearchParams;
	format: string;
	charset: Charset;
	zone: string;
	/** Of a table: how it is read. */
	table: { layout: CsvLayout; options: CsvOptions } | null;
	/** All of the file was looked at. */
	isWhole: boolean;
}

interface Limits {
	zone: string;
	now: number;
	oldestAt: number | null;
}

/** Looks at a file's beginning as it would be read. A sentence in English where the query, or the file, cannot be taken. */
export function previewImport(
	file: { beginning: Buffer; isWhole: boolean },
	asked: URLSearchParams,
	{ zone, ...limits }: Limits
): ImportPreview | { problem: string; field: string | null } {
	const plain = unzipped(file);
	if (plain === null) return { problem: 'The file is not whole gzip.', field: null };
	const { bytes, isWhole } = plain;
	const query = new URLSearchParams(asked);
	const named = readBodyQuery(query, null);
	if ('problem' in named) return { problem: named.problem.message, field: named.problem.field };
	const charset = named.charset ?? guessCharset(bytes.subarray(0, charsetBytes));
	const text = new TextDecoder(charset).decode(bytes, { stream: !isWhole });
	const format = named.format ?? guessFormat(text) ?? 'csv';
	query.set('format', format);
	const said: BodyQuery & { format: string; zone: string } = {
		...named,
		format,
		zone: named.zone ?? zone,
		csv: format === 'csv' ? named.csv : null
	};
	const table = said.csv === null ? null : pinned(text, said.csv, query);
	const preview = previewBody(text, said, { ...limits, isWhole });
	return { ...preview, query, format, charset, zone: said.zone, table, isWhole };
}

/** Writes down how the table is read, so that nobody has to tell it from the text again. */
function pinned(text: string, options: CsvOptions, query: URLSearchParams) {
	const layout = guessLayout(text.slice(0, guessChars), options);
	if (options.map === 'auto') {
		query.delete('map');
		for (const [field, places] of layout.places)
			for (const place of places) query.append('map', `${field}:#${place + 1}`);
		if (!query.has('map')) query.append('map', 'auto');
	}
	if (layout.dates !== null) query.set('dates', layout.dates);
	return { layout, options };
}

const mostUnzipped = 16 * 1024 * 1024;

/** The bytes, decompressed where they are gzip; null where that cannot be done. */
export function unzipped({
	beginning,
	isWhole
}: {
	beginning: Buffer;
	isWhole: boolean;
}): { bytes: Buffer; isWhole: boolean } | null {
	if (beginning[0] !== 0x1f || beginning[1] !== 0x8b) return { bytes: beginning, isWhole };
	try {
		const finishFlush = isWhole ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
		const bytes = gunzipSync(beginning, { finishFlush, maxOutputLength: mostUnzipped });
		return { bytes, isWhole };
	} catch {
		return null;
	}
}
