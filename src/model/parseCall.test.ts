import { describe, expect, it } from 'vitest';
import { parseCall } from './parseCall.ts';
import { parseInstant } from './instant.ts';
import { slugOf } from './slug.ts';

const now = Date.UTC(2026, 2, 2, 12);
const good = { id: 'c-1', queue: 'wallet', enqueued_at: '2026-03-02T09:15:00+08:00' };
const parse = (record: unknown, oldestAt: number | null = null) => parseCall(record, { now, oldestAt });
const problemOf = (changes: object, oldestAt: number | null = null) => {
	const parsed = parse({ ...good, ...changes }, oldestAt);
	return 'problem' in parsed ? `${parsed.problem.field} ${parsed.problem.code}` : null;
};
const callOf = (changes: object) => {
	const parsed = parse({ ...good, ...changes });
	if ('problem' in parsed || 'deleted' in parsed.change) throw new Error(JSON.stringify(parsed));
	return parsed.change;
};

describe('parseCall', () => {
	it('reads the least that a call needs, and fills in what is not sent', () => {
		expect(callOf({})).toMatchObject({
			id: 'c-1',
			source: 'api',
			queue: 'wallet',
			queueName: null,
			enqueuedAt: Date.UTC(2026, 2, 2, 1, 15),
			outcome: 'waiting',
			channel: 'voice',
			agent: undefined,
			revision: 0
		});
	});

	it('derives the outcome from the instants', () => {
		const answered_at = '2026-03-02T01:15:20Z';
		const ended_at = '2026-03-02T01:17:00Z';
		expect(callOf({ answered_at }).outcome).toBe('answered');
		expect(callOf({ answered_at, ended_at }).outcome).toBe('answered');
		expect(callOf({ ended_at }).outcome).toBe('abandoned');
		expect(callOf({ ended_at, outcome: 'voicemail' }).outcome).toBe('voicemail');
	});

	it('takes a deletion with nothing but its key', () => {
		expect(parse({ id: 'c-1', deleted: true })).toEqual({
			change: { id: 'c-1', source: 'api', revision: 0, queue: null, deleted: true }
		});
	});

	it.each([
		[{ id: undefined }, 'id required'],
		[{ id: '' }, 'id empty'],
		[{ id: 17 }, 'id not_a_string'],
		[{ id: 'x'.repeat(201) }, 'id too_long'],
		[{ id: 'a\0b' }, 'id bad_character'],
		[{ id: '\ud800' }, 'id bad_character'],
		[{ queue: undefined }, 'queue required'],
		[{ queue: {} }, 'queue not_a_string'],
		[{ enqueued_at: undefined }, 'enqueued_at required'],
		[{ enqueued_at: '2026-03-02 09:15:00' }, 'enqueued_at no_offset'],
		[{ enqueued_at: 1772414100 }, 'enqueued_at not_an_instant'],
		[{ enqueued_at: '2026-02-29T09:15:00Z' }, 'enqueued_at not_an_instant'],
		[{ enqueued_at: '2026-03-02T12:05:01Z' }, 'enqueued_at in_future'],
		[{ enqueued_at: '1969-12-31T23:59:59Z' }, 'enqueued_at out_of_range'],
		[{ answered_at: '2026-03-02T09:14:59+08:00' }, 'answered_at answered_before_enqueued'],
		[{ ended_at: '2026-03-02T09:14:59+08:00' }, 'ended_at ends_before_it_starts'],
		[
			{ answered_at: '2026-03-02T09:16:00+08:00', ended_at: '2026-03-02T09:15:30+08:00' },
			'ended_at ends_before_it_is_answered'
		],
		[{ outcome: 'gone' }, 'outcome unknown_outcome'],
		[{ outcome: 'waiting' }, 'outcome unknown_outcome'],
		[{ outcome: 'answered' }, 'outcome outcome_contradicts'],
		[{ outcome: 'lost', answered_at: '2026-03-02T09:16:00+08:00' }, 'outcome outcome_contradicts'],
		[{ outcome: 'abandoned' }, 'ended_at required'],
		[{ talk_seconds: 1.5 }, 'talk_seconds not_a_whole_number'],
		[{ talk_seconds: '54' }, 'talk_seconds not_a_whole_number'],
		[{ wrap_seconds: -1 }, 'wrap_seconds out_of_range'],
		[{ priority: 3e9 }, 'priority out_of_range'],
		[{ revision: 2 ** 53 }, 'revision out_of_range'],
		[{ deleted: 'yes' }, 'deleted not_a_boolean']
	])('refuses %j with %s', (changes, expected) => {
		expect(problemOf(changes)).toBe(expected);
	});

	it('takes what is at most five minutes ahead, and nothing older than what is kept', () => {
		expect(problemOf({ enqueued_at: '2026-03-02T12:05:00Z' })).toBeNull();
		const oldestAt = Date.UTC(2026, 2, 2, 1, 15);
		expect(problemOf({}, oldestAt)).toBeNull();
		expect(problemOf({}, oldestAt + 1)).toBe('enqueued_at too_old');
	});

	it.each([null, 1, 'call', [], undefined])('refuses %j, which is no record', (value) => {
		expect(parse(value)).toMatchObject({ problem: { code: 'not_an_object' } });
	});
});

describe('parseInstant', () => {
	it.each([
		['2026-03-02T09:15:00Z', Date.UTC(2026, 2, 2, 9, 15)],
		['2026-03-02T09:15:00.25+08:00', Date.UTC(2026, 2, 2, 1, 15, 0, 250)],
		['2026-03-02t09:15:00.123456789z', Date.UTC(2026, 2, 2, 9, 15, 0, 123)],
		['2026-03-01T23:30:00-05:45', Date.UTC(2026, 2, 2, 5, 15)],
		['2016-12-31T23:59:60Z', Date.UTC(2017, 0, 1)],
		['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)]
	])('reads %s', (text, at) => expect(parseInstant(text)).toBe(at));

	it.each([
		'2026-03-02',
		'2026-03-02T24:00:00Z',
		'2026-13-02T00:00:00Z',
		'2026-04-31T00:00:00Z',
		'2026-03-02T09:15:00+0800',
		'2026-03-02T09:15:00 +08:00',
		'2026-03-02T09:15:00.Z',
		'2026-03-02T09:15:00Zulu',
		'+026-03-02T09:15:00Z',
		''
	])('does not take %s', (text) => expect(parseInstant(text)).toBeNull());
});

describe('slugOf', () => {
	it.each([
		['wallet', 'wallet'],
		['Sales Team (North)', 'sales-team-north'],
		['Zürich', 'zurich'],
		['__', expect.stringMatching(/^queue-[0-9a-z]{6}$/)],
		['支付', expect.stringMatching(/^queue-[0-9a-z]{6}$/)],
		['支付 VIP', expect.stringMatching(/^vip-[0-9a-z]{6}$/)]
	])('%s gives %s', (name, slug) => expect(slugOf(name)).toEqual(slug));

	it('keeps different names apart', () => {
		expect(slugOf('支付')).not.toBe(slugOf('退款'));
		expect(slugOf('a'.repeat(70))).not.toBe(slugOf('a'.repeat(71)));
		expect(slugOf('a'.repeat(70))).toHaveLength(64);
	});

	it('refuses what is older than one queue keeps, and takes the same of another', () => {
		const oldestOf = (slug: string) => (slug === 'wallet' ? now - 3_600_000 : null);
		const asked = (queue: string) => parseCall({ ...good, queue }, { now, oldestAt: null, oldestOf });
		expect(asked('wallet')).toMatchObject({ problem: { field: 'enqueued_at', code: 'too_old' } });
		expect(asked('cards')).toHaveProperty('change');
	});
});
