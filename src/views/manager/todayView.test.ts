import { describe, expect, it } from 'vitest';
import type { DayLoad } from '#analysis/dayLoad.ts';
import { todayView } from './todayView.ts';

/** A day with the given calls from 9 o'clock on. */
function day(...calls: number[]): DayLoad {
	const hours = Array.from({ length: 24 }, (_, hour) => calls[hour - 9] ?? 0);
	return { date: '2026-11-23', soFar: 0, hours, quarters: [], total: 0 };
}

describe('todayView', () => {
	const like = [day(10, 20, 30, 60), day(20, 30, 40, 80), day(30, 40, 50, 90)];

	it('puts the hours of today beside those of like days, without hours never used', () => {
		const { hours } = todayView(
			day(15, 5),
			like,
			10,
			'en',
			new Map([
				[9, 25],
				[10, 26]
			])
		);
		expect(hours).toEqual([
			{
				label: '09:00–10:00',
				tick: '09:00',
				low: 10,
				median: 20,
				high: 30,
				today: 15,
				partial: false,
				expected: null
			},
			{
				label: '10:00–11:00',
				tick: '10:00',
				low: 20,
				median: 30,
				high: 40,
				today: 5,
				partial: true,
				expected: 26
			},
			{
				label: '11:00–12:00',
				tick: '11:00',
				low: 30,
				median: 40,
				high: 50,
				today: null,
				partial: false,
				expected: null
			},
			{
				label: '12:00–13:00',
				tick: '12:00',
				low: 60,
				median: 80,
				high: 90,
				today: null,
				partial: false,
				expected: null
			}
		]);
	});

	it('says when it was busiest, and when the usual peak is to come', () => {
		expect(todayView(day(15, 5), like, 10, 'en').finding).toBe(
			'The busiest hour so far was 09:00–10:00 with 15 calls. On days like today the most calls come at 12:00–13:00: a median of 80.'
		);
		expect(todayView(day(15, 5), like, 13, 'zh').finding).toBe('到目前为止 09:00–10:00 最忙，共 15 通。');
	});

	it('takes a day without anything', () => {
		const { finding, hours } = todayView(day(), [], 3, 'en');
		expect(finding).toBe('No calls yet today.');
		expect(hours).toHaveLength(24);
		expect(hours[3]).toMatchObject({ low: null, today: 0, partial: true });
	});
});
