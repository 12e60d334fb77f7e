import { deviation, mean, randomLcg, randomPoisson, range } from 'd3';
import { describe, expect, test } from 'vitest';
import type { ServiceLevel } from '#model/queue.ts';
import { addCall, emptyTally, offered, type Tally } from '#rollups/tally.ts';
import { compareDays, type ComparedName, type DayPair } from './compareDays.ts';
import { studentQuantile } from './specialDays/studentQuantile.ts';

const strict: ServiceLevel = {
	threshold_seconds: 20,
	target: 0.8,
	formula: 'strict',
	short_abandon_seconds: 5
};
const level = { a: strict, b: strict };

/** A day of so many calls, of which a share waits 60 s and the others 10 s. */
function day(calls: number, late = 0.2): Tally {
	const tally = emptyTally();
	for (let i = 0; i < calls; i++) {
		const waitMs = i < calls * late ? 60_000 : 10_000;
		addCall(
			tally,
			{
				enqueuedAt: 0,
				answeredAt: waitMs,
				endedAt: waitMs + 180_000,
				outcome: 'answered',
				talkSeconds: null,
				holdSeconds: null,
				wrapSeconds: null,
				caller: null,
				repeat: false
			},
			1
		);
	}
	return tally;
}

const of = (pairs: DayPair[], name: ComparedName) =>
	compareDays(pairs, level).find((one) => one.name === name);

describe('compareDays', () => {
	const random = randomLcg(5);
	const noisy = (calls: number) => randomPoisson.source(random)(calls)();

	test('of calls a day gives the interval of paired differences', () => {
		const pairs = range(28).map(() => ({ a: day(noisy(60)), b: day(noisy(50)) }));
		const found = of(pairs, 'callsADay');
		const differences = pairs.map(({ a, b }) => offered(a) - offered(b));
		expect(found?.difference).toBeCloseTo(mean(differences) ?? 0);
		const exact = (studentQuantile(1 - 0.05 / 14, 27) * (deviation(differences) ?? 0)) / Math.sqrt(28);
		const [low, high] = found?.interval ?? [0, 0];
		expect((high - low) / 2 / exact).toBeGreaterThan(0.85);
		expect((high - low) / 2 / exact).toBeLessThan(1.15);
		expect(found?.isClear).toBe(true);
	});

	test('divides sums, and tells a service level that has fallen', () => {
		const pairs = range(14).map((i) => ({ a: day(40 + i, 0.5), b: day(100, 0.05) }));
		expect(of(pairs, 'serviceLevel')).toMatchObject({ b: 0.95, isClear: true });
		expect(of(pairs, 'serviceLevel')?.a).toBeCloseTo(0.5, 1);
		expect(of(pairs, 'asa')).toMatchObject({ b: 12.5 });
		expect(of(pairs, 'p90')?.difference).toBe(50);
		expect(of(pairs, 'aht')?.difference).toBeCloseTo(0);
	});

	test('noise is not called news: one comparison in twenty at most has any clear difference', () => {
		let news = 0;
		const tries = 120;
		for (let i = 0; i < tries; i++) {
			const pairs = range(14).map(() => ({
				a: day(noisy(30), 0.1 + 0.2 * random()),
				b: day(noisy(30), 0.1 + 0.2 * random())
			}));
			if (compareDays(pairs, level).some(({ isClear }) => isClear)) news++;
		}
		expect(news / tries).toBeLessThan(0.08);
	});

	test('a few days have no interval, and nothing is never news', () => {
		const few = range(6).map((i) => ({ a: day(90 + i), b: day(10) }));
		expect(of(few, 'callsADay')).toMatchObject({ difference: 82.5, interval: null, isClear: false });
		const enough = range(7).map((i) => ({ a: day(90 + i), b: day(10) }));
		expect(of(enough, 'callsADay')).toMatchObject({ difference: 83, isClear: true });
		const none = range(7).map(() => ({ a: emptyTally(), b: emptyTally() }));
		expect(of(none, 'serviceLevel')).toMatchObject({ a: null, difference: null, isClear: false });
		expect(of(none, 'callsADay')).toMatchObject({ a: 0, difference: 0, isClear: false });
		expect(compareDays([], level).every(({ isClear }) => !isClear)).toBe(true);
	});

	test('draws a year by weeks and ten years by four weeks, soon', () => {
		const pairs = range(3650).map((i) => ({ a: day(5 + (i % 3)), b: day(5) }));
		const startedAt = performance.now();
		expect(of(pairs, 'callsADay')?.isClear).toBe(true);
		expect(performance.now() - startedAt).toBeLessThan(2_000);
	});
});
