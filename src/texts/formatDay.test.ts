import { describe, expect, it } from 'vitest';
import { formatDay, formatMonth, weekdayName } from './formatDay.ts';

describe('days in words', () => {
	it.each([
		['2026-11-23', '11月23日 周一', 'Mon, Nov 23', '2026年11月23日 周一', 'Mon, Nov 23, 2026'],
		['2024-02-29', '2月29日 周四', 'Thu, Feb 29', '2024年2月29日 周四', 'Thu, Feb 29, 2024'],
		['2026-01-01', '1月1日 周四', 'Thu, Jan 1', '2026年1月1日 周四', 'Thu, Jan 1, 2026']
	])('writes %s', (date, zh, en, zhYear, enYear) => {
		expect(formatDay(date, 'zh')).toBe(zh);
		expect(formatDay(date, 'en')).toBe(en);
		expect(formatDay(date, 'zh', { year: true })).toBe(zhYear);
		expect(formatDay(date, 'en', { year: true })).toBe(enYear);
	});

	it('names the month of a date', () => {
		expect(formatMonth('2026-11-30', 'zh')).toBe('2026年11月');
		expect(formatMonth('2026-11-30', 'en')).toBe('November 2026');
	});

	it('names the weekdays from Monday on', () => {
		const names = (lang: 'zh' | 'en', width: 'long' | 'short' | 'narrow') =>
			[1, 2, 3, 4, 5, 6, 7].map((weekday) => weekdayName(weekday, lang, width)).join(' ');
		expect(names('zh', 'long')).toBe('星期一 星期二 星期三 星期四 星期五 星期六 星期日');
		expect(names('zh', 'short')).toBe('周一 周二 周三 周四 周五 周六 周日');
		expect(names('zh', 'narrow')).toBe('一 二 三 四 五 六 日');
		expect(names('en', 'long')).toBe('Monday Tuesday Wednesday Thursday Friday Saturday Sunday');
		expect(names('en', 'short')).toBe('Mon Tue Wed Thu Fri Sat Sun');
	});
});
