import { bytes, ofKind, type BodyCase } from './body.ts';
import { base, good } from './record.ts';

const one = () => JSON.stringify(good());
const calls = (...records: string[]) => `{"calls":[${records.join(',')}]}`;
const noJson = /^The body is not JSON: .*\.$/s;
const noRecords = /^The body must be a call record, an array of them, or/;

const unreadable: [string, string | Uint8Array<ArrayBuffer>, RegExp][] = [
	['nothing', '', noJson],
	['white space', ' \r\n\t ', noJson],
	['cut off in a record', calls(one(), one()).slice(0, -40), noJson],
	['cut off in a text', '{"id":"a', noJson],
	['a comma too many', `[${one()},]`, noJson],
	['a comma too many in a record', '{"id":"a",}', noJson],
	['a comma missing, with where', `[${one()}\n${one()}]`, /line 2, column 1/],
	['two documents', `${one()}${one()}`, noJson],
	['NaN', '{"id":"a","priority":NaN}', noJson],
	['Infinity', '{"id":"a","priority":-Infinity}', noJson],
	['undefined', '{"id":undefined}', noJson],
	['names without quotes', '{id:"a"}', noJson],
	['single quotes', "{'id':'a'}", noJson],
	['a comment', '{"id":"a" /* first */}', noJson],
	['a number with a zero before', '{"id":"a","priority":007}', noJson],
	['a hexadecimal number', '{"id":"a","priority":0x10}', noJson],
	['a line end in a text', '{"id":"a\nb"}', noJson],
	['NUL in a text', bytes('{"id":"a', [0], 'b"}'), noJson],
	['NUL alone', bytes([0]), noJson],
	['an escape that is none', String.raw`{"id":"\x41"}`, noJson],
	['half an escape', String.raw`{"id":"\u12"}`, noJson],
	['UTF-16 with its mark', bytes([0xff, 0xfe], [...Buffer.from(one(), 'utf16le')]), noJson],
	['UTF-16 without its mark', bytes([...Buffer.from(one(), 'utf16le')]), noJson],
	['100,000 brackets that nobody closes', '['.repeat(100_000), noJson],
	['100,000 objects in one another, cut off', '{"a":'.repeat(100_000), noJson],
	['a form', 'id=a&queue=wallet', noJson],
	['a page', '<!doctype html><p>Sign in', noJson],
	['a picture', bytes([0x89], 'PNG', [13, 10, 26, 10, 0, 0, 0, 13]), noJson],
	['NDJSON', `${one()}\n${one()}\n`, noJson],
	['a number', '17', noRecords],
	['a text', '"call"', noRecords],
	['null', 'null', noRecords],
	['true', 'true', noRecords],
	['calls: null', '{"calls":null}', /"calls" must be an array/],
	['calls: an object', `{"calls":{"0":${one()}}}`, /"calls" must be an array/],
	['calls: a text', '{"calls":"all"}', /"calls" must be an array/]
];

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** JSON that cannot be read at all, or where the mistake is not in what a field says. */
export const jsonBodies: BodyCase[] = ofKind('JSON', 'application/json', [
	...unreadable.map(([mistake, body, says]): BodyCase => ({ mistake, body, status: 400, says, stored: 0 })),
	{ mistake: 'no record in calls', body: '{"calls":[]}', status: 200, stored: 0 },
	{ mistake: 'an empty array', body: '[]', status: 200, stored: 0 },
	{
		mistake: 'one bad record alone',
		body: JSON.stringify({ ...base, enqueued_at: 'now' }),
		status: 422,
		refused: [[1, 'enqueued_at', 'not_an_instant']],
		stored: 0
	},
	{
		mistake: 'arrays in an array',
		body: `[${one()},[${one()}],${one()}]`,
		status: 200,
		refused: [[2, null, 'not_an_object']],
		stored: 2
	},
	{
		mistake: 'calls in calls',
		body: calls(one(), calls(one())),
		status: 200,
		refused: [[2, 'id', 'required']],
		stored: 1
	},
	{
		mistake: 'a number beyond all numbers',
		body: calls(one(), '{"id":"bad","enqueued_at":"2026-03-02T01:15:00Z","priority":1e999}', one()),
		status: 200,
		refused: [[2, 'priority', 'not_a_whole_number']],
		stored: 2
	},
	{
		mistake: 'a number of 5,000 digits',
		body: calls(one(), `{"id":"bad","enqueued_at":"2026-03-02T01:15:00Z","revision":${'9'.repeat(5000)}}`),
		status: 200,
		refused: [[2, 'revision', 'not_a_whole_number']],
		stored: 1
	},
	{
		mistake: '100,000 arrays in one another, in a field that nobody knows',
		body: calls(one(), `{"id":"bad","enqueued_at":"2026-03-02T01:15:00Z","x":${nested(100_000)}}`, one()),
		status: 200,
		refused: [[2, null, 'record_too_large']],
		stored: 2
	},
	{
		mistake: '1,000 arrays in one another, in a field that has to be a text',
		body: calls(one(), `{"id":"bad","enqueued_at":"2026-03-02T01:15:00Z","topic":${nested(1_000)}}`, one()),
		status: 200,
		refused: [[2, 'topic', 'not_a_string']],
		stored: 2
	},
	{
		mistake: '100,000 arrays in one another, instead of a record',
		body: `[${one()},${nested(100_000)}]`,
		status: 200,
		refused: [[2, null, 'record_too_large']],
		stored: 1
	},
	{
		mistake: 'a text that is no UTF-8',
		body: bytes(`[${one()},{"id":"M`, [0xfc], `ller","enqueued_at":"2026-03-02T01:15:00Z"},${one()}]`),
		status: 200,
		refused: [[2, null, 'not_utf8']],
		stored: 2
	},
	{
		mistake: 'UTF-8 that is cut off within a letter',
		body: bytes(`[${one()},{"id":"`, [0xe6, 0x94], `","enqueued_at":"2026-03-02T01:15:00Z"}]`),
		status: 200,
		refused: [[2, null, 'not_utf8']],
		stored: 1
	},
	{
		mistake: 'more than a JSON body may hold',
		body: `[${one()},${' '.repeat(8 * 1024 * 1024)}${one()}]`,
		status: 413,
		says: /at most 8388608 bytes/,
		stored: 0
	},
	{
		mistake: '150 bad records: a hundred come back, all are counted',
		body: JSON.stringify([...Array.from({ length: 150 }, () => 0), good()]),
		status: 200,
		refused: Array.from({ length: 100 }, (_, i) => [i + 1, null, 'not_an_object']),
		stored: 1
	}
]);

/** What only looks wrong: it is taken as it stands. */
export const jsonOddities: BodyCase[] = ofKind('JSON', 'application/json', [
	{ mistake: 'a byte order mark', body: bytes([0xef, 0xbb, 0xbf], one()), status: 200, stored: 1 },
	{
		mistake: 'a name twice: the last one counts',
		body: one().replace('{', '{"id":"first","enqueued_at":17,'),
		status: 200,
		stored: 1
	},
	{
		mistake: 'fields that nobody knows, even those of every object',
		body: one().replace('{', '{"__proto__":{"queue":7},"constructor":1,"toString":null,"x":{"y":[]},'),
		status: 200,
		stored: 1
	},
	{
		mistake: 'a Content-Type in capitals with a character set',
		body: one(),
		type: 'Application/JSON; charset=utf-8',
		status: 200,
		stored: 1
	},
	{ mistake: 'a leap second', body: one().replace('01:18:02', '23:59:60'), status: 200, stored: 1 },
	{
		mistake: 'a queue called all, which in addresses means every queue',
		body: JSON.stringify([{ ...good(), queue: 'all' }, good()]),
		status: 200,
		stored: 1
	}
]);
