import { describe, expect, it } from 'vitest';
import type { AlertSettings } from '#model/alert.ts';
import { parseAlert } from '#model/parseAlert.ts';
import { badness, judgeAlert, type AlertFacts } from './judgeAlert.ts';

const now = Date.parse('2026-03-02T10:00:00Z');
const nothing: AlertFacts = {
	now,
	line: null,
	share: null,
	load: null,
	lastRecordAt: null,
	openSinceAt: null
};

function rule(given: object): AlertSettings {
	const parsed = parseAlert(given);
	if ('field' in parsed) throw new Error(`wrong: ${parsed.field}`);
	return parsed;
}

function judge(given: object, facts: Partial<AlertFacts>) {
	return judgeAlert(rule(given), { ...nothing, ...facts });
}

describe('a line as it is', () => {
	const line = { waiting: 3, longestSinceAt: now - 300_000, talking: 2, feed: 'live' } as const;

	it.each([
		['longest_wait', 300, true],
		['longest_wait', 301, false],
		['waiting', 3, true],
		['waiting', 4, false]
	])('%s of %d: %s', (kind, limit, holds) => {
		expect(judge({ kind, limit }, { line }).holds).toBe(holds);
	});

	it('has nobody waiting for 0 seconds', () => {
		const empty = { ...line, waiting: 0, longestSinceAt: null };
		expect(judge({ kind: 'longest_wait', limit: 60 }, { line: empty })).toMatchObject({
			holds: false,
			reading: { value: 0 }
		});
	});

	it.each(['late', 'silent', 'unknown'] as const)('is not known from records that are %s', (feed) => {
		expect(judge({ kind: 'waiting', limit: 1 }, { line: { ...line, feed } }).holds).toBeNull();
	});
});

describe('shares', () => {
	const of = (above: number, below: number) => ({ share: { above, below, fromAt: now - 1, toAt: now } });

	it('hold on the wrong side of the limit only', () => {
		const level = { kind: 'service_level', limit: 0.8 };
		expect(judge(level, of(79, 100))).toMatchObject({ holds: true, reading: { value: 0.79, calls: 100 } });
		expect(judge(level, of(80, 100)).holds).toBe(false);
		expect(judge({ kind: 'abandonment', limit: 0.1 }, of(11, 100)).holds).toBe(true);
		expect(judge({ kind: 'abandonment', limit: 0.1 }, of(10, 100)).holds).toBe(false);
	});

	it('say nothing of a few calls, and are no 0 % then', () => {
		expect(judge({ kind: 'service_level', limit: 0.8 }, of(0, 19))).toMatchObject({
			holds: false,
			reading: { value: null }
		});
		expect(judge({ kind: 'service_level', limit: 0.8, min_calls: 1 }, of(0, 0)).holds).toBe(false);
	});
});

describe('load far from expected', () => {
	const of = (calls: number, middle = 100) => ({
		load: { calls, expected: { middle, low: 80, high: 125 }, fromAt: now - 1, toAt: now }
	});
	const load = { kind: 'load', limit: 0.3 };

	it.each([
		[130, 'either', true],
		[129, 'either', false],
		[70, 'either', true],
		[71, 'either', false],
		[70, 'above', false],
		[130, 'below', false]
	])('%d calls of 100 expected, %s: %s', (calls, direction, holds) => {
		expect(judge({ ...load, direction }, of(calls)).holds).toBe(holds);
	});

	it('is what chance does not explain, and a number of calls that matters', () => {
		const wide = { load: { ...of(140).load, expected: { middle: 100, low: 50, high: 150 } } };
		expect(judge(load, wide).holds).toBe(false);
		const few = { load: { ...of(9).load, expected: { middle: 3, low: 1, high: 6 } } };
		expect(judge({ ...load, min_calls: 10 }, few).holds).toBe(false);
	});

	it('is not known where nothing can be expected', () => {
		expect(judge(load, { load: { ...of(5).load, expected: null } }).holds).toBeNull();
	});
});

describe('no records', () => {
	const silence = { kind: 'no_records', limit: 600, source: 'pbx' };

	it('counts from the last record, or from the opening', () => {
		const lastRecordAt = now - 700_000;
		expect(judge(silence, { lastRecordAt, openSinceAt: 0 })).toMatchObject({
			holds: true,
			reading: { value: 700 }
		});
		expect(judge(silence, { lastRecordAt, openSinceAt: now - 500_000 }).holds).toBe(false);
		expect(judge(silence, { lastRecordAt: null, openSinceAt: now - 600_000 }).holds).toBe(true);
	});

	it('is nothing while the queue is closed', () => {
		expect(judge(silence, { lastRecordAt: 0, openSinceAt: null }).holds).toBe(false);
	});
});

it('knows the worse of two readings', () => {
	const level = rule({ kind: 'service_level', limit: 0.8 });
	expect(badness(level, { value: 0.5 })).toBeGreaterThan(badness(level, { value: 0.6 }));
	const wait = rule({ kind: 'longest_wait', limit: 60 });
	expect(badness(wait, { value: 90 })).toBeGreaterThan(badness(wait, { value: 80 }));
	expect(badness(wait, { value: null })).toBeLessThan(badness(wait, { value: 0 }));
	const load = rule({ kind: 'load', limit: 0.3 });
	expect(badness(load, { value: -0.5, calls: 50, expected: 100 })).toBeGreaterThan(
		badness(load, { value: 0.4, calls: 140, expected: 100 })
	);
});
