import { charsetNamed, charsets, type Charset } from '#sources/charset.ts';
import { csvOptionsOf, type CsvOptions } from '#sources/csv/csvOptions.ts';
import { isZone } from '#time/zone.ts';

/** What a request's query says of how its body is read. */
export interface BodyQuery {
	format: string | null;
	queue: string | null;
	source: string | null;
	zone: string | null;
	fields: string[] | null;
	csv: CsvOptions | null;
	/** Null: as the first bytes look. */
	charset: Charset | null;
}

/** Reads the query; or says which parameter is wrong, in one sentence. */
export function readBodyQuery(
	query: URLSearchParams,
	contentType: string | null
): BodyQuery | { problem: { field: string; message: string } } {
	const refused = (field: string, message: string) => ({ problem: { field, message } });
	const zone = query.get('zone');
	if (zone !== null && !isZone(zone))
		return refused('zone', 'zone must be an IANA time zone, such as Asia/Shanghai.');
	const csv = csvOptionsOf(query);
	if ('problem' in csv) return csv;
	const encoding = query.get('encoding');
	const named = encoding === null ? charsetOfType(contentType) : charsetNamed(encoding);
	if (encoding !== null && encoding !== 'auto' && named === null)
		return refused('encoding', `encoding must be auto or one of ${charsets.join(', ')}.`);
	// Where nobody says otherwise records are UTF-8, and one that is not is refused. Tables from elsewhere may be anything.
	const isOpen = encoding === 'auto' || csv.options !== null;
	return {
		format: query.get('format'),
		queue: query.get('queue'),
		source: query.get('source'),
		zone,
		fields: query.get('fields')?.split(',') ?? null,
		csv: csv.options,
		charset: named ?? (isOpen ? null : 'utf-8')
	};
}

/** `text/csv; charset=gb18030` (RFC 7111). */
function charsetOfType(contentType: string | null): Charset | null {
	const [, name] = /;\s*charset="?([^";\s]+)/i.exec(contentType ?? '') ?? [];
	return name === undefined ? null : charsetNamed(name);
}
