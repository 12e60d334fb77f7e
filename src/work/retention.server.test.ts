import { expect, test } from 'vitest';
import type { Call } from '#model/call.ts';
import { commitCalls } from '#ingest/commitCalls.server.ts';
import { Names } from '#ingest/resolve.server.ts';
import { findQueue, putQueue } from '#records/queues.server.ts';
import { testDatabase } from '#records/testing/testDatabase.server.ts';
import { readTallies } from '#rollups/read.server.ts';
import { offered } from '#rollups/tally.ts';
import { verifyRollups } from '#rollups/verify.server.ts';
import { dropOldCalls } from './retention.server.ts';

const database = await testDatabase();
const now = Date.UTC(2026, 2, 31, 12);
const dayMs = 86_400_000;

const call = (id: string, enqueuedAt: number): Call => ({
	id,
	source: 'api',
	queue: 'kept',
	queueName: null,
	enqueuedAt,
	answeredAt: enqueuedAt + 7000,
	endedAt: enqueuedAt + 60_000,
	outcome: 'answered',
	agent: null,
	topic: 'refund',
	priority: null,
	caller: null,
	channel: 'voice',
	talkSeconds: null,
	holdSeconds: null,
	wrapSeconds: null,
	revision: 0
});

test('old calls go, their sums stay, and a recount looks only at what is kept', async () => {
	const names = new Names(database, { zone: 'Asia/Shanghai', country: 'CN' });
	const ages = [0, 1, 29, 30, 31, 45, 100];
	const calls = ages.map((days) => call(`c${days}`, now - days * dayMs - 3_600_000));
	await commitCalls(database, await names.resolve(calls));

	expect(await dropOldCalls(database, 30, now)).toBe(3);
	const queue = await findQueue(database, 'kept');
	if (!queue) throw new Error('the queue is not there');
	const [tally] = await readTallies(database, [queue], [{ startAt: now - 200 * dayMs, endAt: now + dayMs }]);
	expect(tally && offered(tally)).toBe(ages.length);
	expect((await verifyRollups(database, { kept: { retentionDays: 30, now } })).differences).toEqual([]);
	// Without knowing of the retention, what was dropped looks like a difference.
	expect((await verifyRollups(database)).differences.length).toBeGreaterThan(0);
});

test('a queue keeps its calls for a shorter time of its own, and never for longer than all', async () => {
	const names = new Names(database, { zone: 'Asia/Shanghai', country: 'CN' });
	const calls = [1, 8, 12, 40].flatMap((days) =>
		['short', 'long'].map((queue) => ({ ...call(`${queue}${days}`, now - days * dayMs), queue }))
	);
	await commitCalls(database, await names.resolve(calls));
	for (const [slug, days] of [
		['short', 10],
		['long', 60]
	] as const) {
		const stored = await findQueue(database, slug);
		if (!stored) throw new Error('the queue is not there');
		await putQueue(database, { ...stored.queue, retention_days: days });
	}
	const left = async () =>
		(await database.sql`select id from call where id like '%ort%' or id like 'long%' order by id`).map(
			({ id }) => id
		);
	await dropOldCalls(database, null, now);
	expect(await left()).toEqual(['long1', 'long12', 'long40', 'long8', 'short1', 'short8']);
	await dropOldCalls(database, 30, now);
	expect(await left()).toEqual(['long1', 'long12', 'long8', 'short1', 'short8']);
	const kept = { retentionDays: 30, now };
	expect((await verifyRollups(database, { queue: 'short', kept })).differences).toEqual([]);
	expect((await verifyRollups(database, { queue: 'long', kept })).differences).toEqual([]);
});
