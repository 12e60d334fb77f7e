import { describe, expect, it } from 'vitest';
import { busyMornings, eightWeeks, officeLine, typicalOf } from './fixtures/weeks.ts';
import { typicalHours } from './typicalHours.ts';

const queue = officeLine();
/** A Wednesday. */
const now = Date.parse('2026-06-17T10:20:00+08:00');

describe('typicalHours', () => {
	it('pools an hour of a weekday over the weeks', () => {
		const typical = typicalOf(queue, now, ({ weekday }) => ({ calls: 10, waitSeconds: () => weekday * 60 }));
		expect(typical('workday', 2, 10)?.medianMs).toBeCloseTo(119_500);
		// Above two minutes waits are known within 2 %.
		expect(Math.abs((typical('workday', 4, 10)?.medianMs ?? 0) - 240_000)).toBeLessThan(4_800);
	});

	it('says the median and the wait of four callers in five', () => {
		const typical = typicalOf(queue, now, () => ({ calls: 11, waitSeconds: (i) => i * 10 }));
		expect(typical('workday', 3, 14)?.medianMs).toBeCloseTo(49_500);
		expect(typical('workday', 3, 14)?.mostMs).toBeCloseTo(79_500);
	});

	it('widens a thin weekday to all workdays, then to the part of the day, then says nothing', () => {
		const oneCall = typicalOf(queue, now, () => ({ calls: 1, waitSeconds: () => 60 }));
		expect(oneCall('workday', 3, 10)).not.toBeNull();
		const rare = typicalOf(queue, now, ({ weekday, hour }) => ({
			calls: weekday === 3 && hour < 12 ? 2 : 0,
			waitSeconds: () => 60
		}));
		expect(rare('workday', 1, 11)).not.toBeNull();
		expect(rare('workday', 3, 14)).toBeNull();
	});

	it('does not speak for fewer than four days, however many their calls', () => {
		const dates = ['2026-06-02', '2026-06-03', '2026-06-04'];
		const model = (days: string[]) =>
			typicalOf(queue, now, ({ date }) => ({ calls: days.includes(date) ? 500 : 0, waitSeconds: () => 60 }));
		expect(model(dates)('workday', 2, 10)).toBeNull();
		expect(model([...dates, '2026-06-05'])('workday', 2, 10)).not.toBeNull();
	});

	it('does not speak below min_calls', () => {
		const patient = { ...queue, public: { ...queue.public, min_calls: 1_000_000 } };
		expect(typicalOf(patient, now, busyMornings)('workday', 2, 10)).toBeNull();
	});

	it('counts a make-up workday among the weekday it stands for', () => {
		// Saturday 2026-05-09 makes up for a Tuesday of the May holiday.
		const typical = typicalOf(queue, now, ({ date }) => ({
			calls: date === '2026-05-09' ? 1_000 : 1,
			waitSeconds: () => (date === '2026-05-09' ? 600 : 60)
		}));
		const [workday, weekend] = [2, 6].map((weekday) => [
			typical('workday', weekday, 10)?.medianMs,
			typical('make_up_workday', weekday, 10)?.medianMs
		]);
		expect(workday?.[0]).toBeGreaterThan(500_000);
		expect(weekend?.[1]).toBe(typical('workday', 6, 10)?.medianMs);
		expect(typical('make_up_workday', 2, 10)).toEqual(typical('workday', 2, 10));
	});

	it('keeps month ends apart, and lets a thin one be like any workday', () => {
		const model = ({ date }: { date: string }) => ({
			calls: 20,
			waitSeconds: () => (date.slice(8) >= '28' ? 600 : 60)
		});
		const typical = typicalOf(queue, now, model);
		expect(typical('month_end', 3, 10)?.medianMs).toBeGreaterThan(500_000);
		expect(typical('workday', 3, 10)?.medianMs).toBeLessThan(70_000);
		const never = typicalOf({ ...queue, month_end_days: 0 }, now, () => ({
			calls: 20,
			waitSeconds: () => 60
		}));
		expect(never('month_end', 3, 10)).toEqual(never('workday', 3, 10));
	});

	it('leaves out what came in while the line was closed', () => {
		const typical = typicalOf(queue, now, ({ hour }) => ({
			calls: 20,
			waitSeconds: () => (hour < 9 ? 3_000 : 60)
		}));
		expect(typical('workday', 2, 8)).toEqual(typical('workday', 2, 9));
		expect(typical('workday', 2, 8)?.mostMs).toBeLessThan(70_000);
	});

	it('does not care in which order the hours come', () => {
		const { intervals, tallies } = eightWeeks(queue, now, busyMornings);
		const there = typicalHours(queue, intervals, tallies);
		const back = typicalHours(queue, intervals.toReversed(), tallies.toReversed());
		for (let hour = 0; hour < 24; hour++) expect(back('workday', 2, hour)).toEqual(there('workday', 2, hour));
	});
});
