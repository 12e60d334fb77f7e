import { bytes, ofKind, type BodyCase } from './body.ts';
import type { Refused } from './record.ts';

const header = 'id,enqueued_at,ended_at,agent';
let made = 0;
const row = () => `csv-${++made},2026-03-02T09:15:00+08:00,2026-03-02T09:16:00+08:00,`;

const headers: [string, string | Uint8Array<ArrayBuffer>, RegExp][] = [
	['nothing', '', /no header row/],
	['empty lines', '\n\r\n\n', /no header row/],
	['no header', `${row()}\n${row()}\n`, /no column id/],
	['no column id', `queue,enqueued_at\na,2026-03-02T09:15:00Z\n`, /no column id\./],
	['no column enqueued_at', `id,queue\na,b\n`, /no column enqueued_at\./],
	['a column twice', `id,enqueued_at,ID\na,b,c\n`, /column id twice/],
	['semicolons instead of commas', `${header}\n${row()}\n`.replaceAll(',', ';'), /no column id.*commas/s],
	['tabs', `${header}\n${row()}\n`.replaceAll(',', '\t'), /no column id.*commas/s],
	['lines ended by carriage returns alone', `${header}\r${row()}\r`, /carriage returns alone/],
	['a quote in the header that nobody closes', `id,"enqueued_at\n${row()}\n`, /a quote is opened/],
	['UTF-16', bytes([0xff, 0xfe], [...Buffer.from(`${header}\n`, 'utf16le')]), /no column id/],
	['JSON', '{"id":"a"}', /no column id/],
	['names in camelCase', `id,enqueuedAt\na,b\n`, /no column enqueued_at/],
	['a header of 17 KiB', `${header},${'x'.repeat(17_000)}\n${row()}\n`, /longer than 16 KiB/]
];

const cells: [string, string | number[], Refused[]][] = [
	['a cell too few', 'bad,2026-03-02T09:15:00Z', [[3, null, 'wrong_number_of_cells']]],
	['a cell too many', `${row()},`, [[3, null, 'wrong_number_of_cells']]],
	['a comma in a cell without quotes', `${row()}Li, Na`, [[3, null, 'wrong_number_of_cells']]],
	['another delimiter', row().replaceAll(',', ';'), [[3, null, 'wrong_number_of_cells']]],
	['a quote that nobody closes', 'bad,"2026-03-02T09:15:00Z,,', [[3, null, 'open_quote']]],
	['a row of 17 KiB', `bad,2026-03-02T09:15:00Z,,${'x'.repeat(17_000)}`, [[3, null, 'record_too_large']]],
	['Latin-1', [...Buffer.from(`${row()}Müller`, 'latin1')], [[3, null, 'not_utf8']]],
	['no id', ',2026-03-02T09:15:00Z,,', [[3, 'id', 'required']]],
	['no time', 'bad,,,', [[3, 'enqueued_at', 'required']]],
	['a local time', 'bad,2026-03-02 09:15:00,,', [[3, 'enqueued_at', 'no_offset']]],
	['a time of a spreadsheet', 'bad,46083.385,,', [[3, 'enqueued_at', 'not_an_instant']]],
	['NUL', [...Buffer.from('bad,2026-03-02T09:15:00Z,,a\0b')], [[3, 'agent', 'bad_character']]],
	[
		'an end before the start',
		'bad,2026-03-02T09:15:00Z,2026-03-02T09:14:00Z,',
		[[3, 'ended_at', 'ends_before_it_starts']]
	],
	[
		'a mistake behind a cell of three lines',
		`${row()}"a\nb\nc"\nbad,soon,,`,
		[[6, 'enqueued_at', 'not_an_instant']]
	]
];

const numbers: [string, string, string, string][] = [
	['talk_seconds', '1.5', 'not_a_whole_number', 'a fraction'],
	['talk_seconds', '00:01:12', 'not_a_whole_number', 'a clock'],
	['talk_seconds', '1e3', 'not_a_whole_number', 'an exponent'],
	['talk_seconds', '"1,200"', 'not_a_whole_number', 'thousands'],
	['talk_seconds', '-3', 'out_of_range', 'less than nothing'],
	['priority', 'high', 'not_a_whole_number', 'a word'],
	['revision', '9999999999999999', 'out_of_range', 'too much'],
	['deleted', 'yes', 'not_a_boolean', 'a word'],
	['outcome', 'gone', 'unknown_outcome', 'none that we know']
];

const mapped = (date: string, duration: string) =>
	`Call;Begin;Wait\nbad;${date};${duration}\ntable-${++made};02.03.2026 09:15;0:10\n`;
const table = 'format=csv&map=id:Call&map=enqueued_at:Begin&map=wait_seconds:Wait&zone=Asia/Shanghai';

/** Any table, by a mapping of its columns. */
export const tableBodies: BodyCase[] = ofKind('table', 'text/csv', [
	{
		mistake: 'a day that could be a month',
		body: mapped('03/02/2026 09:15', '0:10').replace('02.03.2026', '04/02/2026'),
		query: table,
		status: 422,
		refused: [
			[2, 'Begin', 'ambiguous_date'],
			[3, 'Begin', 'ambiguous_date']
		],
		stored: 0
	},
	{
		mistake: 'a wait that is no duration',
		body: mapped('02.03.2026 09:14', 'long'),
		query: table,
		status: 200,
		refused: [[2, 'Wait', 'not_a_duration']],
		stored: 1
	}
]);

/** CSV: a header that cannot be used, and rows that cannot. */
export const csvBodies: BodyCase[] = ofKind('CSV', 'text/csv', [
	...headers.map(([mistake, body, says]): BodyCase => ({ mistake, body, says, status: 400, stored: 0 })),
	...cells.map(([mistake, bad, refused]): BodyCase => {
		const extra = mistake.startsWith('a mistake behind') ? 1 : 0;
		return {
			mistake,
			body: bytes(`${header}\n${row()}\n`, bad, `\n${row()}\n`),
			status: 200,
			refused,
			stored: 2 + extra
		};
	}),
	...numbers.map(([field, value, code, kind]): BodyCase => ({
		mistake: `${field}: ${kind}`,
		body: `id,enqueued_at,${field}\nbad,2026-03-02T09:15:00Z,${value}\ncsv-${++made},2026-03-02T01:15:00Z,\n`,
		status: 200,
		refused: [[2, field, code]],
		stored: 1
	}))
]);

/** What only looks wrong. */
export const csvOddities: BodyCase[] = ofKind('CSV', 'text/csv', [
	{ mistake: 'a header alone', body: header, status: 200, stored: 0 },
	{
		mistake: 'a byte order mark, lines of Windows, names in capitals, columns that nobody knows',
		body: bytes([0xef, 0xbb, 0xbf], `ID, Enqueued_At ,note\r\nodd-1,2026-03-02T01:15:00Z,"a ""b"", c"\r\n`),
		status: 200,
		stored: 1
	}
]);
