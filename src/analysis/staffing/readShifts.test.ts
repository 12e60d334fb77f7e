import { describe, expect, test } from 'vitest';
import { readShifts } from './readShifts.ts';

const zone = 'Asia/Shanghai';
const at = (text: string) => Date.parse(text);

describe('planned staff as CSV', () => {
	test('a date and times of the day', () => {
		const { shifts, problems } = readShifts('date,start,end,agents\n2026-11-23,9:00,17:30,12\n', zone);
		expect(problems).toEqual([]);
		expect(shifts).toEqual([
			{
				startAt: at('2026-11-23T09:00:00+08:00'),
				endAt: at('2026-11-23T17:30:00+08:00'),
				agents: 12,
				date: '2026-11-23'
			}
		]);
	});

	test('Chinese headers, a mark at the beginning, semicolons, a night shift and midnight', () => {
		const text = '\uFEFF日期;开始;结束;人数\r\n2026/11/23;22:00;06:00;3\r\n2026-11-23;18:00;24:00;2\r\n';
		expect(readShifts(text, zone).shifts.map(({ startAt, endAt }) => (endAt - startAt) / 3_600_000)).toEqual([
			6, 8
		]);
	});

	test('instants and local times without a date column; the same stretch twice adds up', () => {
		const text = [
			'start,end,agents',
			'2026-11-23T09:00:00+08:00,2026-11-23T10:00:00+08:00,2',
			'2026-11-23 09:00,2026-11-23 10:00,3'
		].join('\n');
		expect(readShifts(text, zone).shifts.map(({ agents }) => agents)).toEqual([5]);
	});

	test('a wrong row costs itself, and says which field', () => {
		const text = [
			'date,start,end,agents',
			'2026-02-30,09:00,10:00,1',
			'2026-11-23,25:00,10:00,1',
			'2026-11-23,09:00,,1',
			'2026-11-23,09:00,10:00,some',
			'2026-11-23,09:00,10:00,4'
		].join('\n');
		const { shifts, problems } = readShifts(text, zone);
		expect(problems.map(({ line, field }) => [line, field])).toEqual([
			[2, 'date'],
			[3, 'start'],
			[4, 'end'],
			[5, 'agents']
		]);
		expect(shifts).toHaveLength(1);
	});

	test('without a header nothing is guessed', () => {
		expect(readShifts('2026-11-23,09:00,10:00,4\n', zone).problems).toMatchObject([
			{ line: 1, field: 'row' }
		]);
		expect(readShifts('', zone).problems).toHaveLength(1);
	});
});
