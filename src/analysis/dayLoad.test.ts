import { expect, it } from 'vitest';
import { intervals } from '#time/intervals.ts';
import { dayStart } from '#time/zone.ts';
import { dayLoad } from './dayLoad.ts';

function quartersOf(zone: string, date: string, next: string) {
	return intervals(zone, dayStart(zone, date), dayStart(zone, next), 'quarter');
}

it('sums quarters to hours, and up to an instant', () => {
	const quarters = quartersOf('Asia/Kathmandu', '2026-03-02', '2026-03-03');
	const counts = quarters.map((_, i) => (i >= 36 && i < 44 ? 5 : 0));
	const untilAt = dayStart('Asia/Kathmandu', '2026-03-02') + 9.5 * 3_600_000;
	const load = dayLoad('Asia/Kathmandu', '2026-03-02', quarters, counts, untilAt);
	expect(load).toMatchObject({ date: '2026-03-02', soFar: 10, total: 40 });
	expect(load.hours[8]).toBe(0);
	expect(load.hours.slice(9, 11)).toEqual([20, 20]);
});

it('takes the mean of an hour that the clock shows twice, and knows none that it skips', () => {
	const autumn = quartersOf('America/New_York', '2026-11-01', '2026-11-02');
	const counts = autumn.map(() => 1);
	expect(autumn).toHaveLength(100);
	const load = dayLoad('America/New_York', '2026-11-01', autumn, counts, 0);
	expect(load.hours[1]).toBe(4);
	expect(load.total).toBe(100);
	const spring = quartersOf('America/New_York', '2026-03-08', '2026-03-09');
	const short = dayLoad(
		'America/New_York',
		'2026-03-08',
		spring,
		spring.map(() => 1),
		0
	);
	expect(short.hours[2]).toBeNull();
	expect(short.total).toBe(92);
});
