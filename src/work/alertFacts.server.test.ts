import { beforeAll, describe, expect, it } from 'vitest';
import { judgeAlert } from '#analysis/alerts/judgeAlert.ts';
import { commitCalls } from '#ingest/commitCalls.server.ts';
import { Names } from '#ingest/resolve.server.ts';
import type { AlertSettings } from '#model/alert.ts';
import type { Call } from '#model/call.ts';
import { defaultQueue } from '#model/defaultQueue.ts';
import { parseAlert } from '#model/parseAlert.ts';
import { keep } from '#records/keptForecasts.server.ts';
import { putQueue } from '#records/queues.server.ts';
import { testDatabase } from '#records/testing/testDatabase.server.ts';
import { dayNumber } from '#time/dates.ts';
import { addDays, instantOf } from '#time/zone.ts';
import { alertFacts } from './alertFacts.server.ts';
import { datedOf, type DatedQueue } from './datedQueues.server.ts';

const database = await testDatabase();
const zone = 'Europe/Berlin';
const names = new Names(database, { zone, country: 'DE' });
const today = '2026-03-26';
const at = (hour: number, minute = 0, date = today) => instantOf(zone, date, hour * 60 + minute);
const line = { waiting: 0, longestSinceAt: null, talking: 0, feed: 'live' } as const;
let dated: DatedQueue;

/** Calls spread evenly over an hour; every fourth gives up, every second is answered within its threshold. */
function hourOf(date: string, hour: number, count: number): Call[] {
	return Array.from({ length: count }, (_, i): Call => {
		const enqueuedAt = at(hour, 0, date) + Math.floor(((i + 0.5) * 3_600_000) / count);
		const isAnswered = i % 4 !== 3;
		const waitMs = i % 2 === 0 ? 10_000 : 60_000;
		return {
			id: `${date}-${hour}-${i}`,
			source: 'pbx',
			queue: 'support',
			queueName: null,
			enqueuedAt,
			answeredAt: isAnswered ? enqueuedAt + waitMs : null,
			endedAt: enqueuedAt + waitMs + 60_000,
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
	});
}

beforeAll(async () => {
	const stored = await putQueue(database, defaultQueue('support', { name: null, zone, country: 'DE' }));
	dated = await datedOf(database, stored);
	const past = [7, 14, 21, 28].flatMap((back) =>
		[9, 10].flatMap((hour) => hourOf(addDays(today, -back), hour, 40))
	);
	await commitCalls(
		database,
		await names.resolve([...past, ...hourOf(today, 9, 40), ...hourOf(today, 10, 100)])
	);
});

function rule(given: object): AlertSettings {
	const parsed = parseAlert(given);
	if ('field' in parsed) throw new Error(parsed.field);
	return parsed;
}

async function judged(given: object, now: number, feed: 'live' | 'late' = 'live') {
	const settings = rule(given);
	const known = { now, line: { ...line, feed }, lastRecords: new Map([['pbx', at(10, 50)]]) };
	return judgeAlert(settings, await alertFacts(database, dated, settings, known));
}

describe('shares of the last quarter hours', () => {
	it('count whole quarter hours and the one that runs, under the queue’s own formula', async () => {
		const level = { kind: 'service_level', limit: 0.6, window_seconds: 1800 };
		expect(await judged(level, at(10, 50))).toMatchObject({
			holds: true,
			// From 10:15 to 11:00; strict: answered within 20 s of answered and gone.
			reading: { value: 37 / 75, calls: 75, fromAt: at(10, 15), toAt: at(10, 50) }
		});
		const gone = { kind: 'abandonment', limit: 0.3, window_seconds: 3600 };
		expect(await judged(gone, at(11, 1))).toMatchObject({
			holds: false,
			reading: { value: 0.25, calls: 100 }
		});
	});
});

describe('load of the last whole hour', () => {
	const load = { kind: 'load', limit: 0.5 };

	it('is held against like days where there is no forecast', async () => {
		expect(await judged(load, at(10, 5))).toMatchObject({
			holds: false,
			// From 9:00 to 10:00.
			reading: { calls: 40, expected: 40, fromAt: at(9), toAt: at(10) }
		});
		expect(await judged(load, at(11, 5))).toMatchObject({
			holds: true,
			reading: { value: 1.5, calls: 100, expected: 40 }
		});
	});

	it('ends earlier where records come late, and is not known where none came', async () => {
		expect((await judged(load, at(11, 35), 'late')).reading).toMatchObject({ fromAt: at(10), toAt: at(11) });
		expect((await judged(load, at(13, 35), 'late')).holds).toBeNull();
		// Nothing is expected at noon, and nothing came.
		expect((await judged({ ...load, direction: 'below' }, at(12, 5))).holds).toBe(false);
	});

	it('is held against the forecast of the evening before', async () => {
		const hours = (calls: number) => Array.from({ length: 24 }, () => calls);
		const calls = { offpeak: hours(90), seasonal_naive: hours(1), mean_4: hours(1), median_8: hours(1) };
		await keep(database, dated.id, [
			{
				...{ day: dayNumber(today), ahead: 1, replayed: false, method: 'offpeak', calls },
				...{ p10: hours(70), p90: hours(120), total: [1000, 3000] }
			}
		]);
		// What is expected is kept while one hour is looked at; a quarter hour later it is read again.
		expect(await judged(load, at(11, 20))).toMatchObject({
			holds: false,
			reading: { calls: 75, expected: 90 }
		});
	});
});

it('records of a source are missed from the opening on', async () => {
	const silence = { kind: 'no_records', limit: 600, source: 'pbx' };
	expect((await judged(silence, at(10, 59))).holds).toBe(false);
	expect((await judged(silence, at(11))).holds).toBe(true);
	expect((await judged({ ...silence, source: 'other' }, at(11))).holds).toBe(true);
});
