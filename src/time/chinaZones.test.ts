import { afterEach, describe, expect, it, vi } from 'vitest';
import { datesOf, schedules, spread } from './fixtures/schedules.ts';

const ours = process.env.TZ;
afterEach(() => {
	process.env.TZ = ours;
});

// A library whose functions read dates by the machine's clock was wrong on every fourth day in America.
describe.each([
	['America/Los_Angeles', 7],
	['UTC', 0],
	['Asia/Shanghai', -8]
])('with the machine’s clock in %s', (zone, hoursBehind) => {
	it.each(Object.entries(schedules))(
		'the schedule of %s is as it was published, day by day',
		async (year, { off, worked }) => {
			process.env.TZ = zone;
			expect(new Date(`${year}-07-01T12:00:00Z`).getTimezoneOffset()).toBe(hoursBehind * 60);
			vi.resetModules();
			const { calendarDay } = await import('./calendar.ts');
			const { calendarOf } = await import('./calendarOf.ts');
			const { seedDays } = await import('./seedDays.ts');
			const stored = calendarOf({ country: 'CN' }, seedDays('CN', '2026-11-22'));
			const holidays = new Set(off.flatMap(spread));
			for (const date of datesOf(year)) {
				const kind = holidays.has(date) ? 'holiday' : worked.includes(date) ? 'make_up_workday' : 'neither';
				for (const day of [calendarDay('CN', date), stored(date)]) {
					const isOrdinary = day.kind === 'workday' || day.kind === 'weekend';
					expect([date, isOrdinary ? 'neither' : day.kind]).toEqual([date, kind]);
				}
			}
		}
	);
});
