import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Call } from '#model/call.ts';
import { callEvents } from './callEvents.ts';
import { createWaitEstimator } from './createWaitEstimator.ts';
import type { WaitEvent } from './waitEvent.ts';
import { minute, simulatedCalls } from './testing/simulatedCalls.ts';

const calls = simulatedCalls({
	seed: 5,
	days: 3,
	agents: 6,
	load: 1,
	patienceSeconds: 400,
	urgentShare: 0.2
});

function fed(events: Iterable<WaitEvent>, options = {}) {
	const estimator = createWaitEstimator(options);
	for (const event of events) estimator.event(event);
	return estimator;
}

/** A record as it stood just before an instant. */
function before(at: number, call: Call): Call[] {
	if (call.enqueuedAt >= at) return [];
	const isOver = call.endedAt !== null && call.endedAt < at;
	if (isOver) return [call];
	const isAnswered = call.answeredAt !== null && call.answeredAt < at;
	if (isAnswered) return [{ ...call, endedAt: null }];
	return [{ ...call, answeredAt: null, endedAt: null, outcome: 'waiting' }];
}

describe('what it says', () => {
	const at = Math.max(...calls.map(({ enqueuedAt }) => enqueuedAt)) - 30 * minute;
	const known = calls.flatMap((call) => before(at, call));

	test('depends on nothing that happens later', () => {
		const live = fed(callEvents(calls).filter((event) => event.at < at)).estimate(at);
		expect(live?.basis).toBe('calibrated');
		expect(fed(callEvents(known)).estimate(at)).toEqual(live);
	});

	test('is the same from stored records in any order', () => {
		const [expected, shuffled] = [known, known.toSorted((a, b) => (a.id < b.id ? 1 : -1))].map((records) =>
			fed(callEvents(records)).estimate(at)
		);
		expect(expected?.basis).toBe('calibrated');
		expect(shuffled).toEqual(expected);
	});

	test('does not change by being asked', () => {
		const estimator = fed(callEvents(known));
		const first = estimator.estimate(at);
		for (let i = 0; i < 50; i++) estimator.estimate(at + i * minute);
		expect(estimator.estimate(at)).toEqual(first);
	});

	test('goes from low to high, and up with every caller who comes', () => {
		const estimator = fed(callEvents(known));
		let last = 0;
		for (let i = 0; i < 30; i++) {
			const estimate = estimator.estimate(at, { priority: 0 });
			const { p10Seconds = NaN, medianSeconds = NaN, p80Seconds = NaN, p90Seconds = NaN } = estimate ?? {};
			expect(0 <= p10Seconds && p10Seconds <= medianSeconds).toBe(true);
			expect(medianSeconds <= p80Seconds && p80Seconds <= p90Seconds).toBe(true);
			// Each band of line lengths has quantiles of its own, so a step between two may go down a little.
			expect(medianSeconds).toBeGreaterThan(last * 0.8);
			last = medianSeconds;
			estimator.event({ kind: 'enqueued', at, id: `new-${i}`, priority: 0 });
			expect(estimator.estimate(at, { priority: 0 })?.ahead).toBe((estimate?.ahead ?? NaN) + 1);
		}
		expect(last).toBeGreaterThan(200);
	});

	test('is less for a higher priority', () => {
		const estimator = fed(callEvents(known));
		for (let i = 0; i < 12; i++) estimator.event({ kind: 'enqueued', at, id: `new-${i}`, priority: 0 });
		const urgent = estimator.estimate(at, { priority: 1 });
		const other = estimator.estimate(at, { priority: 0 });
		expect(urgent?.ahead).toBeLessThan(other?.ahead ?? NaN);
		expect(urgent?.medianSeconds).toBeLessThan(other?.medianSeconds ?? NaN);
	});
});

describe('with little to go by', () => {
	const talk = (id: string, at: number, seconds: number): WaitEvent[] => [
		{ kind: 'enqueued', at, id, priority: null },
		{ kind: 'answered', at, id },
		{ kind: 'finished', at: at + seconds * 1000, id }
	];

	test('there is no number before anybody was seen to work, and none an hour after the last', () => {
		const estimator = createWaitEstimator();
		expect(estimator.estimate(0)).toBeNull();
		estimator.event({ kind: 'enqueued', at: 0, id: 'a', priority: null });
		expect(estimator.estimate(1000)).toBeNull();
		for (const event of talk('b', 2000, 120)) estimator.event(event);
		for (const event of talk('c', 130_000, 120).slice(0, 2)) estimator.event(event);
		expect(estimator.estimate(131_000)?.basis).toBe('model');
		estimator.event({ kind: 'finished', at: 200_000, id: 'c' });
		expect(estimator.estimate(130_000 + 61 * minute)).toBeNull();
	});

	test('a known number of agents counts, whoever talks', () => {
		const wait = (agents: number) =>
			fed(talk('a', 0, 100), { agents }).estimate(minute)?.medianSeconds ?? NaN;
		expect(wait(10)).toBeLessThan(wait(2));
		const estimator = fed(talk('a', 0, 100), { agents: 2 });
		estimator.event({ kind: 'staffed', at: minute, agents: 10 });
		expect(estimator.estimate(minute)?.medianSeconds).toBeCloseTo(wait(10), 1);
	});

	test('a record that was lost is forgotten', () => {
		const estimator = fed(talk('a', 0, 100), { agents: 1 });
		estimator.event({ kind: 'enqueued', at: minute, id: 'lost', priority: null });
		expect(estimator.estimate(2 * minute)?.ahead).toBe(1);
		for (const event of talk('b', 7 * 60 * minute, 100)) estimator.event(event);
		expect(estimator.estimate(7 * 60 * minute + minute)?.ahead).toBe(0);
	});

	test('no order or choice of events breaks it', () => {
		const kind = fc.constantFrom(
			'enqueued' as const,
			'answered' as const,
			'left' as const,
			'finished' as const
		);
		const event = fc.record({ kind, at: fc.nat(4_000_000), id: fc.constantFrom('a', 'b', 'c', 'd') });
		fc.assert(
			fc.property(fc.array(event, { maxLength: 80 }), (events) => {
				const estimator = createWaitEstimator();
				for (const { kind, at, id } of events)
					estimator.event({ kind, at, id, priority: null, by: 'caller' });
				const estimate = estimator.estimate(4_000_000);
				if (estimate) for (const value of Object.values(estimate)) expect(value).not.toBeNaN();
				expect(estimate?.p90Seconds ?? 0).toBeLessThan(Infinity);
			}),
			{ seed: 1, numRuns: 300 }
		);
	});
});
