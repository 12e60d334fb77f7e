import { describe, expect, it } from 'vitest';
import type { ExpectedCalls, ForecastDate } from '#model/forecast.ts';
import { dayStart } from '#time/zone.ts';
import { readForecast, readForecastDates, replaceForecast } from './forecasts.server.ts';
import { testDatabase } from './testing/testDatabase.server.ts';

const database = await testDatabase();
const zone = 'Asia/Shanghai';
const hourMs = 3_600_000;

function calls(p50: number): ExpectedCalls {
	return {
		p10: p50 * 0.8,
		p50,
		p90: p50 * 1.2,
		interval50: [p50 * 0.9, p50 * 1.1],
		interval95: [p50 * 0.7, p50 * 1.3]
	};
}

function forecastDate(date: string, p50: number): ForecastDate {
	const reasons = {
		level: 200,
		like: 1,
		weekday: 1.2,
		month: 1,
		year: 1,
		special: [{ kind: 'class' as const, name: 'after_holiday', factor: 1.1 }],
		method: 'offpeak' as const
	};
	return {
		date,
		madeAt: dayStart(zone, '2026-03-02'),
		ahead: 1,
		soFar: null,
		offered: calls(p50 * 24),
		reasons,
		hours: Array.from({ length: 24 }, (_, hour) => ({
			startAt: dayStart(zone, date) + hour * hourMs,
			offered: calls(p50),
			waitP50Seconds: hour < 6 ? null : 40,
			agents: 5,
			reasons: { ...reasons, share: 0.0625 }
		}))
	};
}

describe('the stored forecast', () => {
	it('gives back what was stored, day by day and hour by hour', async () => {
		const soFar = { calls: 17, untilAt: dayStart(zone, '2026-03-02') + 2 * hourMs };
		const dates = [{ ...forecastDate('2026-03-02', 10), soFar }, forecastDate('2026-03-03', 20)];
		await replaceForecast(database, 1, dates);
		expect(await readForecastDates(database, 1, '2026-03-01', '2026-03-03')).toEqual(dates);
		expect(await readForecastDates(database, 1, '2026-03-03', '2026-03-09')).toEqual(dates.slice(1));
		const fromAt = dayStart(zone, '2026-03-03') - 2 * hourMs;
		expect(await readForecast(database, 1, fromAt, fromAt + 3 * hourMs)).toEqual([
			...(dates[0]?.hours.slice(22) ?? []),
			...(dates[1]?.hours.slice(0, 1) ?? [])
		]);
		expect(await readForecast(database, 2, fromAt, fromAt + 3 * hourMs)).toEqual([]);
	});

	it('is replaced as a whole, and one queue at a time', async () => {
		await replaceForecast(database, 3, [forecastDate('2026-03-02', 10), forecastDate('2026-03-03', 10)]);
		await replaceForecast(database, 4, [forecastDate('2026-03-02', 30)]);
		await replaceForecast(database, 3, [forecastDate('2026-03-03', 11), forecastDate('2026-03-04', 12)]);
		const dates = await readForecastDates(database, 3, '2026-03-01', '2026-03-09');
		expect(dates.map(({ date }) => date)).toEqual(['2026-03-03', '2026-03-04']);
		expect(dates[0]?.offered.p50).toBe(264);
		await replaceForecast(database, 3, []);
		expect(await readForecastDates(database, 3, '2026-03-01', '2026-03-09')).toEqual([]);
		expect(await readForecastDates(database, 4, '2026-03-01', '2026-03-09')).toHaveLength(1);
	});
});
