import fc from 'fast-check';
import { describe, expect, inject, test, vi } from 'vitest';
import type { CallChange, Outcome } from '#model/call.ts';
import { defaultQueue } from '#model/defaultQueue.ts';
import { CallCopy } from '#records/copyCalls.server.ts';
import { putQueue } from '#records/queues.server.ts';
import { emptyCalls } from '#records/testing/emptyCalls.server.ts';
import { testDatabase } from '#records/testing/testDatabase.server.ts';
import { readTallies } from '#rollups/read.server.ts';
import { offered } from '#rollups/tally.ts';
import { verifyRollups } from '#rollups/verify.server.ts';
import { forgetPlace, keepPlace, readPlace, type VerifyPlace } from '#rollups/verifyPlace.server.ts';
import { intervals } from '#time/intervals.ts';
import { CallStore } from './callStore.server.ts';
import { commitCalls, inTransaction } from './commitCalls.server.ts';
import { lookAhead, readyCalls } from './readyCalls.server.ts';
import { Names } from './resolve.server.ts';

const database = await testDatabase();
const names = new Names(database, { zone: 'Asia/Shanghai', country: 'CN' });

/** Two nights in which clocks change, so that days of 23, 24.5 and 25 hours are among those that are filled. */
const zones = ['Asia/Kathmandu', 'Australia/Lord_Howe', 'America/New_York', 'Europe/London', 'Asia/Shanghai'];
const spans = [Date.UTC(2026, 2, 7, 20), Date.UTC(2026, 3, 4, 4), Date.UTC(2026, 10, 1, 2)];

const change = (run: number): fc.Arbitrary<CallChange> =>
	fc
		.record({
			id: fc.integer({ min: 1, max: 60 }).map((n) => `c${n}`),
			span: fc.constantFrom(...spans),
			minute: fc.integer({ min: 0, max: 48 * 60 }),
			zone: fc.constantFrom(...zones),
			waitMs: fc.oneof(
				fc.integer({ min: 0, max: 400 }).map((s) => s * 1000),
				fc.integer({ min: 0, max: 9e6 })
			),
			talk: fc.option(fc.integer({ min: 0, max: 900 })),
			end: fc.constantFrom<Outcome | 'talking' | 'deleted'>(
				'waiting',
				'talking',
				'answered',
				'abandoned',
				'voicemail',
				'lost',
				'deleted'
			),
			topic: fc.constantFrom(null, undefined, 'refund', 'theft'),
			caller: fc.constantFrom(null, undefined, '13800000001', '13800000002'),
			revision: fc.constantFrom(0, 0, 0, 1, 2)
		})
		.map(({ id, span, minute, zone, waitMs, talk, end, topic, caller, revision }): CallChange => {
			const queue = `q${run}-${zone.toLowerCase().replace(/[^a-z]/g, '-')}`;
			if (end === 'deleted') return { id, source: `s${run}`, queue, revision, deleted: true };
			const enqueuedAt = span + minute * 60_000;
			const answered = end === 'answered' || end === 'talking';
			return {
				id,
				source: `s${run}`,
				queue,
				queueName: null,
				enqueuedAt,
				answeredAt: answered ? enqueuedAt + waitMs : null,
				endedAt:
					end === 'waiting' || end === 'talking' ? null : enqueuedAt + waitMs + (answered ? 60_000 : 0),
				outcome: end === 'talking' ? 'answered' : end,
				agent: undefined,
				topic,
				priority: undefined,
				caller,
				channel: 'voice',
				talkSeconds: end === 'answered' ? talk : null,
				holdSeconds: null,
				wrapSeconds: null,
				revision
			};
		});

let run = 0;

async function prepareRun(): Promise<number> {
	run++;
	for (const zone of zones) {
		const slug = `q${run}-${zone.toLowerCase().replace(/[^a-z]/g, '-')}`;
		await putQueue(database, defaultQueue(slug, { zone, country: 'CN' }));
	}
	return run;
}

async function send(changes: CallChange[]): Promise<void> {
	await commitCalls(database, await names.resolve(changes));
}

/** The same in so many parts of one transaction. */
async function sendInParts(changes: CallChange[], parts: number): Promise<void> {
	const incoming = await names.resolve(changes);
	await inTransaction(database, async (sql, lockedToo) => {
		const store = new CallStore(sql, [...incoming.map(({ queueId }) => queueId), ...lockedToo]);
		const size = Math.ceil(incoming.length / parts);
		for (let at = 0; at < incoming.length; at += size) {
			const some = incoming.slice(at, at + size);
			await store.add(readyCalls(some, await lookAhead(database.sql, some)));
		}
		await store.finish();
	});
}

describe('commitCalls', () => {
	test('whatever comes, in whatever order and batches, every figure equals a recount', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.array(change(0), { minLength: 1, maxLength: 60 }), { maxLength: 6 }),
				async (batches) => {
					const mine = await prepareRun();
					for (const batch of batches)
						await send(
							batch.map((one) => ({
								...one,
								source: `s${mine}`,
								queue: one.queue?.replace('q0', `q${mine}`) ?? ''
							}))
						);
					expect((await verifyRollups(database)).differences).toEqual([]);
					await emptyCalls(database);
				}
			),
			{ numRuns: 40, seed: 20260302 }
		);
	});

	test('parts of one transaction that contradict each other come to the same', async () => {
		// Few calls in one quarter hour, so that each comes in several parts, and the longest wait is often taken back.
		const near = change(0).map((one): CallChange => {
			const few = { ...one, id: `c${Number(one.id.slice(1)) % 5}`, queue: 'q0-asia-shanghai', revision: 0 };
			if (!('enqueuedAt' in few)) return few;
			const { enqueuedAt, answeredAt, endedAt } = few;
			const by = enqueuedAt - (spans[0] ?? 0) - (enqueuedAt % 600_000);
			const earlier = (at: number | null) => (at === null ? null : at - by);
			return {
				...few,
				enqueuedAt: enqueuedAt - by,
				answeredAt: earlier(answeredAt),
				endedAt: earlier(endedAt)
			};
		});
		const parts = fc.record({
			changes: fc.array(near, { minLength: 1, maxLength: 12 }),
			parts: fc.integer({ min: 2, max: 5 })
		});
		await fc.assert(
			fc.asyncProperty(fc.array(parts, { minLength: 1, maxLength: 3 }), async (batches) => {
				const mine = await prepareRun();
				for (const { changes, parts } of batches)
					await sendInParts(
						changes.map((one) => ({
							...one,
							source: `s${mine}`,
							queue: one.queue?.replace('q0', `q${mine}`) ?? ''
						})),
						parts
					);
				expect((await verifyRollups(database)).differences).toEqual([]);
				await emptyCalls(database);
			}),
			{ numRuns: 40, seed: 20260303 }
		);
	});

	test('batches large enough for COPY come to the same, with some keys known, repeated or moved', async () => {
		const some = fc
			.sample(change(900), { numRuns: 3000, seed: 7 })
			.map((one, i) => ({ ...one, id: `${one.id}-${i % 1500}` }));
		await send(some.slice(0, 1000));
		await sendInParts(some.slice(500, 2200), 3);
		await send(some);
		expect((await verifyRollups(database)).differences).toEqual([]);
		const [count] = await database.sql`select count(*)::int n from call`;
		expect(count?.n).toBe(new Set(some.map((one) => one.id)).size);
		await emptyCalls(database);
	});

	test.each([7, 1207, 2990])(
		'a large batch that looks new, yet holds a known call at %i, comes to the same',
		async (place) => {
			const some = fc
				.sample(change(903), { numRuns: 3000, seed: 8 })
				.map((one, i) => ({ ...one, id: `n${i}` }));
			const known = some[place];
			if (!known) throw new Error('no such call');
			await send([known]);
			const statuses = await commitCalls(database, await names.resolve(some));
			expect(statuses.filter((status) => status === 'created').length).toBeGreaterThan(2000);
			expect(statuses[place]).toBe('unchanged');
			expect((await verifyRollups(database)).differences).toEqual([]);
			await emptyCalls(database);
		}
	);

	test('what comes after the database has met a known call is stored all the same', async () => {
		const some = fc
			.sample(change(904), { numRuns: 3600, seed: 9 })
			.map((one, i) => ({ ...one, id: `k${i}` }));
		const incoming = await names.resolve(some);
		const [known] = some;
		if (known) await send([known]);
		const stopped = vi.spyOn(CallCopy.prototype, 'stop');
		const statuses = await inTransaction(database, async (sql, lockedToo) => {
			const store = new CallStore(sql, [...incoming.map(({ queueId }) => queueId), ...lockedToo]);
			try {
				// As where the known one is not in the sample that was looked up.
				await store.add(readyCalls(incoming.slice(0, 3000), new Map()));
				// A cluster tells of it at the end only.
				if (inject('testServers').length === 1)
					await expect.poll(() => stopped.mock.calls.length).toBeGreaterThan(0);
				await store.add(readyCalls(incoming.slice(3000), new Map()));
				return await store.finish();
			} finally {
				await store.close();
			}
		});
		stopped.mockRestore();
		expect(statuses[0]).toBe('unchanged');
		expect(statuses.filter((status) => status === 'created').length).toBeGreaterThan(3000);
		expect((await verifyRollups(database)).differences).toEqual([]);
		await emptyCalls(database);
	});

	test('several writers at once, with conflicting batches, leave figures that equal a recount', async () => {
		const batches = Array.from({ length: 24 }, (_, i) =>
			fc
				.sample(change(901), { numRuns: i % 3 === 0 ? 400 : 40, seed: 100 + i })
				.map((one, n) => ({ ...one, id: `${one.id}-${n % 7}` }))
		);
		await Promise.all(batches.map(send));
		expect((await verifyRollups(database)).differences).toEqual([]);
		await emptyCalls(database);
	});

	test('the sum over the parts of a range equals the range, in every zone and grain', async () => {
		const some = fc
			.sample(change(902), { numRuns: 1500, seed: 11 })
			.map((one, i) => ({ ...one, id: `${one.id}-${i}` }));
		await send(some);
		for (const zone of zones) {
			const slug = `q902-${zone.toLowerCase().replace(/[^a-z]/g, '-')}`;
			const [row] = await database.sql`select id from queue where slug = ${slug}`;
			const queue = [{ id: Number(row?.id), queue: { zone } }];
			const range = { startAt: Date.UTC(2026, 1, 28), endAt: Date.UTC(2026, 11, 1) };
			const counts = [];
			for (const grain of ['quarter', 'hour', 'day', 'week', 'month'] as const) {
				const parts = intervals(zone, range.startAt, range.endAt + 10 * 86_400_000, grain);
				const tallies = await readTallies(database, queue, parts);
				counts.push(tallies.reduce((sum, tally) => sum + offered(tally), 0));
			}
			const [calls] =
				await database.sql`select count(*)::int n from call where queue_id = ${queue[0]?.id ?? 0} and outcome <> 'deleted'`;
			expect(counts).toEqual(counts.map(() => calls?.n));
			expect(calls?.n).toBeGreaterThan(100);
		}
	});

	test('verify finds a figure that was tampered with, and repair mends it', async () => {
		await database.sql`update rollup set answered = answered + 1 where level = 15 and topic_id = 0 and answered > 0`;
		await database.sql`delete from rollup where level = 1440 and topic_id = 0`;
		expect((await verifyRollups(database)).differences.length).toBeGreaterThan(10);
		const days: string[] = [];
		const from = '2026-04-04';
		await verifyRollups(database, { from, progress: ({ date }) => void days.push(date) });
		expect(days.length).toBeGreaterThan(2);
		expect(days.every((date) => date >= from)).toBe(true);
		await verifyRollups(database, { repair: true });
		expect((await verifyRollups(database)).differences).toEqual([]);
		const months = await database.sql`
			update rollup set longest_answered_ms = 1 + coalesce(longest_answered_ms, 0) where level = 32000`;
		const found = (await verifyRollups(database, { repair: true })).differences;
		expect(found.map(({ level }) => level)).toEqual(new Array(months.count).fill('month'));
		expect((await verifyRollups(database)).differences).toEqual([]);
	});

	test('verify that was ended goes on at its place, and comes through all queues and days once', async () => {
		const places: string[] = [];
		const progress = ({ queue, date }: VerifyPlace) => void places.push(`${queue} ${date}`);
		await verifyRollups(database, { progress });
		expect(places.length).toBeGreaterThan(8);
		const all = places.splice(0);
		for (const at of [0, 3, all.length - 1]) {
			const ended = verifyRollups(database, {
				async progress(day) {
					progress(day);
					await keepPlace(database, day);
					if (places.length > at) throw new Error('ended');
				}
			});
			await expect(ended).rejects.toThrow('ended');
			await verifyRollups(database, { after: await readPlace(database), progress });
			expect(places.splice(0)).toEqual(all);
		}
		await forgetPlace(database);
		expect(await readPlace(database)).toBe(null);
	});
});
