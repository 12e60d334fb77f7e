import { base } from './record.ts';

/** One mistake in one record: what differs from a good one, and the field and code that tell it. */
export type FieldCase = [mistake: string, record: unknown, field: string | null, code: string];

const change = (field: string, value: unknown) => ({ ...base, [field]: value });

const wrongTexts: [string, unknown, string][] = [
	['a number', 17, 'not_a_string'],
	['true', true, 'not_a_string'],
	['an array', ['x'], 'not_a_string'],
	['an object', { name: 'x' }, 'not_a_string'],
	['an empty text', '', 'empty'],
	['300 characters', 'x'.repeat(300), 'too_long'],
	['NUL', 'a\0b', 'bad_character'],
	['half a surrogate pair', 'a\ud83d', 'bad_character'],
	['the other half', '\ude00a', 'bad_character']
];

const texts = ['id', 'source', 'queue', 'outcome', 'agent', 'topic', 'channel', 'caller'].flatMap((field) =>
	wrongTexts.map(([kind, value, code]): FieldCase => [`${field}: ${kind}`, change(field, value), field, code])
);

const wrongNumbers: [string, unknown, string][] = [
	['a text', '54', 'not_a_whole_number'],
	['true', true, 'not_a_whole_number'],
	['an array', [54], 'not_a_whole_number'],
	['an object', {}, 'not_a_whole_number'],
	['a fraction', 1.5, 'not_a_whole_number'],
	['far too much', 1e15 * 10, 'out_of_range'],
	['far too little', -1e15 * 10, 'out_of_range']
];

const numbers = ['priority', 'revision', 'talk_seconds', 'hold_seconds', 'wrap_seconds'].flatMap((field) =>
	wrongNumbers.map(([kind, value, code]): FieldCase => [
		`${field}: ${kind}`,
		change(field, value),
		field,
		code
	])
);

const wrongInstants: [string, unknown, string][] = [
	['a number of seconds', 1772414100, 'not_an_instant'],
	['true', true, 'not_an_instant'],
	['an array', ['2026-03-02T09:15:00Z'], 'not_an_instant'],
	['an object', {}, 'not_an_instant'],
	['an empty text', '', 'not_an_instant'],
	['words', 'yesterday at nine', 'not_an_instant'],
	['a date alone', '2026-03-02', 'not_an_instant'],
	['a time of a mail', 'Mon, 02 Mar 2026 09:15:00 +0800', 'not_an_instant'],
	['no offset', '2026-03-02T09:15:00', 'no_offset'],
	['no offset, with a space', '2026-03-02 09:15:00.250', 'no_offset'],
	['an offset without colon', '2026-03-02T09:15:00+0800', 'not_an_instant'],
	['an offset of a day', '2026-03-02T09:15:00+24:00', 'not_an_instant'],
	['the name of a zone', '2026-03-02T09:15:00[Asia/Shanghai]', 'not_an_instant'],
	['29 February of a common year', '2026-02-29T09:15:00Z', 'not_an_instant'],
	['31 April', '2025-04-31T09:15:00Z', 'not_an_instant'],
	['month 13', '2025-13-01T09:15:00Z', 'not_an_instant'],
	['day 0', '2026-03-00T09:15:00Z', 'not_an_instant'],
	['hour 24', '2026-03-01T24:00:00Z', 'not_an_instant'],
	['minute 60', '2026-03-01T09:60:00Z', 'not_an_instant'],
	['second 61', '2026-03-01T09:15:61Z', 'not_an_instant'],
	['a fraction without digits', '2026-03-01T09:15:00.Z', 'not_an_instant'],
	['digits of another script', '２０２６-03-01T09:15:00Z', 'not_an_instant'],
	['a year of five digits', '12026-03-01T09:15:00Z', 'not_an_instant'],
	['a year before 1970', '1969-12-31T23:59:59Z', 'out_of_range'],
	['the year 0', '0000-01-01T00:00:00Z', 'out_of_range'],
	['the year 70, which is not 1970', '0070-03-01T09:15:00Z', 'out_of_range'],
	['five minutes and a bit ahead', '2026-03-02T12:09:00Z', 'in_future'],
	['the year 9999', '9999-12-31T23:59:59Z', 'in_future']
];

const instants = ['enqueued_at', 'answered_at', 'ended_at'].flatMap((field) =>
	wrongInstants.map(([kind, value, code]): FieldCase => [
		`${field}: ${kind}`,
		change(field, value),
		field,
		code
	])
);

const answered = { answered_at: '2026-03-02T09:15:20+08:00', ended_at: '2026-03-02T09:18:02+08:00' };

const missing: FieldCase[] = [
	['no id', { ...base, id: undefined }, 'id', 'required'],
	['id null', { ...base, id: null }, 'id', 'required'],
	['a deletion without id', { deleted: true, queue: 'wallet' }, 'id', 'required'],
	['queue null', { ...base, queue: null }, 'queue', 'required'],
	['no enqueued_at', { ...base, enqueued_at: undefined }, 'enqueued_at', 'required'],
	['enqueued_at null', { ...base, enqueued_at: null }, 'enqueued_at', 'required'],
	['an empty object', {}, 'id', 'required'],
	[
		'names in camelCase',
		{ id: 'bad', queue: 'wallet', enqueuedAt: base.enqueued_at },
		'enqueued_at',
		'required'
	],
	['abandoned, yet no end', { ...base, outcome: 'abandoned' }, 'ended_at', 'required']
];

const times: FieldCase[] = [
	[
		'answered before it was enqueued',
		{ ...base, answered_at: '2026-03-02T09:14:59+08:00' },
		'answered_at',
		'answered_before_enqueued'
	],
	[
		'answered a millisecond too early',
		{ ...base, answered_at: '2026-03-02T01:14:59.999Z' },
		'answered_at',
		'answered_before_enqueued'
	],
	[
		'ended before it was enqueued',
		{ ...base, ended_at: '2026-03-02T09:14:59+08:00' },
		'ended_at',
		'ends_before_it_starts'
	],
	[
		'the same wall time of another offset, hours before',
		{ ...base, ended_at: '2026-03-02T09:15:00+12:00' },
		'ended_at',
		'ends_before_it_starts'
	],
	[
		'ended before it was answered',
		{ ...base, ...answered, ended_at: '2026-03-02T09:15:10+08:00' },
		'ended_at',
		'ends_before_it_is_answered'
	],
	[
		'answered after more than 14 days',
		{ ...base, enqueued_at: '2026-02-01T00:00:00Z', answered_at: '2026-02-15T00:00:01Z' },
		'answered_at',
		'too_long'
	],
	[
		'ended after more than 14 days',
		{ ...base, enqueued_at: '2026-02-01T00:00:00Z', ended_at: '2026-02-15T00:00:01Z' },
		'ended_at',
		'too_long'
	],
	['older than what is kept', { ...base, enqueued_at: '2016-03-01T00:00:00Z' }, 'enqueued_at', 'too_old']
];

const notAnswered = ['abandoned', 'overflowed', 'timed_out', 'callback', 'voicemail', 'rejected', 'lost'];

const outcomes: FieldCase[] = [
	...['gone', 'ANSWERED', 'waiting', 'deleted', 'null', 'timed out'].map((outcome): FieldCase => [
		`outcome: ${outcome}`,
		{ ...base, ...answered, outcome },
		'outcome',
		'unknown_outcome'
	]),
	...notAnswered.map((outcome): FieldCase => [
		`outcome: ${outcome}, yet it was answered`,
		{ ...base, ...answered, outcome },
		'outcome',
		'outcome_contradicts'
	]),
	[
		'outcome: answered, yet never',
		{ ...base, ended_at: answered.ended_at, outcome: 'answered' },
		'outcome',
		'outcome_contradicts'
	]
];

const flags = ['yes', 'true', 1, 0, [], {}].map((value): FieldCase => [
	`deleted: ${JSON.stringify(value)}`,
	change('deleted', value),
	'deleted',
	'not_a_boolean'
]);

const limits: FieldCase[] = [
	['id: 201 characters', change('id', 'x'.repeat(201)), 'id', 'too_long'],
	['source: 101 characters', change('source', 'x'.repeat(101)), 'source', 'too_long'],
	['priority: 2³¹', change('priority', 2 ** 31), 'priority', 'out_of_range'],
	['priority: −2³¹ − 1', change('priority', -(2 ** 31) - 1), 'priority', 'out_of_range'],
	['revision: 2⁵³', change('revision', 2 ** 53), 'revision', 'out_of_range'],
	['talk_seconds: −1', change('talk_seconds', -1), 'talk_seconds', 'out_of_range'],
	['hold_seconds: −1', change('hold_seconds', -1), 'hold_seconds', 'out_of_range'],
	[
		'wrap_seconds: a second more than 14 days',
		change('wrap_seconds', 1_209_601),
		'wrap_seconds',
		'out_of_range'
	],
	['a record of 17 KiB', change('note', 'x'.repeat(17_000)), null, 'record_too_large'],
	['a record of 16 KiB of Han', change('note', '支'.repeat(5_500)), null, 'record_too_large'],
	['U+FFFD, what is left of a broken text', change('agent', 'J\ufffdrg'), null, 'not_utf8']
];

const values = [null, 1, 'call', true, [], [base]].map((value): FieldCase => [
	`no record but ${JSON.stringify(value).slice(0, 20)}`,
	value,
	null,
	'not_an_object'
]);

/** Every kind of mistake that a single record can hold. */
export const fieldCases: FieldCase[] = [
	...texts,
	...numbers,
	...instants,
	...missing,
	...times,
	...outcomes,
	...flags,
	...limits,
	...values
];
