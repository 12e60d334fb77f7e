import { describe, expect, it } from 'vitest';
import { band, standing } from './band.ts';
import { countryDays } from '#time/calendar.ts';
import { likeDays } from './likeDays.ts';

describe('likeDays', () => {
	it('finds the same weekday of the weeks before', () => {
		expect(likeDays(countryDays('CN'), '2026-08-31', { count: 3 })).toEqual([
			'2026-08-24',
			'2026-08-17',
			'2026-08-10'
		]);
		expect(likeDays(countryDays('CN'), '2026-08-29')).toHaveLength(8);
	});

	it('passes over holidays and make-up workdays', () => {
		// October 1 to 8, 2025 were off; Saturday October 11 was worked.
		expect(likeDays(countryDays('CN'), '2025-10-15', { count: 2 })).toEqual(['2025-09-24', '2025-09-17']);
		expect(likeDays(countryDays('CN'), '2025-10-25', { count: 3 })).toEqual([
			'2025-10-18',
			'2025-09-27',
			'2025-09-20'
		]);
	});

	it('compares a holiday with holidays, on any weekday', () => {
		expect(likeDays(countryDays('CN'), '2025-10-03', { count: 2 })).toEqual(['2025-10-02', '2025-10-01']);
		expect(likeDays(countryDays('CN'), '2025-10-01', { count: 1 })).toEqual(['2025-06-02']);
	});

	it('compares a make-up workday with working days of the weekday it stands for', () => {
		const days = likeDays(countryDays('CN'), '2025-10-11');
		expect(days).toHaveLength(8);
		expect(new Set(days.map((date) => new Date(`${date}T12:00Z`).getUTCDay()))).not.toContain(6);
	});
});

describe('band', () => {
	it('is the least, the middle and the most', () => {
		expect(band([5, 1, 4, 2])).toEqual({ low: 1, median: 3, high: 5, days: 4 });
	});

	it('says nothing about fewer than three days', () => {
		expect(band([5, 1])).toBeNull();
	});

	it('tells where a number stands, and chance from news', () => {
		// Mean 100, s = √(500/3) = 12.9, 95 % for one more of four: ± 3.182 · 12.9 · √1.25 = ± 45.9.
		const like = [85, 95, 105, 115];
		expect([54, 55, 84, 85, 115, 116, 145, 146].map((value) => standing(value, like))).toEqual([
			'below',
			'rather_below',
			'rather_below',
			'usual',
			'usual',
			'rather_above',
			'rather_above',
			'above'
		]);
		expect(standing(5, [1, 2])).toBe('unknown');
	});

	it('does not call a call or two more than always the same number news', () => {
		expect(standing(11, [9, 9, 9, 9, 9])).toBe('rather_above');
		expect(standing(30, [9, 9, 9, 9, 9])).toBe('above');
	});
});
