import { describe, expect, it, test } from 'vitest';
import { factorProduct } from './factors.ts';
import { fitForecast, type IntervalForecast } from './fitForecast.ts';
import { firstDate, officeHours, officePoints, zone } from './testing/officePoints.ts';
import { addDays } from '#time/zone.ts';

const horizon = (days: number) => [1, 7, 14, 28].flatMap((ahead) => officeHours(days - 1 + ahead));

function ends({ interval95, interval80, interval50, p10, p50, p90 }: IntervalForecast): number[] {
	expect([p10, p90]).toEqual(interval80);
	return [interval95[0], interval80[0], interval50[0], p50, interval50[1], interval80[1], interval95[1]];
}

describe.each([3, 10, 25, 90, 420])('after %i days', (days) => {
	const forecaster = fitForecast(zone, officePoints({ days }));
	const forecasts = forecaster.forecast(horizon(days));

	it('is of sense', () => {
		for (const { p50, ahead } of forecasts.filter(({ ahead }) => ahead % 7 === 1 || days > 20)) {
			expect(p50, `${ahead} days ahead`).toBeGreaterThan(5);
			expect(p50, `${ahead} days ahead`).toBeLessThan(180);
		}
	});

	it('orders its intervals', () => {
		for (const forecast of forecasts) {
			const row = ends(forecast);
			expect(row).toEqual([...row].sort((a, b) => a - b));
			expect(row[0]).toBeGreaterThanOrEqual(0);
		}
	});

	it('explains itself: the factors multiply to the forecast', () => {
		for (const { p50, factors } of forecasts) expect(factorProduct(factors)).toBeCloseTo(p50, 6);
	});
});

test('twice the calls, twice the forecast', () => {
	const points = officePoints({ days: 120, calls: 300 });
	const doubled = points.map(({ startAt, offered }) => ({ startAt, offered: 2 * (offered ?? 0) }));
	const one = fitForecast(zone, points).forecast(horizon(120));
	fitForecast(zone, doubled)
		.forecast(horizon(120))
		.forEach(({ p50 }, i) => expect(p50 / (one[i]?.p50 ?? NaN)).toBeCloseTo(2, 1));
});

test('the order of points does not matter', () => {
	const points = officePoints({ days: 40 });
	const backwards = fitForecast(zone, points.toReversed()).forecast(horizon(40));
	expect(backwards).toEqual(fitForecast(zone, points).forecast(horizon(40)));
});

test('gaps and outages leave the forecast where it is', () => {
	const points = officePoints({ days: 120 });
	const dayOf = (i: number) => Math.floor(i / 10);
	const whole = fitForecast(zone, points).forecast(horizon(120));
	const unknown = points.map((point, i) => (dayOf(i) % 9 === 4 ? { ...point, offered: null } : point));
	const missing = points.filter((_, i) => dayOf(i) % 9 !== 4 && !(dayOf(i) > 60 && dayOf(i) < 70));
	const outage = points.map((point, i) => (dayOf(i) === 114 ? { ...point, offered: 0 } : point));
	for (const changed of [unknown, missing, outage]) {
		const forecasts = fitForecast(zone, changed).forecast(horizon(120));
		const total = (rows: IntervalForecast[]) => rows.reduce((sum, { p50 }) => sum + p50, 0);
		expect(total(forecasts) / total(whole)).toBeGreaterThan(0.93);
		expect(total(forecasts) / total(whole)).toBeLessThan(1.07);
		expect(forecasts.every(({ p10, p90 }) => Number.isFinite(p10) && Number.isFinite(p90))).toBe(true);
	}
});

test('an hour that has brought nothing for six weeks is believed to be closed; an hour without calls once is not', () => {
	const points = officePoints({ days: 120 });
	const silentFrom = (day: number) =>
		points.map((point, i) => (i % 10 === 0 && i >= 10 * day ? { ...point, offered: 0 } : point));
	const first = (day: number) => fitForecast(zone, silentFrom(day)).forecast(officeHours(120))[0]?.p50;
	expect(first(78)).toBe(0);
	expect(first(113)).toBeGreaterThan(10);
});

test('what has come today changes the rest of today, and tomorrow a little', () => {
	const points = officePoints({ days: 120 });
	const after = (factor: number) => {
		const today = points
			.slice(-10, -6)
			.map((point) => ({ ...point, offered: (point.offered ?? 0) * factor }));
		const rows = fitForecast(zone, [...points.slice(0, -10), ...today]).forecast([
			...officeHours(119).slice(4),
			...officeHours(126)
		]);
		const sum = (part: IntervalForecast[]) => part.reduce((total, { p50 }) => total + p50, 0);
		expect(rows[0]?.ahead).toBe(0);
		return [sum(rows.slice(0, 6)), sum(rows.slice(6))];
	};
	const [usual = NaN, usualLater = NaN] = after(1);
	const [more = NaN, moreLater = NaN] = after(1.3);
	expect(more / usual).toBeGreaterThan(1.06);
	expect(more / usual).toBeLessThan(1.3);
	expect(moreLater / usualLater).toBeLessThan(1.08);
});

test('a class of days that is told is learned, and named in the reason', () => {
	const isPayday = (date: string) => date.endsWith('-15');
	const points = officePoints({ days: 200, factor: (date) => (isPayday(date) ? 1.5 : 1) });
	const calendar = (date: string) => ({
		standsFor: ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1,
		kind: 'ordinary' as const,
		name: null,
		classes: isPayday(date) ? ['payday'] : []
	});
	const next = [...Array(28).keys()].find((i) => isPayday(addDays(firstDate, 200 + i))) ?? 0;
	const [hour] = fitForecast(zone, points, { calendar }).forecast(officeHours(200 + next));
	const [effect] = hour?.factors.special ?? [];
	expect(effect).toMatchObject({ kind: 'class', name: 'payday' });
	expect((effect?.factor ?? 0) * (hour?.factors.month ?? 0)).toBeGreaterThan(1.3);
	expect(effect?.factor).toBeLessThan(1.6);
});

test('80 % intervals hold 80 % of the counts of a lognormal Poisson world', () => {
	const [held, all] = [6, 7, 8, 9].reduce(
		([held, all], seed) => {
			const points = officePoints({ days: 150, seed });
			const known = points.slice(0, 1220);
			const later = points.slice(1220);
			fitForecast(zone, known)
				.forecast(later.map(({ startAt }) => startAt))
				.forEach(({ p10, p90 }, i) => {
					const count = later[i]?.offered ?? NaN;
					all++;
					if (p10 <= count && count <= p90) held++;
				});
			return [held, all];
		},
		[0, 0]
	);
	expect(held / all).toBeGreaterThan(0.75);
	expect(held / all).toBeLessThan(0.86);
});

test('hours that the line has never had bring nothing, and days beyond the horizon are refused', () => {
	const forecaster = fitForecast(zone, officePoints({ days: 30 }), { horizonDays: 7 });
	const [at = 0] = officeHours(33);
	expect(forecaster.forecast([at - 6 * 3_600_000])[0]).toMatchObject({ p10: 0, p50: 0, p90: 0 });
	expect(() => forecaster.forecast(officeHours(37))).toThrow('no forecast 8 days ahead');
	expect(() => fitForecast(zone, [{ startAt: at, offered: null }])).toThrow('no load to learn from');
});
