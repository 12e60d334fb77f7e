import { describe, expect, it } from 'vitest';
import { dayNumber } from '#time/dates.ts';
import { dayStart, instantOf } from '#time/zone.ts';
import { expectedDate, type BegunDay } from './expectedDate.ts';
import type { DayForecast, FittedSeries } from './fitSeries.ts';

const zone = 'Europe/Berlin';
const monday = '2026-03-02';

/** Ten calls an hour from 8 to 18; an interval is as wide as what it is of. */
const fitted: FittedSeries = {
	restlessness: { level: 0, swing: 0, memory: 0, slope: 0, day: 0, course: 0 },
	like: () => 1,
	naive: () => new Float64Array(24),
	day: (): DayForecast => ({
		ahead: 1,
		method: 'offpeak',
		calls: Float64Array.from({ length: 24 }, (_, hour) => (hour >= 8 && hour < 18 ? 10 : 0)),
		under: (_, p) => 10 * (0.5 + p),
		totalUnder: (calls, p) => calls * (0.5 + p),
		factors: () => ({ level: 100, like: 1, weekday: 1, month: 1, year: 1, special: [], share: 0.1 })
	})
};

function expected(date: string, begun?: BegunDay) {
	const day = dayNumber(date);
	const at = { zone, madeAt: dayStart(zone, date), day, lastDay: day - 1, isSilent: () => false };
	return expectedDate(fitted, { ...at, ...(begun ? { begun } : {}) });
}

describe('a day that is expected', () => {
	it('is all to come before it begins', () => {
		const day = expected(monday);
		expect(day).toMatchObject({ ahead: 1, soFar: null });
		expect(day.offered).toMatchObject({ p10: 60, p50: 100, p90: 140 });
	});

	it('is, once begun, what came and the hours that are not over, which alone are unsure', () => {
		const before = expected(monday);
		const said = { ...before, hours: before.hours.map((hour) => ({ ...hour, waitP50Seconds: 7 })) };
		const day = expected(monday, { untilHour: 12, calls: 33, before: said });
		expect(day).toMatchObject({ ahead: 0, soFar: { calls: 33, untilAt: instantOf(zone, monday, 720) } });
		expect(day.offered).toMatchObject({ p10: 33 + 36, p50: 33 + 60, p90: 33 + 84 });
		expect(day.hours.slice(0, 12)).toEqual(said.hours.slice(0, 12));
		expect(day.hours.slice(12)).toEqual(before.hours.slice(12));
	});

	it('is sure after its last hour with calls', () => {
		const { offered } = expected(monday, { untilHour: 18, calls: 33, before: expected(monday) });
		expect(offered).toMatchObject({ p10: 33, p50: 33, p90: 33, interval95: [33, 33] });
	});

	it('goes by the clock where that is changed', () => {
		for (const date of ['2026-03-29', '2026-10-25']) {
			const { soFar } = expected(date, { untilHour: 12, calls: 0, before: expected(date) });
			expect(soFar?.untilAt).toBe(instantOf(zone, date, 720));
		}
	});
});
