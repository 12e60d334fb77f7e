import { describe, expect, it } from 'vitest';
import { addDays, wallTime } from '#time/zone.ts';
import { walletQueues } from '../demo/wallet.ts';
import { walletDays } from '../demo/walletDay.ts';
import type { WalletEffects } from '../demo/walletLine.ts';
import { walletLines } from '../demo/walletLines.ts';
import { walletLoad } from '../demo/walletLoad.ts';
import { poisson } from '../simulation/distributions.ts';
import { seededRandom } from '../simulation/random.ts';
import { specialDayLoads } from './specialDayLoads.ts';

// What the demo's year plants in its lines, its outages and growth included, is found in it; seed by seed.

const [payments] = walletQueues;
const from = '2025-11-22';
const untilAt = Date.parse('2026-11-22T00:00:00+08:00');
const seeds = Array.from({ length: 20 }, (_, seed) => seed);

/** The year's kinds as found from the calls of each day: those of the first call, whose number the demo plans. */
function kindsOf(seed: number, effects: WalletEffects) {
	const seen = [...walletDays(payments, from, untilAt)].map((day) => {
		const random = seededRandom(seed, 'year', day.date);
		const slots = walletLoad(walletLines.payments, effects, day, random);
		const expected = slots.reduce((sum, slot) => sum + slot.expected, 0);
		const offered = poisson(expected)(random);
		const answered = Math.round(offered * 0.9);
		return { date: day.date, offered, answered, abandoned: offered - answered, waitP50Seconds: null };
	});
	expect(seen.at(-1)?.date).toBe(addDays(wallTime(payments.zone, untilAt).date, -1));
	return specialDayLoads({ queue: payments, seen, year: '2026' }).kinds;
}

describe('the demo’s year', () => {
	const planted = walletLines.payments.effects;
	const years = seeds.map((seed) => kindsOf(seed, planted));

	it.each([
		['month_end', planted.monthEnd],
		['before_holiday', planted.beforeHoliday],
		['after_holiday', planted.afterHoliday]
	])('has %s × %d within its 80 %% interval in 17 of 20 seeds', (name, truth) => {
		const held = years.filter((kinds) => {
			const { low, high } = kinds.find(({ kind }) => kind === name)?.factor ?? { low: NaN, high: NaN };
			return low <= truth && truth <= high;
		});
		expect(held.length).toBeGreaterThanOrEqual(17);
	});

	it('reports nothing that was not planted', () => {
		const others = ['make_up_workday', 'bridge', 'first_business_day', 'last_business_day'];
		expect(years.flat().filter(({ kind, reported }) => reported && others.includes(kind))).toEqual([]);
		const none = { monthEnd: 1, beforeHoliday: 1, holiday: 1, afterHoliday: 1 };
		// A holiday has the load of a Sunday, which is planted all the same.
		const found = seeds.flatMap((seed) => kindsOf(seed, none)).filter(({ reported }) => reported);
		expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['holiday', 'weekend']));
	});
});
