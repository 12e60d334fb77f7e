import { describe, expect, it } from 'vitest';
import { todayFinding, type TodaySoFar } from './todayFinding.ts';

const monday: TodaySoFar = {
	date: '2026-11-23',
	time: '11:15',
	soFar: 300,
	like: [250, 280, 320, 350],
	country: 'CN',
	monthEndDays: 3
};

describe('todayFinding', () => {
	it('says that a day is usual', () => {
		expect(todayFinding(monday, 'en')).toEqual({
			finding: 'A usual day so far: 300 calls by 11:15; the last 4 Mondays had 250 to 350.',
			standing: 'usual',
			soFar: 300,
			like: { low: 250, median: 300, high: 350, days: 4 }
		});
		expect(todayFinding(monday, 'zh').finding).toBe(
			'目前与往常相当：截至 11:15 共 300 通来电，过去 4 个周一同时段为 250 至 350 通。'
		);
	});

	it('says how far it is outside of what was seen', () => {
		expect(todayFinding({ ...monday, soFar: 480 }, 'en').finding).toBe(
			'Busier than usual: 480 calls by 11:15, more than any of the last 4 Mondays (at most 350; 60% above their median).'
		);
		expect(todayFinding({ ...monday, soFar: 120 }, 'zh').finding).toBe(
			'比往常清闲：截至 11:15 共 120 通来电，少于过去 4 个周一中的任何一天（最少 250 通，低于中位数 60%）。'
		);
	});

	it('makes little of what chance may do', () => {
		expect(todayFinding({ ...monday, soFar: 360 }, 'en').finding).toBe(
			'A rather busy day so far: 360 calls by 11:15; the last 4 Mondays had 250 to 350.'
		);
		expect(todayFinding({ ...monday, soFar: 240 }, 'zh').finding).toMatch(
			/^目前比往常略少：截至 11:15 共 240 通来电/
		);
	});

	it('does not compare with too few days, or a day that has only begun', () => {
		const one = { ...monday, soFar: 1, like: [250, 280] };
		expect(todayFinding(one, 'en').finding).toBe(
			'1 call by 11:15. There are too few days like today to compare with yet.'
		);
		expect(todayFinding({ ...monday, time: '00:00', soFar: 0 }, 'en').finding).toBe(
			'The day has only begun.'
		);
		expect(todayFinding({ ...monday, soFar: 0, like: [0, 0, 0] }, 'en').finding).toBe(
			'No calls by 11:15, as on other days like today.'
		);
	});

	it('says what kind of day it is', () => {
		expect(todayFinding({ ...monday, date: '2025-10-01' }, 'zh').finding).toMatch(/今天是节假日：国庆节/);
		expect(todayFinding({ ...monday, date: '2025-10-11' }, 'en').finding).toMatch(
			/the last 4 working days that stand for a \w+ had 250 to 350\. Today is a make-up workday that stands for a \w+\.$/
		);
		expect(todayFinding({ ...monday, date: '2026-11-30' }, 'en').finding).toMatch(
			/It is the end of the month/
		);
	});
});
