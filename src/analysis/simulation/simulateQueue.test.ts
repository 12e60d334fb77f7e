import { describe, expect, test } from 'vitest';
import type { Arrival, SimulatedCall } from './arrival.ts';
import { exponential, lognormal, type Draw } from './distributions.ts';
import { patience } from './patience.ts';
import { seededRandom } from './random.ts';
import { simulateQueue, type QueueSimulation } from './simulateQueue.ts';

function arrival(at: number, more: Partial<Arrival> = {}): Arrival {
	return { at, priority: 0, serviceMs: 10, wrapMs: 0, leaveAfterMs: Infinity, leaveAs: 'abandoned', ...more };
}

function run(arrivals: Arrival[], more: Partial<QueueSimulation<Arrival>> = {}) {
	return [...simulateQueue({ arrivals, staff: [{ at: 0, agents: 1 }], ...more })];
}

function* steady(options: { seed: number; count: number; everyMs: number; service: Draw; patience?: Draw }) {
	const random = seededRandom(options.seed);
	const gap = exponential(options.everyMs);
	const stay = options.patience ?? (() => Infinity);
	for (let at = gap(random), i = 0; i < options.count; at += gap(random), i++)
		yield arrival(at, { serviceMs: options.service(random), leaveAfterMs: stay(random) });
}

function shares(calls: Iterable<SimulatedCall>) {
	const sum = { calls: 0, delayed: 0, abandoned: 0, waitMs: 0, offeredMs: 0 };
	for (const {
		arrival: { at },
		answeredAt,
		endedAt,
		outcome,
		truth
	} of calls) {
		sum.calls++;
		sum.waitMs += (answeredAt ?? endedAt ?? at) - at;
		sum.offeredMs += truth.offeredWaitMs ?? 0;
		if (answeredAt !== at) sum.delayed++;
		if (outcome === 'abandoned') sum.abandoned++;
	}
	const { calls: n } = sum;
	return {
		delayed: sum.delayed / n,
		abandoned: sum.abandoned / n,
		wait: sum.waitMs / n / 1000,
		offered: sum.offeredMs / n / 1000
	};
}

describe('the order of things', () => {
	test('one agent serves in order of arrival, is busy while wrapping up, and a call says who', () => {
		const calls = run([arrival(0, { wrapMs: 5 }), arrival(3), arrival(4)]);
		expect(calls.map((call) => [call.answeredAt, call.endedAt, call.agent])).toEqual([
			[0, 10, 0],
			[15, 25, 0],
			[25, 35, 0]
		]);
		expect(calls.map((call) => call.truth)).toEqual([
			{ ahead: 0, agents: 1, offeredWaitMs: 0 },
			{ ahead: 0, agents: 1, offeredWaitMs: 12 },
			{ ahead: 1, agents: 1, offeredWaitMs: 21 }
		]);
	});

	test('a higher priority is served first, and is ahead of who waits already', () => {
		const calls = run([arrival(0), arrival(1), arrival(2, { priority: 5 }), arrival(3)]);
		expect(calls.map((call) => call.answeredAt)).toEqual([0, 20, 10, 30]);
		expect(calls.map((call) => call.truth.ahead)).toEqual([0, 0, 0, 2]);
	});

	test('who leaves is told apart by the way out, and its offered wait is what staying would have brought', () => {
		const calls = run([
			arrival(0, { serviceMs: 30 }),
			arrival(1, { leaveAfterMs: 4 }),
			arrival(2, { leaveAfterMs: 6, leaveAs: 'voicemail' }),
			arrival(3)
		]);
		expect(calls.map((call) => call.outcome)).toEqual(['answered', 'abandoned', 'voicemail', 'answered']);
		expect(calls.map((call) => call.endedAt)).toEqual([30, 5, 8, 40]);
		expect(calls.map((call) => call.truth.offeredWaitMs)).toEqual([0, 29, 28, 27]);
	});

	test('an agent who is free at the instant of giving up still answers', () => {
		expect(run([arrival(0), arrival(1, { leaveAfterMs: 9 })])[1]?.outcome).toBe('answered');
	});

	test('a leaving agent finishes the call, and nobody is answered until agents are back', () => {
		const staff = [
			{ at: 0, agents: 2 },
			{ at: 5, agents: 1 },
			{ at: 6, agents: 0 },
			{ at: 50, agents: 1 }
		];
		const calls = run([arrival(0), arrival(1, { serviceMs: 20 }), arrival(2), arrival(7)], { staff });
		expect(calls.map((call) => call.answeredAt)).toEqual([0, 1, 50, 60]);
		expect(calls.map((call) => call.endedAt)).toEqual([10, 21, 60, 70]);
	});

	test('without room a caller is rejected', () => {
		const outcomes = run([arrival(0), arrival(1), arrival(2)], { room: 1 }).map((call) => call.outcome);
		expect(outcomes).toEqual(['answered', 'answered', 'rejected']);
	});

	test('who was not helped comes again, in order with the others', () => {
		const first = arrival(1, { leaveAfterMs: 2 });
		const again = ({ arrival: { at }, outcome }: SimulatedCall) =>
			outcome === 'abandoned' ? arrival(at + 15) : null;
		const calls = run([arrival(0), first, arrival(30)], { again });
		expect(calls.map((call) => call.arrival.at)).toEqual([0, 1, 16, 30]);
		expect(calls[2]?.answeredAt).toBe(16);
	});

	test('at the end of the simulation who waits is waiting', () => {
		const outcomes = run([arrival(0), arrival(4), arrival(20)], { untilAt: 9 }).map((call) => call.outcome);
		expect(outcomes).toEqual(['answered', 'waiting']);
	});

	test('the wait of somebody who left is followed only so long', () => {
		const calls = run([arrival(0, { serviceMs: 99 }), arrival(1, { leaveAfterMs: 4 })], { followMs: 50 });
		expect(calls[1]?.truth.offeredWaitMs).toBeNull();
	});
});

describe('against theory', () => {
	const staff = (agents: number) => [{ at: 0, agents }];

	test('Erlang C: 200 calls an hour of 180 s for 14 agents', () => {
		const arrivals = steady({ seed: 1, count: 500_000, everyMs: 18_000, service: exponential(180_000) });
		const { delayed, wait } = shares(simulateQueue({ arrivals, staff: staff(14) }));
		expect(Math.abs(delayed - 0.174132)).toBeLessThan(0.008);
		expect(Math.abs(wait - 7.836)).toBeLessThan(0.6);
	});

	test('Erlang A: the same with a mean patience of 300 s', () => {
		const service = exponential(180_000);
		const arrivals = steady({
			seed: 2,
			count: 400_000,
			everyMs: 18_000,
			service,
			patience: exponential(300_000)
		});
		const { delayed, abandoned } = shares(simulateQueue({ arrivals, staff: staff(14) }));
		expect(Math.abs(delayed - 0.14526)).toBeLessThan(0.006);
		expect(Math.abs(abandoned - 0.013984)).toBeLessThan(0.001);
	});

	test('Erlang A: 48 calls a minute of 60 s for 50 agents, patience 120 s', () => {
		const service = exponential(60_000);
		const arrivals = steady({
			seed: 3,
			count: 400_000,
			everyMs: 1250,
			service,
			patience: exponential(120_000)
		});
		const { abandoned, wait, offered } = shares(simulateQueue({ arrivals, staff: staff(50) }));
		expect(Math.abs(abandoned - 0.030912)).toBeLessThan(0.0015);
		expect(Math.abs(wait - 3.709)).toBeLessThan(0.2);
		// Who would have waited longest are those who leave, so what was offered is more than what was waited.
		expect(offered).toBeGreaterThan(wait * 1.02);
	});

	test('M/G/1 by Pollaczek and Khinchine: lognormal service, load 0.7, cv 1.2', () => {
		const service = lognormal(70_000, 1.2);
		const arrivals = steady({ seed: 4, count: 400_000, everyMs: 100_000, service });
		const { wait, offered } = shares(simulateQueue({ arrivals, staff: staff(1), followMs: Infinity }));
		const expected = ((0.7 * 70) / (1 - 0.7)) * ((1 + 1.2 ** 2) / 2);
		expect(Math.abs(wait / expected - 1)).toBeLessThan(0.06);
		expect(offered).toBeCloseTo(wait, 9);
	});
});

describe('every arrival', () => {
	const world = (seed: number) => {
		const random = seededRandom(seed, 'shape');
		const stay = patience(lognormal(120_000, 1), { atOnce: 0.05, never: 0.1 });
		const arrivals = steady({
			seed,
			count: 3000,
			everyMs: 9000,
			service: lognormal(60_000, 1),
			patience: stay
		});
		const staff = Array.from({ length: 40 }, (_, i) => ({
			at: i * 900_000,
			agents: Math.floor(random() * 10)
		}));
		return [...simulateQueue({ arrivals, staff, room: 40 })];
	};

	test('has one outcome, in order, with a wait that no agent was free for', () => {
		for (let seed = 0; seed < 10; seed++) {
			const calls = world(seed);
			expect(calls.length).toBe(3000);
			expect(new Set(calls.map((call) => call.outcome))).toContain('answered');
			for (const [i, call] of calls.entries()) {
				expect(call.arrival.at).toBeGreaterThanOrEqual(calls[i - 1]?.arrival.at ?? 0);
				expect(call.outcome === 'answered').toBe(call.answeredAt !== null);
				const wait = (call.answeredAt ?? call.endedAt ?? Infinity) - call.arrival.at;
				if (call.outcome === 'abandoned') expect(wait).toBeCloseTo(call.arrival.leaveAfterMs, 6);
				if (call.outcome === 'answered') expect(wait).toBeLessThanOrEqual(call.arrival.leaveAfterMs + 1e-6);
				if (call.truth.offeredWaitMs !== null)
					expect(call.truth.offeredWaitMs).toBeGreaterThanOrEqual(wait - 1e-6);
			}
		}
	});

	test('keeps one agent at one call at a time', () => {
		const endOf = new Map<number | null, number>();
		const answered = world(3).filter((call) => call.answeredAt !== null);
		answered.sort((a, b) => (a.answeredAt ?? 0) - (b.answeredAt ?? 0));
		for (const { agent, answeredAt, endedAt } of answered) {
			expect(answeredAt).toBeGreaterThanOrEqual(endOf.get(agent) ?? 0);
			endOf.set(agent, endedAt ?? Infinity);
		}
	});

	test('comes the same for the same seed and otherwise for another', () => {
		expect(world(5)).toEqual(world(5));
		expect(world(5)).not.toEqual(world(6));
	});
});
