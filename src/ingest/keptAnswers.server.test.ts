import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CallChange, Outcome } from '#model/call.ts';
import { defaultQueue } from '#model/defaultQueue.ts';
import { putQueue, queueIds } from '#records/queues.server.ts';
import { testDatabase, toSameDatabase } from '#records/testing/testDatabase.server.ts';
import { changeQueue } from '#rollups/changeQueue.server.ts';
import { keepAnswers } from '#rollups/keepAnswers.server.ts';
import { readTallies } from '#rollups/read.server.ts';
import { offered } from '#rollups/tally.ts';
import { verifyRollups } from '#rollups/verify.server.ts';
import { quantileMs } from '#rollups/waits.ts';
import { intervals, type Interval } from '#time/intervals.ts';
import { commitCalls } from './commitCalls.server.ts';
import { Names } from './resolve.server.ts';

const database = await testDatabase();
const names = new Names(database, { zone: 'Asia/Kathmandu', country: 'CN' });
const zone = 'Asia/Kathmandu';
const fromAt = Date.UTC(2026, 2, 1, 18, 15);
const dayMs = 86_400_000;

interface Said {
	id: string;
	day: number;
	waitSeconds: number;
	outcome: Outcome | 'deleted';
	topic: string | null;
	revision: number;
}

function change(queue: string, { id, day, waitSeconds, outcome, topic, revision }: Said): CallChange {
	if (outcome === 'deleted') return { id, source: queue, queue, revision, deleted: true };
	const enqueuedAt = fromAt + day * dayMs + 10 * 3_600_000;
	const leftAt = enqueuedAt + waitSeconds * 1000;
	return {
		id,
		source: queue,
		queue,
		queueName: null,
		enqueuedAt,
		answeredAt: outcome === 'answered' ? leftAt : null,
		endedAt: leftAt,
		outcome,
		agent: undefined,
		topic,
		priority: undefined,
		caller: null,
		channel: 'voice',
		talkSeconds: null,
		holdSeconds: null,
		wrapSeconds: null,
		revision
	};
}

/** A queue of its own, its calls written by other connections than those that read, and how often an answer was made. */
async function prepare(slug: string) {
	const other = await toSameDatabase(database);
	await putQueue(database, defaultQueue(slug, { zone, country: 'CN' }));
	const id = (await queueIds(database, [slug])).get(slug) ?? 0;
	const queues = [{ id, queue: { zone } }];
	const keep = keepAnswers<string>(1_000_000, (answer) => answer.length);
	let made = 0;
	const write = async (...said: Said[]) =>
		commitCalls(other, await names.resolve(said.map((one) => change(slug, one))));
	const fresh = async (range: Interval, topic: string | null = null) => {
		const tallies = await readTallies(database, queues, intervals(zone, range.startAt, range.endAt, 'hour'), {
			topic
		});
		return JSON.stringify(
			tallies.map((tally) => [
				offered(tally),
				tally.answered,
				quantileMs(tally.waits, 0.9),
				tally.longestAnsweredMs
			])
		);
	};
	const kept = (range: Interval, topic: string | null = null) =>
		keep(database, { key: String(topic), queues, range }, () => {
			made++;
			return fresh(range, topic);
		});
	const madeBy = async (ask: () => Promise<unknown>) => {
		const before = made;
		await ask();
		return made - before;
	};
	return { id, write, fresh, kept, madeBy };
}

const days = (from: number, to: number): Interval => ({
	startAt: fromAt + from * dayMs,
	endAt: fromAt + to * dayMs
});
const call = (id: string, day: number, said: Partial<Said> = {}): Said => ({
	id,
	day,
	waitSeconds: 10,
	outcome: 'answered',
	topic: null,
	revision: 0,
	...said
});

describe('kept answers', () => {
	test('are made once, and again after each change of a figure that they are made of', async () => {
		const { write, fresh, kept, madeBy } = await prepare('changes');
		const week = days(0, 7);
		const ask = async () => expect(await kept(week)).toBe(await fresh(week));
		await write(call('a', 1), call('b', 1, { waitSeconds: 30 }), call('c', 2), call('later', 9));
		expect(await madeBy(ask)).toBe(1);
		expect(await madeBy(ask)).toBe(0);
		// The same sums, the same bytes: only who waited how long is another.
		await write(
			call('a', 1, { waitSeconds: 12, revision: 1 }),
			call('b', 1, { waitSeconds: 28, revision: 1 })
		);
		expect(await madeBy(ask)).toBe(1);
		await write(call('c', 2, { topic: 'refund', revision: 1 }));
		const byTopic = async () => expect(await kept(week, 'refund')).toBe(await fresh(week, 'refund'));
		expect(await madeBy(byTopic)).toBe(1);
		await write(call('c', 2, { topic: 'theft', revision: 2 }));
		expect(await madeBy(byTopic)).toBe(1);
		await write(call('b', 1, { outcome: 'deleted', revision: 2 }));
		await write(call('a', 1, { outcome: 'deleted', revision: 2 }));
		expect(await madeBy(ask)).toBe(1);
		expect(await madeBy(ask)).toBe(0);
		// Another time of the same queue.
		await write(call('later', 9, { waitSeconds: 50, revision: 1 }), call('more', 8));
		expect(await madeBy(ask)).toBe(0);
	});

	test('of a year look at its months, and see a change in any of its days', async () => {
		const { write, fresh, kept, madeBy } = await prepare('year');
		const year = days(-200, 165);
		const ask = async () => expect(await kept(year)).toBe(await fresh(year));
		const places = [-200, -199, -170, -90, 0, 29, 30, 140, 164];
		await write(...places.map((day) => call(`at ${day}`, day)));
		expect(await madeBy(ask)).toBe(1);
		for (const day of places) {
			await write(call(`at ${day}`, day, { waitSeconds: 11, revision: 1 }));
			expect(await madeBy(ask), `day ${day}`).toBe(1);
			expect(await madeBy(ask), `day ${day}`).toBe(0);
		}
	});

	test('see what repair has mended and a zone that has changed', async () => {
		const { id, write, fresh, kept, madeBy } = await prepare('mended');
		const week = days(0, 7);
		const ask = async () => expect(await kept(week)).toBe(await fresh(week));
		await write(call('a', 1), call('b', 4));
		await database.sql`update rollup set answered = 5 where queue_id = ${id} and level = 60`;
		await ask();
		await verifyRollups(database, { repair: true });
		expect(await madeBy(ask)).toBe(1);
		await changeQueue(database, defaultQueue('mended', { zone: 'Asia/Shanghai', country: 'CN' }));
		expect(await madeBy(ask)).toBe(1);
	});

	test('are what would be made now, whatever is written in between', async () => {
		const { write, fresh, kept } = await prepare('any');
		const said = fc.record({
			id: fc.integer({ min: 1, max: 12 }).map((n) => `c${n}`),
			day: fc.integer({ min: -3, max: 130 }),
			waitSeconds: fc.integer({ min: 0, max: 400 }),
			outcome: fc.constantFrom<Said['outcome']>('answered', 'answered', 'abandoned', 'deleted'),
			topic: fc.constantFrom(null, 'refund'),
			revision: fc.integer({ min: 0, max: 3 })
		});
		const ranges = [days(0, 7), days(0, 1), days(-3, 131), days(28, 31)];
		for (const batch of fc.sample(fc.array(said, { minLength: 1, maxLength: 5 }), { numRuns: 40, seed: 4 })) {
			await Promise.all([write(...batch), ...ranges.map((range) => kept(range))]);
			for (const range of ranges) expect(await kept(range)).toBe(await fresh(range));
		}
	});

	test('that were not asked for the longest go when there are too many; failures are not kept', async () => {
		const keep = keepAnswers<string>(1000, (answer) => answer.length);
		const queues = [{ id: 1, queue: { zone } }];
		let made = 0;
		const ask = (key: string) =>
			keep(database, { key, queues, range: days(0, 1) }, async () => {
				made++;
				return 'x'.repeat(350);
			});
		for (const key of ['a', 'b', 'a', 'c', 'a']) await ask(key);
		expect(made).toBe(3);
		await ask('b');
		expect(made).toBe(4);
		const fails = () =>
			keep(database, { key: 'd', queues, range: days(0, 1) }, () => Promise.reject(new Error('no')));
		await expect(fails()).rejects.toThrow('no');
		await expect(fails()).rejects.toThrow('no');
	});
});
