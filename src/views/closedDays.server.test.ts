import { beforeAll, expect, it } from 'vitest';
import { officeLine } from '#analysis/fixtures/weeks.ts';
import { peaks } from '#analysis/peaks.ts';
import { commitCalls } from '#ingest/commitCalls.server.ts';
import { Names } from '#ingest/resolve.server.ts';
import type { Call } from '#model/call.ts';
import { findQueue, putQueue, type StoredQueue } from '#records/queues.server.ts';
import { testDatabase } from '#records/testing/testDatabase.server.ts';
import { dayKind } from '#analysis/dayKind.ts';
import { addDays, dayStart } from '#time/zone.ts';
import { queuePage } from './manager/queuePage.server.ts';
import { seenHours } from './seenHours.server.ts';

// A line that is open on workdays from 9 to 18. In these 13 weeks Sunday 20 September and Saturday 10 October
// make up for days of National Day, 1 to 7 October; 25 to 27 September are days off too.
const database = await testDatabase();
const zone = 'Asia/Shanghai';
const now = Date.parse('2026-11-16T08:00:00+08:00');
const firstDay = '2026-08-17';
const country = 'CN';
let stored: StoredQueue;

/** Of ten callers an hour one gives up, on the make-up Saturday four do; on two Sundays one calls in vain. */
function calls(): Call[] {
	const found: Call[] = [];
	for (let date = firstDay; date < '2026-11-16'; date = addDays(date, 1)) {
		const { kind } = dayKind({ country, month_end_days: 0 }, date);
		const add = (hour: number, count: number, gaveUp: number) => {
			for (let i = 0; i < count; i++) {
				const enqueuedAt = dayStart(zone, date) + hour * 3_600_000 + i * 300_000;
				const leaves = i < gaveUp;
				found.push({
					...{ id: `${date} ${hour} ${i}`, source: 'api', queue: 'wallet', queueName: null, enqueuedAt },
					...{ answeredAt: leaves ? null : enqueuedAt + 10_000, endedAt: enqueuedAt + 90_000 },
					...{ outcome: leaves ? 'abandoned' : 'answered', agent: null, topic: null, priority: null },
					...{
						caller: null,
						channel: 'voice',
						talkSeconds: null,
						holdSeconds: null,
						wrapSeconds: null,
						revision: 0
					}
				});
			}
		};
		if (kind === 'workday' || kind === 'make_up_workday')
			for (let hour = 9; hour < 17; hour++) add(hour, 10, date === '2026-10-10' ? 4 : 1);
		if (date === '2026-08-23' || date === '2026-08-30') add(8, 1, 1);
	}
	return found;
}

async function map(query: string) {
	const page = await queuePage(database, 'wallet', {
		query: new URLSearchParams(`weeks=13&${query}`),
		now,
		lang: 'en'
	});
	const cell = (weekday: number, hour: number) =>
		page?.peaks.cells.find((one) => one.weekday === weekday && one.hour === hour);
	return {
		finding: page?.peaks.finding,
		cell,
		days: page?.peaks.cell?.days,
		said: page?.peaks.cell?.finding
	};
}

beforeAll(async () => {
	await putQueue(database, officeLine());
	await commitCalls(database, await new Names(database, { zone, country }).resolve(calls()));
	const found = await findQueue(database, 'wallet');
	if (!found) throw new Error('no queue');
	stored = found;
});

it('shows days on which the line was open, or was called, and no others', async () => {
	const load = await map('measure=load');
	expect(load.cell(6, 10)).toMatchObject({ days: 1, value: 10 });
	expect(load.cell(6, 17)).toMatchObject({ days: 1, value: 0 });
	expect(load.cell(6, 8)).toMatchObject({ days: 0, value: null });
	expect(load.cell(7, 8)).toMatchObject({ days: 2, value: 1 });
	expect(load.cell(7, 10)).toMatchObject({ days: 1, value: 10 });
	expect(load.cell(7, 18)).toMatchObject({ days: 0, value: null });
	// Thursdays without the one of National Day; nobody calls from 17 on, which is seen.
	expect(load.cell(4, 10)).toMatchObject({ days: 12, value: 10 });
	expect(load.cell(4, 17)).toMatchObject({ days: 12, value: 0 });
	expect(load.cell(4, 18)).toMatchObject({ days: 0, value: null });
	expect((await map('measure=agents')).cell(6, 8)).toMatchObject({ days: 0, value: null });
});

it('makes no headline of a single Saturday', async () => {
	const { finding, cell } = await map('measure=abandonment');
	expect(cell(6, 10)).toMatchObject({ days: 1, value: 0.4 });
	expect(cell(7, 8)).toMatchObject({ days: 2, value: 1 });
	expect(finding).toMatch(/^Most callers give up on (Mon|Tues|Wednes|Thurs|Fri)day .*: 10%\.$/);
	expect((await map('measure=serviceLevel')).finding).toMatch(/lowest on (Mon|Tues|Wednes|Thurs|Fri)day/);
});

it('lists the days behind an hour', async () => {
	const saturday = await map('cell=6-10');
	expect(saturday.days?.map(({ date }) => date)).toEqual(['2026-10-10']);
	expect(saturday.said).toContain('10 calls on');
	const sunday = await map('cell=7-8');
	expect(sunday.days?.map(({ date }) => date)).toEqual(['2026-08-30', '2026-08-23']);
	expect(await map('cell=6-8')).toMatchObject({ days: [], said: 'No such hour was seen in these weeks.' });
});

it('goes by the service hours as they are', async () => {
	const cellsOf = async () => {
		const seen = await seenHours(database, [stored], dayStart(zone, firstDay), dayStart(zone, '2026-11-16'));
		return peaks(seen).cells;
	};
	const before = await cellsOf();
	expect(before[5 * 24 + 8]?.days).toBe(0);
	const { hours } = stored.queue;
	stored = await putQueue(database, officeLine({ hours: { ...hours, sat: [['08:30', '08:45']] } }));
	// Without the make-up workday, which has the hours of the day that it stands for, and two days off.
	expect((await cellsOf())[5 * 24 + 8]).toMatchObject({ days: 10, offered_mean: 0 });
	expect((await map('measure=load')).cell(6, 8)).toMatchObject({ days: 10, value: 0 });
});
