import { expect, test } from 'vitest';
import type { Call } from '#model/call.ts';
import { commitCalls } from '#ingest/commitCalls.server.ts';
import { Names } from '#ingest/resolve.server.ts';
import { findQueue, putQueue } from '#records/queues.server.ts';
import { storeRejects, type KeptReject } from '#records/rejects.server.ts';
import { testDatabase } from '#records/testing/testDatabase.server.ts';
import { readTallies } from '#rollups/read.server.ts';
import { offered } from '#rollups/tally.ts';
import { verifyRollups } from '#rollups/verify.server.ts';
import { listAudit, writeAudit } from '#access/audit.server.ts';
import { dropOld, dropOldCalls } from './retention.server.ts';

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

	expect(await dropOldCalls(database, 30, now)).toEqual(new Map([['kept', 3]]));
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

test('what goes because it is old stands in the log of changes, and old changes go too', async () => {
	const names = new Names(database, { zone: 'Asia/Shanghai', country: 'CN' });
	const calls = [1, 40, 41].map((days) => ({
		...call(`logged${days}`, now - days * dayMs),
		queue: 'logged'
	}));
	await commitCalls(database, await names.resolve(calls));
	await storeRejects(database, [
		{ ...reject, receivedAt: now - 40 * dayMs },
		{ ...reject, receivedAt: now }
	]);
	const note = { action: 'key made' };
	for (const days of [800, 700])
		await writeAudit(database, { who: 'lin', by: 'person' }, note, now - days * dayMs);

	const settings = { retentionDays: 30, rejectsDays: 30, auditDays: 730, callerKeyYearly: false };
	await dropOld(database, settings, now);
	await dropOld(database, settings, now + 3_600_000);
	const entries = await listAudit(database, {}, 100);
	const told = entries.map(({ who, by, action, changes }) => [who, by, action, changes]);
	expect(told.slice(0, 4)).toEqual([
		['retention', 'command', 'changes dropped', [{ field: 'changes', from: null, to: '1' }]],
		['retention', 'command', 'rejects dropped', [{ field: 'rejects', from: null, to: '1' }]],
		['retention', 'command', 'calls dropped', [{ field: 'logged', from: null, to: '2' }]],
		['lin', 'person', 'key made', []]
	]);
});

const reject: KeptReject = {
	line: 1,
	id: null,
	field: null,
	code: 'not_json',
	message: 'no JSON',
	text: '{',
	source: 'api',
	format: 'ndjson',
	receivedAt: now
};
