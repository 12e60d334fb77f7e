import { describe, expect, it } from 'vitest';
import { band, standing } from './band.ts';
import { likeDays } from './likeDays.ts';

describe('likeDays', () => {
	it('finds the same weekday of the weeks before', () => {
		expect(likeDays('CN', '2026-08-31', 3)).toEqual(['2026-08-24', '2026-08-17', '2026-08-10']);
		expect(likeDays('CN', '2026-08-29')).toHaveLength(8);
	});

	it('passes over holidays and make-up workdays', () => {
		// October 1 to 8, 2025 were off; Saturday October 11 was worked.
		expect(likeDays('CN', '2025-10-15', 2)).toEqual(['2025-09-24', '2025-09-17']);
		expect(likeDays('CN', '2025-10-25', 3)).toEqual(['2025-10-18', '2025-09-27', '2025-09-20']);
	});

	it('compares a holiday with holidays, on any weekday', () => {
		expect(likeDays('CN', '2025-10-03', 2)).toEqual(['2025-10-02', '2025-10-01']);
		expect(likeDays('CN', '2025-10-01', 1)).toEqual(['2025-06-02']);
	});

	it('compares a make-up workday with working days of the weekday it stands for', () => {
		const days = likeDays('CN', '2025-10-11');
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

	it('tells where a number stands', () => {
		const like = band([10, 20, 30]);
		expect([9, 10, 30, 31].map((value) => standing(value, like))).toEqual([
			'below',
			'usual',
			'usual',
			'above'
		]);
		expect(standing(5, null)).toBe('unknown');
	});
});
