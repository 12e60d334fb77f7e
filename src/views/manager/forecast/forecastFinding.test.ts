import { expect, test } from 'vitest';
import type { DayReasons, ForecastDate } from '#model/forecast.ts';
import type { Calendar } from '#time/calendar.ts';
import { addDays, weekdayOf } from '#time/zone.ts';
import { dayWords } from '../../forecastWords.ts';
import { forecastFinding } from './forecastFinding.ts';

const calendar: Calendar = (date) => ({
	kind: 'workday',
	name: null,
	standsFor: weekdayOf(date),
	published: true
});

/** Four weeks from Monday, 23 November 2026; Mondays bring half as much again, `moved` says what else is of a day. */
function fourWeeks(moved: Record<string, Partial<DayReasons>>): ForecastDate[] {
	return Array.from({ length: 28 }, (_, ahead): ForecastDate => {
		const date = addDays('2026-11-23', ahead);
		const like = weekdayOf(date);
		const reasons: DayReasons = {
			level: 500,
			like,
			weekday: like === 1 ? 1.5 : 1,
			month: 0.98,
			year: 1,
			special: [],
			method: 'offpeak',
			...moved[date]
		};
		const { level, weekday, month, special } = reasons;
		const p50 = special.reduce((product, { factor }) => product * factor, level * weekday * month);
		const offered = { p10: p50, p50, p90: p50 };
		return {
			date,
			madeAt: 0,
			ahead,
			soFar: null,
			offered: { ...offered, interval50: [p50, p50], interval95: [p50, p50] },
			reasons,
			hours: []
		};
	});
}

const reader = { zone: 'Asia/Shanghai', calendar, lang: 'en' } as const;
const monthEnd: Partial<DayReasons> = {
	month: 1.22,
	special: [{ kind: 'class', name: 'last_business_day', factor: 0.99 }]
};

test('the unusual day is as far above a usual one as its row says, for the same reason', () => {
	const dates = fourWeeks({ '2026-11-30': monthEnd });
	const row = dates.find(({ date }) => date === '2026-11-30');
	expect(forecastFinding(dates, reader)).toContain(
		'Mon, Nov 30 is 21% above a usual Monday: end of the month and last business day.'
	);
	expect(row && dayWords(row.reasons, row.date, calendar(row.date), 'en')).toContain(
		'Monday +50%, end of the month and last business day +21%,'
	);
});

test('a holiday is held against its weekday, not against the day of rest that it is like', () => {
	const rest = { like: 7, weekday: 0.6, month: 1 };
	const dates = fourWeeks({ '2026-12-02': rest, '2026-12-09': rest });
	expect(forecastFinding(dates, reader)).toContain('Wed, Dec 2 is 40% below a usual Wednesday');
});
