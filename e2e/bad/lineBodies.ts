import { bytes, ofKind, type BodyCase } from './body.ts';
import { base, good } from './record.ts';

const one = () => JSON.stringify(good());

/** Garbage between two good lines, and how it is told. */
const between: [string, string | number[], string][] = [
	['half a record', '{"id":"bad","enqu', 'not_json'],
	['words', 'Mar  2 09:15:00 pbx queue_log: restarted', 'not_json'],
	['a bracket', '[', 'not_json'],
	['a comma behind', `${JSON.stringify(base)},`, 'not_json'],
	['two records in one line', `${JSON.stringify(base)} ${JSON.stringify(base)}`, 'not_json'],
	['NUL', '\0', 'not_json'],
	['a carriage return between two', `${JSON.stringify(base)}\r${JSON.stringify(base)}`, 'not_json'],
	['a record of an event stream', `data: ${JSON.stringify(base)}`, 'not_json'],
	['a separator of JSON text sequences', `\u001e${JSON.stringify(base)}`, 'not_json'],
	['7,000 brackets', '['.repeat(7_000), 'not_json'],
	['an array', `[${JSON.stringify(base)}]`, 'not_an_object'],
	['a number', '17', 'not_an_object'],
	['null', 'null', 'not_an_object'],
	['Latin-1', [...Buffer.from('{"id":"Müller"}', 'latin1')], 'not_utf8'],
	['bytes of no text', [0xff, 0xfe, 0xc0, 0x80], 'not_utf8'],
	['a surrogate as bytes', [0xed, 0xa0, 0x80], 'not_utf8'],
	['a line of 17 KiB', JSON.stringify({ ...base, note: 'x'.repeat(17_000) }), 'record_too_large'],
	['a line of 2 MiB', 'x'.repeat(2 * 1024 * 1024), 'record_too_large']
];

/** NDJSON, where every line is read by itself. */
export const lineBodies: BodyCase[] = ofKind('NDJSON', 'application/x-ndjson', [
	...between.map(([mistake, line, code]): BodyCase => ({
		mistake,
		body: bytes(`${one()}\n`, line, `\n${one()}\n`),
		status: 200,
		refused: [[2, null, code]],
		stored: 2
	})),
	{
		mistake: 'half a line at the end',
		body: `${one()}\n${one()}\n{"id":"bad","enqueued_at":"2026-`,
		status: 200,
		refused: [[3, null, 'not_json']],
		stored: 2
	},
	{
		mistake: 'half a letter at the end',
		body: bytes(`${one()}\n{"id":"`, [0xe6, 0x94]),
		status: 200,
		refused: [[2, null, 'not_utf8']],
		stored: 1
	},
	{
		mistake: 'a line without end of 100 KiB',
		body: `${one()}\n${'x'.repeat(100_000)}`,
		status: 200,
		refused: [[2, null, 'record_too_large']],
		stored: 1
	},
	{
		mistake: 'a JSON document over several lines',
		body: JSON.stringify([base], null, 1),
		status: 422,
		refused: [
			[1, null, 'not_json'],
			[2, null, 'not_json'],
			[3, null, 'not_json'],
			[4, null, 'not_json'],
			[5, null, 'not_json'],
			[6, null, 'not_json'],
			[7, null, 'not_json']
		],
		stored: 0
	},
	{
		mistake: 'a wrong field in the third line, empty lines before',
		body: `\n\r\n${JSON.stringify({ ...base, enqueued_at: 'noon' })}\n${one()}`,
		status: 200,
		refused: [[3, 'enqueued_at', 'not_an_instant']],
		stored: 1
	},
	{
		mistake: 'UTF-16',
		body: bytes([...Buffer.from(`${one()}\n`, 'utf16le')]),
		status: 422,
		refused: [
			[1, null, 'not_json'],
			[2, null, 'not_json']
		],
		stored: 0
	}
]);

/** What only looks wrong. */
export const lineOddities: BodyCase[] = ofKind('NDJSON', 'application/x-ndjson', [
	{ mistake: 'nothing', body: '', status: 200, stored: 0 },
	{ mistake: 'a byte order mark', body: bytes([0xef, 0xbb, 0xbf], one()), status: 200, stored: 1 },
	{ mistake: 'lines of Windows, none at the end', body: `${one()}\r\n${one()}`, status: 200, stored: 2 },
	{
		mistake: 'a call that is in it twice',
		body: `${one()}\n`.repeat(2).replace(/good-\d+/g, 'twice'),
		status: 200,
		stored: 1
	}
]);
