import { setImmediate } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { lockQueues } from '#records/lockQueues.server.ts';
import { testDatabase } from '#records/testing/testDatabase.server.ts';
import { Ingest } from './acceptCalls.server.ts';
import { bodyOf } from './testing/bodyOf.ts';

const database = await testDatabase();
const { sql } = database;
const ingest = new Ingest(database, { zone: 'Asia/Shanghai', country: 'CN', retentionDays: null });
const firstAt = Date.UTC(2026, 2, 2);

/** Lines of finished calls of one queue. */
function lines(from: number, count: number): string {
	return Array.from({ length: count }, (_, i) => {
		const enqueuedAt = firstAt + (from + i) * 1000;
		const [start, end] = [enqueuedAt, enqueuedAt + 30_000].map((at) => new Date(at).toISOString());
		return `{"id":"${from + i}","queue":"slow","enqueued_at":"${start}","ended_at":"${end}"}\n`;
	}).join('');
}

const said = { contentType: 'application/x-ndjson', now: firstAt + 86_400_000 };

test('while the database stands still no more of a stream is read than a few parts, and then all of it', async () => {
	const known = 60;
	await ingest.accept(bodyOf(lines(0, known), said));
	const [queue] = await sql<{ id: number }[]>`select id from queue where slug = 'slow'`;
	const holder = await sql.reserve();
	await holder`begin`;
	await lockQueues(holder, [queue?.id ?? 0]);
	const records = 60_000;
	let taken = 0;
	const stream = new ReadableStream<Uint8Array>({
		pull(controller) {
			controller.enqueue(new TextEncoder().encode(lines(taken, 200)));
			taken += 200;
			if (taken === records) controller.close();
		}
	});
	const answer = ingest.accept(bodyOf(stream, said));
	await vi.waitFor(() => expect(taken).toBeGreaterThan(20_000), 20_000);
	// Time enough to read all of it, if it were.
	for (let turn = 0; turn < 3_000; turn++) await setImmediate();
	expect(taken).toBeLessThan(25_000);
	await holder`commit`;
	holder.release();
	expect(await answer).toMatchObject({ received: records, created: records - known, rejected: 0 });
});
