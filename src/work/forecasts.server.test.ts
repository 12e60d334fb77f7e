import { beforeAll, describe, expect, it, vi } from 'vitest';
import { officePoints, zone } from '#analysis/forecast/testing/officePoints.ts';
import { accuracyOf } from '#analysis/forecast/accuracy.ts';
import { hourSeries } from '#analysis/forecast/hourSeries.ts';
import { plainCalendar } from '#analysis/forecast/forecastDay.ts';
import { commitCalls } from '#ingest/commitCalls.server.ts';
import { Names } from '#ingest/resolve.server.ts';
import type { Call } from '#model/call.ts';
import { writeAnnotation } from '#records/annotations.server.ts';
import { readForecast, readForecastDates } from '#records/forecasts.server.ts';
import { readKept } from '#records/keptForecasts.server.ts';
import { replacePlannedShifts } from '#records/plannedShifts.server.ts';
import { findQueue, type StoredQueue } from '#records/queues.server.ts';
import { testDatabase } from '#records/testing/testDatabase.server.ts';
import { readHours } from '#rollups/hours.server.ts';
import { dateOfDay, dayNumber } from '#time/dates.ts';
import { addDays, dayStart, instantOf } from '#time/zone.ts';
import { forecastQueue } from './forecastQueue.server.ts';
import { keepForecasts } from './forecasts.server.ts';
import { replayQueue } from './replayQueue.server.ts';

const database = await testDatabase();
const names = new Names(database, { zone, country: 'DE' });
const hourMs = 3_600_000;
const points = officePoints({ days: 92, calls: 14 });
const today = '2025-04-07';
const noon = instantOf(zone, today, 12 * 60);

/** Every call waits longer in busier hours, and most are answered. */
function callsOf(queue: string, until: number, times = 1): Call[] {
	return points
		.filter(({ startAt }) => startAt < until)
		.flatMap(({ startAt, offered }) =>
			Array.from({ length: (offered ?? 0) * times }, (_, i): Call => {
				const enqueuedAt = startAt + Math.floor(((i + 0.5) * hourMs) / ((offered ?? 1) * times));
				const answeredAt = enqueuedAt + 2_000 * (offered ?? 0) + (i % 7) * 1_000;
				const isAnswered = i % 9 !== 8;
				return {
					id: `${queue}-${startAt}-${i}`,
					source: 'api',
					queue,
					queueName: null,
					enqueuedAt,
					answeredAt: isAnswered ? answeredAt : null,
					endedAt: answeredAt + (isAnswered ? 240_000 : 0),
					outcome: isAnswered ? 'answered' : 'abandoned',
					agent: null,
					topic: null,
					priority: null,
					caller: null,
					channel: 'voice',
					talkSeconds: null,
					holdSeconds: null,
					wrapSeconds: null,
					revision: 0
				};
			})
		);
}

async function store(calls: Call[]): Promise<void> {
	for (let i = 0; i < calls.length; i += 10_000)
		await commitCalls(database, await names.resolve(calls.slice(i, i + 10_000)));
}

async function queueNamed(slug: string): Promise<StoredQueue> {
	const stored = await findQueue(database, slug);
	if (!stored) throw new Error(`no queue ${slug}`);
	return stored;
}

const range = (days: number): [string, string] => [today, addDays(today, days)];

describe('the forecast of a queue', () => {
	let stored: StoredQueue;
	beforeAll(async () => {
		await store(callsOf('office', noon));
		stored = await queueNamed('office');
		await forecastQueue(database, stored, { now: noon });
		expect(await replayQueue(database, stored, { now: noon })).toBe(true);
		expect(await replayQueue(database, stored, { now: noon })).toBe(false);
	});

	it('is there for today and four weeks, hour by hour, of sense and explained', async () => {
		const dates = await readForecastDates(database, stored.id, ...range(40));
		expect(dates.map(({ date }) => date)).toEqual(Array.from({ length: 29 }, (_, i) => addDays(today, i)));
		const tomorrow = dates[1];
		expect(tomorrow?.hours.map(({ startAt }) => startAt)).toEqual(
			Array.from({ length: 24 }, (_, i) => dayStart(zone, addDays(today, 1)) + i * hourMs)
		);
		// A Tuesday of 8 hours' worth of 14 × 1.05 calls.
		expect(tomorrow?.offered.p50).toBeGreaterThan(95);
		expect(tomorrow?.offered.p50).toBeLessThan(140);
		expect(tomorrow?.offered.p10).toBeLessThan(tomorrow?.offered.p50 ?? 0);
		for (const { hours, offered, reasons } of dates.slice(1)) {
			const total = hours.reduce((sum, hour) => sum + hour.offered.p50, 0);
			expect(total).toBeCloseTo(offered.p50, 1);
			const product = reasons.special.reduce(
				(all, { factor }) => all * factor,
				reasons.level * reasons.weekday * reasons.month * reasons.year
			);
			expect(product / total).toBeCloseTo(1, 2);
			// At night nobody has ever called.
			expect(hours[3]).toMatchObject({ offered: { p50: 0, p90: 0 }, waitP50Seconds: null, agents: 0 });
		}
	});

	it('knows waits and agents where there is something to know them from', async () => {
		const [, tomorrow] = await readForecastDates(database, stored.id, ...range(1));
		const busy = tomorrow?.hours[10];
		expect(busy?.waitP50Seconds).toBeGreaterThan(20);
		expect(busy?.waitP50Seconds).toBeLessThan(45);
		// 14 calls of 4 minutes are one Erlang.
		expect(busy?.agents).toBeGreaterThanOrEqual(2);
		expect(busy?.agents).toBeLessThanOrEqual(4);
	});

	it('takes what has come today for what it is', async () => {
		const [first] = await readForecastDates(database, stored.id, ...range(0));
		const came = callsOf('office', noon).filter(({ enqueuedAt }) => enqueuedAt >= dayStart(zone, today));
		expect(first).toMatchObject({ ahead: 0, soFar: { calls: came.length, untilAt: noon } });
		expect(first?.offered.interval95[0]).toBeGreaterThanOrEqual(came.length);
		expect(first?.hours).toHaveLength(24);
		// The hours that are over say what was expected of them in the morning, not what came.
		const kept = await readKept(database, stored.id, dayNumber(today), dayNumber(today) + 1);
		const morning = kept.find(({ ahead }) => ahead === 1);
		expect(morning?.replayed).toBe(false);
		expect(first?.hours[9]?.offered.p50).toBeCloseTo(morning?.calls.offpeak[9] ?? 0, 0);
	});

	it('takes a silence that has ended for over, and of one that lasts says up to when calls were told', async () => {
		const at = (hour: number) => instantOf(zone, today, hour * 60);
		const todaysCalls = (calls: Call[]) => calls.filter(({ enqueuedAt }) => enqueuedAt >= at(0)).length;
		const made = async (name: string, calls: Call[], now: number) => {
			await store(calls);
			const queue = await queueNamed(name);
			await forecastQueue(database, queue, { now });
			const [day] = await readForecastDates(database, queue.id, ...range(0));
			const toCome = day?.hours.filter(({ startAt }) => startAt >= (day.soFar?.untilAt ?? at(0))) ?? [];
			const rest = toCome.reduce((sum, { offered }) => sum + offered.p50, 0);
			expect((day?.soFar?.calls ?? 0) + rest).toBeCloseTo(day?.offered.p50 ?? NaN, 1);
			return day?.soFar;
		};
		const ended = callsOf('ended', at(13)).filter(
			({ enqueuedAt }) => enqueuedAt < at(9) || enqueuedAt >= at(11)
		);
		expect(await made('ended', ended, at(13))).toEqual({ calls: todaysCalls(ended), untilAt: at(13) });
		const lasts = callsOf('lasts', at(10));
		expect(await made('lasts', lasts, at(13))).toEqual({ calls: todaysCalls(lasts), untilAt: at(10) });
		expect(await made('untold', callsOf('untold', at(0)), at(13))).toBeNull();
	});

	it('keeps what was said, and replays what nobody had said yet', async () => {
		const day = dayNumber(today);
		const kept = await readKept(database, stored.id, day - 56, day + 28);
		expect(kept.filter(({ replayed }) => !replayed).map(({ day: of, ahead }) => [of - day, ahead])).toEqual([
			[0, 1],
			[2, 3],
			[6, 7],
			[13, 14],
			[27, 28]
		]);
		const counts = await readHours(database, stored, 0, noon);
		const series = hourSeries(counts, { calendar: plainCalendar, untilHour: day * 24 });
		const accuracy = series ? accuracyOf(kept, series) : [];
		expect(accuracy.map(({ ahead }) => ahead)).toEqual([1, 3, 7, 14, 28]);
		for (const { days, replayed, wape, held } of accuracy.slice(0, 3)) {
			expect(days).toBeGreaterThan(20);
			expect(replayed).toBe(days);
			// Fourteen calls an hour cannot be told better than by some 21 %.
			expect(wape.offpeak).toBeGreaterThan(0.15);
			expect(wape.offpeak).toBeLessThan((wape.seasonal_naive ?? 0) * 0.9);
			expect(held).toBeGreaterThan(0.65);
			expect(held).toBeLessThan(0.92);
		}
	});

	it('is made again on the next day without touching what was said', async () => {
		const before = await readKept(database, stored.id, dayNumber(today), dayNumber(today) + 40);
		await forecastQueue(database, stored, { now: noon + 24 * hourMs });
		const [first] = await readForecastDates(database, stored.id, addDays(today, -3), addDays(today, 3));
		expect(first?.date).toBe(addDays(today, 1));
		const after = await readKept(database, stored.id, dayNumber(today), dayNumber(today) + 40);
		for (const kept of before) expect(after).toContainEqual(kept);
		expect(after.length).toBeGreaterThan(before.length);
	});

	it('takes the plan of staff for the wait where there is one', async () => {
		const date = addDays(today, 3);
		const at = instantOf(zone, date, 10 * 60);
		const waits = [];
		for (const agents of [1, 8]) {
			const shift = { date, startAt: at - 2 * hourMs, endAt: at + 6 * hourMs, agents };
			await replacePlannedShifts(database, stored.id, [date], [shift]);
			await forecastQueue(database, stored, { now: noon + 25 * hourMs });
			const [hour] = await readForecast(database, stored.id, at, at + hourMs);
			waits.push(hour?.waitP50Seconds);
		}
		expect(waits[0]).toBeGreaterThan(60);
		expect(waits[1]).toBe(0);
	});

	it('says nothing of a queue that it hardly knows, or that has fallen asleep', async () => {
		await store(callsOf('young', dayStart(zone, addDays(points[0] ? '2025-01-06' : '', 2))));
		const young = await queueNamed('young');
		await forecastQueue(database, young, { now: dayStart(zone, '2025-01-08') + 9 * hourMs });
		expect(await readForecastDates(database, young.id, '2025-01-01', '2025-03-01')).toEqual([]);
		await store(callsOf('young', dayStart(zone, '2025-01-09')));
		await forecastQueue(database, young, { now: dayStart(zone, '2025-01-09') + 9 * hourMs });
		expect(await readForecastDates(database, young.id, '2025-01-01', '2025-03-01')).toHaveLength(29);
		await forecastQueue(database, young, { now: dayStart(zone, '2025-02-20') });
		expect(await readForecastDates(database, young.id, '2025-01-01', '2025-04-01')).toEqual([]);
	});
});

describe('who makes the forecasts', () => {
	it('makes those that are due, and again after an import of the past', async () => {
		// A connection that is opened waits for a timer: all of them are there before.
		await Promise.all(Array.from({ length: 10 }, () => database.sql`select pg_sleep(0.1)`));
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		let now = noon;
		await store(callsOf('kept', noon));
		const stored = await queueNamed('kept');
		const keeper = keepForecasts(database, () => now);
		await keeper.look();
		const made = async () => (await readForecastDates(database, stored.id, ...range(1)))[1];
		const first = await made();
		expect(first?.madeAt).toBe(noon);

		now += 60_000;
		await keeper.look();
		expect((await made())?.madeAt).toBe(noon);
		now += 60 * 60_000 + 60_000;
		await keeper.look();
		expect((await made())?.madeAt).toBe(now);

		// As many calls again for all days: the queue is due at once.
		const more = callsOf('kept', noon).map((call) => ({ ...call, id: `more-${call.id}` }));
		await store(more);
		now += 1_000;
		vi.advanceTimersByTime(4_000);
		vi.useRealTimers();
		await keeper.look();
		const second = await made();
		expect(second?.madeAt).toBe(now);
		expect((second?.offered.p50 ?? 0) / (first?.offered.p50 ?? 1)).toBeGreaterThan(1.7);

		// What a manager has marked makes it due as well, and of all queues all of them.
		for (const queueId of [stored.id, null]) {
			const mark = { fromAt: noon - 72 * hourMs, toAt: noon - 70 * hourMs, text: 'Outage', leaveOut: true };
			await writeAnnotation(database, null, { ...mark, queueId }, { by: 'a@example.org', now });
			now += 1_000;
			await keeper.look();
			expect((await made())?.madeAt).toBe(now);
		}
		await keeper.end();
	});

	it('is one of several processes', async () => {
		await store(callsOf('shared', noon));
		const stored = await queueNamed('shared');
		const keepers = [1, 2, 3].map(() => keepForecasts(database, () => noon + 5 * hourMs));
		await Promise.all(keepers.map((keeper) => keeper.look()));
		expect(await readForecastDates(database, stored.id, ...range(40))).toHaveLength(29);
		expect(dateOfDay(dayNumber(today))).toBe(today);
		await Promise.all(keepers.map((keeper) => keeper.end()));
	});
});
