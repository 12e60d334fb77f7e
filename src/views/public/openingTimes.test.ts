import { describe, expect, it } from 'vitest';
import { officeLine } from '#analysis/fixtures/weeks.ts';
import { openingTimes, specialDays } from './openingTimes.ts';

describe('openingTimes', () => {
	it('puts days with the same hours together', () => {
		expect(openingTimes(officeLine(), 'en')).toEqual([
			{ name: 'Mon–Fri', times: '09:00–18:00' },
			{ name: 'Sat–Sun', times: 'closed' },
			{ name: 'Public holidays', times: 'closed' }
		]);
		expect(openingTimes(officeLine(), 'zh')[0]).toEqual({ name: '周一至周五', times: '09:00–18:00' });
	});

	it('says all day, and both halves of a day with a break', () => {
		const line = officeLine();
		line.hours = {
			...line.hours,
			sat: [['00:00', '24:00']],
			sun: [
				['09:00', '12:00'],
				['13:00', '17:00']
			]
		};
		expect(openingTimes(line, 'en').slice(1, 3)).toEqual([
			{ name: 'Sat', times: 'all day' },
			{ name: 'Sun', times: '09:00–12:00, 13:00–17:00' }
		]);
	});
});

describe('specialDays', () => {
	it('names the holidays and make-up workdays ahead, by the date of the zone', () => {
		// 2026-04-29 20:00 in Shanghai; Labour Day is 1 to 5 May, and Saturday 9 May makes up for it.
		const days = specialDays(officeLine(), 'zh', Date.parse('2026-04-29T12:00:00Z'));
		expect(days.slice(0, 2)).toEqual([
			{ name: '5月1日 周五至5月5日 周二 · 劳动节', times: '不开放' },
			{ name: '5月9日 周六 · 调休上班', times: '09:00–18:00' }
		]);
	});
});
