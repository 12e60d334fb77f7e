import { describe, expect, it } from 'vitest';
import type { DayReasons } from '#model/forecast.ts';
import type { CalendarDay } from '#time/calendar.ts';
import { changeText, dayWords, hourWords, reasonsOf } from './forecastWords.ts';

const day: CalendarDay = { kind: 'workday', name: null, standsFor: 1, published: true };
const reasons: DayReasons = {
	level: 312.4,
	like: 1,
	weekday: 1.18,
	month: 1.04,
	year: 1.002,
	special: [{ kind: 'class', name: 'after_holiday', factor: 1.13 }],
	method: 'offpeak'
};

describe('why a day is expected to bring what it does', () => {
	it('is said in words and factors, the weekday first, then by size', () => {
		expect(dayWords(reasons, '2026-11-30', day, 'en')).toBe(
			'Monday +18%, after a holiday +13%, end of the month +4%, level of the last weeks 312 a day'
		);
		expect(dayWords(reasons, '2026-11-30', day, 'zh')).toBe(
			'星期一 +18%，节后 +13%，月末 +4%，近几周平均每天 312 通'
		);
		expect(hourWords({ ...reasons, share: 0.094 }, '2026-11-03', day, 'en')).toMatch(
			/^9\.4% of the day, Monday \+18%, after a holiday \+13%, start of the month \+4%/
		);
	});

	it('takes the course of the month and its business days together', () => {
		const special = [{ kind: 'class' as const, name: 'last_business_day', factor: 1.05 }];
		expect(reasonsOf({ ...reasons, month: 1.16, special }, '2026-11-30', day, 'en')).toEqual([
			{ kind: 'weekday', name: 'Monday', factor: 1.18 },
			{ kind: 'month', name: 'end of the month and last business day', factor: 1.16 * 1.05 }
		]);
	});

	it('names of these what moves the day', () => {
		const named = (month: number, factor: number, lang: 'en' | 'zh' = 'en') =>
			reasonsOf(
				{ ...reasons, month, special: [{ kind: 'class', name: 'last_business_day', factor }] },
				'2026-11-30',
				day,
				lang
			)
				.filter(({ kind }) => kind === 'month')
				.map(({ name }) => name);
		expect(named(1.22, 0.995)).toEqual(['end of the month']);
		expect(named(1.001, 1.2)).toEqual(['last business day']);
		expect(named(1.22, 0.96, 'zh')).toEqual(['月末及当月最后一个工作日']);
		expect(named(1.001, 0.999)).toEqual([]);
	});

	it('leaves out what moves nothing', () => {
		const flat = { ...reasons, weekday: 1.004, month: 0.995, special: [] };
		expect(reasonsOf(flat, '2026-11-16', day, 'en')).toEqual([]);
	});

	it('names holidays, managers’ own kinds, and what a holiday is like', () => {
		const holiday: CalendarDay = {
			kind: 'holiday',
			name: { en: 'National Day', zh: '国庆节' },
			standsFor: 4,
			published: true,
			classes: [{ kind: 'double_11', name: { en: 'Singles’ Day', zh: '双十一' } }]
		};
		const off: DayReasons = {
			...reasons,
			like: 7,
			weekday: 0.4,
			special: [
				{ kind: 'class', name: 'holiday', factor: 0.9 },
				{ kind: 'name', name: 'National Day', factor: 0.95 },
				{ kind: 'class', name: 'double_11', factor: 4 },
				{ kind: 'class', name: 'pay_day', factor: 1.2 }
			]
		};
		expect(dayWords(off, '2026-10-01', holiday, 'zh')).toBe(
			'如同休息日 −60%，双十一 ×4.0，pay day +20%，节假日 −10%，国庆节 −5%，月初 +4%，近几周平均每天 312 通'
		);
	});

	it('says when a naive method is used instead', () => {
		expect(dayWords({ ...reasons, method: 'mean_4' }, '2026-11-30', day, 'en')).toMatch(
			/^Mean of the last 4, as that has been nearer lately, Monday/
		);
		expect([changeText(0.38, 'en'), changeText(2.5, 'en'), changeText(3.14, 'zh')]).toEqual([
			'−62%',
			'+150%',
			'×3.1'
		]);
	});
});
