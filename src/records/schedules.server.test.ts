import { afterEach, describe, expect, it, vi } from 'vitest';
import { defaultQueue } from '#model/defaultQueue.ts';
import { datesOf, schedules, spread } from '#time/fixtures/schedules.ts';
import { weekdayOf } from '#time/zone.ts';
import { testDatabase } from './testing/testDatabase.server.ts';

const database = await testDatabase();
const zoneOfTests = process.env.TZ;
afterEach(() => {
	process.env.TZ = zoneOfTests;
});

/** The calendar of a new queue through the database, everything loaded and seeded anew where the machine is in a zone. */
async function calendarIn(zone: string) {
	process.env.TZ = zone;
	vi.resetModules();
	const { putQueue } = await import('./queues.server.ts');
	const { readCalendar } = await import('./specialDays.server.ts');
	const { seedCountry } = await import('./seedCalendars.server.ts');
	await database.sql`update calendar_seed set version = 'older'`;
	const queue = defaultQueue('wallet', { name: 'Wallet', zone: 'Asia/Shanghai', country: 'CN' });
	const stored = await putQueue(database, queue);
	await seedCountry(database, 'CN', '2026-11-22');
	return readCalendar(database, stored);
}

describe.each([
	['America/Los_Angeles', 480],
	['UTC', 0],
	['Asia/Shanghai', -480]
])('on a machine in %s', (zone, minutesWest) => {
	it('China’s days are those of the published schedules, one by one', async () => {
		const calendar = await calendarIn(zone);
		expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(minutesWest);
		for (const [year, { off, worked }] of Object.entries(schedules)) {
			const [holidays, makeUps] = [new Set(off.flatMap(spread)), new Set(worked)];
			for (const date of datesOf(year)) {
				const ordinary = weekdayOf(date) > 5 ? 'weekend' : 'workday';
				const kind = holidays.has(date) ? 'holiday' : makeUps.has(date) ? 'make_up_workday' : ordinary;
				expect({ date, ...calendar(date) }).toMatchObject({ date, kind, published: true });
			}
		}
	});

	it('2027 is not published: the days of the law, estimated, and no make-up workdays', async () => {
		const calendar = await calendarIn(zone);
		const days = datesOf(2027).map((date) => ({ date, ...calendar(date) }));
		expect(days.some(({ published }) => published)).toBe(false);
		const holidays = days.filter(({ kind }) => kind === 'holiday');
		expect(holidays.map(({ date }) => date.slice(5)).join(' ')).toBe(
			'01-01 02-05 02-06 02-07 02-08 04-05 05-01 05-02 06-09 09-15 10-01 10-02 10-03'
		);
		expect(holidays.every(({ estimated }) => estimated)).toBe(true);
		expect(days.filter(({ kind }) => kind === 'make_up_workday')).toEqual([]);
	});
});
