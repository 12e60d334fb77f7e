import { beforeAll, describe, expect, it, vi } from 'vitest';
import { officePoints, zone } from '#analysis/forecast/testing/officePoints.ts';
import { peaks } from '#analysis/peaks.ts';
import { commitCalls } from '#ingest/commitCalls.server.ts';
import { Names } from '#ingest/resolve.server.ts';
import type { Call } from '#model/call.ts';
import { deleteAnnotation, restoreAnnotation, writeAnnotation } from '#records/annotations.server.ts';
import { readForecastDates } from '#records/forecasts.server.ts';
import { onNotice } from '#records/notices.server.ts';
import { findQueue, type StoredQueue } from '#records/queues.server.ts';
import { datedQueue } from '#records/specialDays.server.ts';
import { testDatabase } from '#records/testing/testDatabase.server.ts';
import { readTallies } from '#rollups/read.server.ts';
import { offered } from '#rollups/tally.ts';
import { addDays, dayStart, instantOf } from '#time/zone.ts';
import { forecastQueue } from '#work/forecastQueue.server.ts';
import { publishedWeek } from '#work/publishedWeeks.server.ts';
import { forecastPage } from './manager/forecast/forecastPage.server.ts';
import { likeLoads } from './manager/likeLoads.server.ts';
import { seenHours } from './seenHours.server.ts';
import { specialDayYear } from './specialDayYear.server.ts';

const database = await testDatabase();
const names = new Names(database, { zone, country: 'DE' });
const hourMs = 3_600_000;
const today = '2025-04-07';
const now = instantOf(zone, today, 12 * 60);
/** The Monday before, the last one of March: of 10 to 12 o'clock come 300 calls too many, and they wait long. */
const stormDay = '2025-03-31';
const storm = { fromAt: instantOf(zone, stormDay, 620), toAt: instantOf(zone, stormDay, 715) };

function call(id: string, enqueuedAt: number, waitMs: number): Call {
	const answeredAt = enqueuedAt + waitMs;
	return {
		...{ id, source: 'api', queue: 'office', queueName: null, enqueuedAt, answeredAt },
		...{ endedAt: answeredAt + 240_000, outcome: 'answered', agent: null, topic: null, priority: null },
		...{
			caller: null,
			channel: 'voice',
			talkSeconds: null,
			holdSeconds: null,
			wrapSeconds: null,
			revision: 0
		}
	};
}

const plain = officePoints({ days: 92, calls: 14 })
	.filter(({ startAt }) => startAt < now)
	.flatMap(({ startAt, offered: count }) =>
		Array.from({ length: count ?? 0 }, (_, i) =>
			call(`${startAt}-${i}`, startAt + ((i + 0.5) * hourMs) / (count ?? 1), 20_000)
		)
	);
const extra = Array.from({ length: 300 }, (_, i) =>
	call(`storm-${i}`, storm.fromAt + (i / 300) * (storm.toAt - storm.fromAt), 600_000)
);

async function everything(stored: StoredQueue) {
	const queue = await datedQueue(database, stored);
	const fromAt = dayStart(zone, addDays(today, -56));
	const dayStarts = Array.from({ length: 57 }, (_, i) => dayStart(zone, addDays(today, i - 56)));
	const days = dayStarts.slice(0, -1).map((startAt, i) => ({ startAt, endAt: dayStarts[i + 1] ?? now }));
	const [seen, [loads], year, counted] = await Promise.all([
		seenHours(database, [stored], fromAt, dayStart(zone, today)),
		likeLoads(database, [stored], queue, now),
		specialDayYear(database, [stored], { year: '2025', now }),
		readTallies(database, [stored], days)
	]);
	await forecastQueue(database, stored, { now });
	const forecast = await readForecastDates(database, stored.id, addDays(today, 7), addDays(today, 7));
	return {
		counted: counted.map(offered),
		cell: peaks(seen).cells[10],
		busiest: peaks(seen).busiest[0],
		like: loads?.like.map(({ date }) => date) ?? [],
		day: year.days.find(({ date }) => date === stormDay),
		monthEnd: year.kinds.find(({ kind }) => kind === 'last_business_day'),
		next: forecast[0]?.hours[10]?.offered.p50 ?? 0
	};
}

/** What four callers in five wait on month ends from 11 o'clock, as it is published. */
async function typicalMs(stored: StoredQueue): Promise<number | undefined> {
	const queue = await datedQueue(database, stored);
	const week = await publishedWeek(database, { id: stored.id, queue }, now);
	const ms = week.typical('month_end', 1, 11)?.mostMs;
	return ms && Math.round(ms / 5_000) * 5_000;
}

describe('a stretch of time that is marked as no example', () => {
	let stored: StoredQueue;
	beforeAll(async () => {
		for (const calls of [plain, extra]) await commitCalls(database, await names.resolve(calls));
		const found = await findQueue(database, 'office');
		if (!found) throw new Error('no queue');
		stored = found;
	});

	it('changes what is typical and forecast, and nothing that was counted', async () => {
		const before = await everything(stored);
		expect(before.cell?.offered_mean).toBeGreaterThan(30);
		expect(before.like).toContain(stormDay);
		const usual = 20_000;
		expect(await typicalMs(stored)).toBeGreaterThan(10 * usual);
		const told: unknown[] = [];
		const end = onNotice(database, (notice) => told.push(notice));
		const draft = { ...storm, queueId: stored.id, text: 'Storm', leaveOut: true };
		const made = await writeAnnotation(database, null, draft, { by: 'a@example.org', now });
		expect(told).toEqual([{ kind: 'annotations', queueId: stored.id }]);
		end();
		const after = await everything(stored);
		expect(after.counted).toEqual(before.counted);

		expect(after.cell).toMatchObject({ weekday: 1, hour: 10, days: 7 });
		expect(after.cell?.offered_mean).toBeLessThan(20);
		expect(after.like).not.toContain(stormDay);
		expect(after.like).toHaveLength(8);
		// What is shown in public is made anew behind what is shown.
		await vi.waitFor(async () => expect(await typicalMs(stored)).toBe(usual));
		expect(after.next).toBeLessThan(before.next);
		expect(after.next).toBeLessThan(22);
		// The day itself keeps its calls and stands against what was to be expected of it.
		expect(after.day?.offered).toBe(before.day?.offered);
		expect(after.day?.factor?.value).toBeGreaterThan(2);
		expect(after.monthEnd?.days).toBe((before.monthEnd?.days ?? 0) - 1);

		await deleteAnnotation(database, made?.id ?? '', now);
		expect((await everything(stored)).cell).toEqual(before.cell);
		await restoreAnnotation(database, made?.id ?? '', { queueId: made?.queueId ?? 0, ownOnly: false });
		const again = await everything(stored);
		expect(again.cell).toEqual(after.cell);
		// One that is only shown changes nothing, and neither does one of another queue.
		await writeAnnotation(
			database,
			made?.id ?? '',
			{ ...draft, leaveOut: false },
			{ by: 'b@example.org', now }
		);
		expect((await everything(stored)).cell).toEqual(before.cell);
		await writeAnnotation(database, made?.id ?? '', { ...draft, queueId: 999 }, { by: 'b@example.org', now });
		expect((await everything(stored)).cell).toEqual(before.cell);
		await writeAnnotation(
			database,
			made?.id ?? '',
			{ ...draft, queueId: null },
			{ by: 'b@example.org', now }
		);
		expect((await everything(stored)).cell).toEqual(after.cell);
	});

	/** What the page of the forecast says of today, once it is made anew. */
	async function todaySaid() {
		await forecastQueue(database, stored, { now });
		const query = new URLSearchParams({ day: today });
		const page = await forecastPage(database, stored.queue.slug, { query, now, lang: 'en' });
		const { days, hours } = page?.forecast ?? {};
		const numbers = /^(\d+) calls until 12:00, about (\d+) still to come: (\d+)–(\d+) in all\.$/;
		const [soFar, rest, low, high] = (numbers.exec(hours?.finding ?? '') ?? []).slice(1).map(Number);
		const [day] = await readForecastDates(database, stored.id, today, today);
		const isOver = ({ startAt }: { startAt: number }) => startAt < now;
		return {
			sentence: { soFar, rest: rest ?? NaN, width: (high ?? NaN) - (low ?? NaN) },
			day: days?.bands[0],
			came: hours?.bands.reduce((sum, { came, partial }) => sum + (partial ? 0 : (came ?? 0)), 0),
			expectedBefore: day?.hours.filter(isOver).map((hour) => hour.offered),
			expectedRest: day?.hours
				.filter((hour) => !isOver(hour))
				.reduce((sum, hour) => sum + hour.offered.p50, 0)
		};
	}

	it.each([
		['two hours of today', 9 * 60 + 20, 11 * 60],
		['all that is over of today', 0, 12 * 60],
		['the hour that runs as well', 10 * 60, 13 * 60]
	])('takes no call away from today, and nothing that is over for still to come: %s', async (_, from, to) => {
		const before = await todaySaid();
		const range = { fromAt: instantOf(zone, today, from), toAt: instantOf(zone, today, to) };
		const draft = { ...range, queueId: stored.id, text: 'Outage', leaveOut: true };
		const made = await writeAnnotation(database, null, draft, { by: 'a@example.org', now });
		const after = await todaySaid();
		await deleteAnnotation(database, made?.id ?? '', now);

		expect(before.sentence.soFar).toBe(
			plain.filter(({ enqueuedAt }) => enqueuedAt >= dayStart(zone, today)).length
		);
		expect(after.sentence.soFar).toBe(before.sentence.soFar);
		expect(after.came).toBe(before.sentence.soFar);
		expect(after.day).toMatchObject({ came: before.sentence.soFar, partial: true });
		expect(after.expectedBefore).toEqual(before.expectedBefore);
		// Only what is learned of the day may move the rest of it, and how sure that is.
		expect(after.sentence.rest).toBeCloseTo(after.expectedRest ?? NaN, -0.7);
		expect(Math.abs(after.sentence.rest / before.sentence.rest - 1)).toBeLessThan(0.1);
		expect(after.sentence.width / before.sentence.width).toBeLessThan(1.2);
	});
});
