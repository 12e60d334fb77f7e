import { expect, test } from 'vitest';
import type { CallChange } from '#model/call.ts';
import { connect } from '#records/database.server.ts';
import { isUnavailable } from '#records/isUnavailable.ts';
import { lockQueues } from '#records/lockQueues.server.ts';
import { testDatabase } from '#records/testing/testDatabase.server.ts';
import { verifyRollups } from '#rollups/verify.server.ts';
import { BodyProblem } from './bodyProblem.ts';
import { Lane } from './lane.ts';
import { Names } from './resolve.server.ts';
import { Writer } from './writer.server.ts';

const database = await testDatabase();
const { sql } = database;
const names = new Names(database, { zone: 'Asia/Shanghai', country: 'CN' });
const firstAt = Date.UTC(2026, 2, 2);

/** Finished calls of three queues; the same numbers give the same keys, `talk` tells one state from another. */
function calls(from: number, count: number, talk = 60): CallChange[] {
	return Array.from({ length: count }, (_, i) => {
		const enqueuedAt = firstAt + (from + i) * 7_000;
		return {
			id: `c${from + i}`,
			source: 'writer',
			queue: `w${(from + i) % 3}`,
			queueName: null,
			enqueuedAt,
			answeredAt: enqueuedAt + 12_000,
			endedAt: enqueuedAt + 90_000,
			outcome: 'answered',
			agent: undefined,
			topic: null,
			priority: undefined,
			caller: undefined,
			channel: 'voice',
			talkSeconds: talk,
			holdSeconds: null,
			wrapSeconds: null,
			revision: 0
		};
	});
}

test('while the database stands still senders wait, the ones beyond are told to come back, and nothing is lost', async () => {
	const writer = new Writer(database, names, { mostWaiting: 400 });
	await writer.write(calls(0, 3));
	const [queue] = await sql<{ id: number }[]>`select id from queue where slug = 'w0'`;
	const holder = await sql.reserve();
	await holder`begin`;
	await lockQueues(holder, [queue?.id ?? 0]);
	const sent = [0, 100, 200, 300, 400, 500].map((from) =>
		writer.write(calls(from, 100)).then(
			() => 'stored',
			(error) => (error instanceof BodyProblem ? [error.status, error.retryAfterSeconds] : error)
		)
	);
	// Four are taken; the others come back at once.
	expect(await Promise.all(sent.slice(4))).toEqual([
		[503, 2],
		[503, 2]
	]);
	await holder`commit`;
	holder.release();
	expect(await Promise.all(sent.slice(0, 4))).toEqual(['stored', 'stored', 'stored', 'stored']);
	await writer.write(calls(400, 200));
	expect((await sql`select count(*) from call`)[0]?.count).toBe(600);
	expect((await verifyRollups(database)).differences).toEqual([]);
});

test('whose records wait too long is told to come back, and sending them again makes none twice', async () => {
	const writer = new Writer(database, names, { longestMs: 50 });
	const [queue] = await sql<{ id: number }[]>`select id from queue where slug = 'w0'`;
	const holder = await sql.reserve();
	await holder`begin`;
	await lockQueues(holder, [queue?.id ?? 0]);
	const before = Number((await sql`select count(*) from call`)[0]?.count);
	await expect(writer.write(calls(7000, 100))).rejects.toMatchObject({ status: 503, retryAfterSeconds: 2 });
	await holder`commit`;
	holder.release();
	await new Writer(database, names).write(calls(7000, 100));
	expect(Number((await sql`select count(*) from call`)[0]?.count)).toBe(before + 100);
	expect((await verifyRollups(database)).differences).toEqual([]);
});

test('a lock that is not to be had in time is a matter of coming back', async () => {
	const holder = await sql.reserve();
	await holder`begin`;
	await lockQueues(holder, [1]);
	const error = await sql.begin((own) => lockQueues(own, [1], { patienceMs: 30 })).catch((error) => error);
	expect(isUnavailable(error)).toBe(true);
	await holder`rollback`;
	holder.release();
});

test('several processes with overlapping and conflicting batches agree, through connections that are cut', async () => {
	const { host, port, user, pass, database: name } = sql.options;
	const others = Array.from({ length: 2 }, () =>
		connect({
			host: host[0],
			port: port[0],
			user,
			pass: pass ?? undefined,
			database: name,
			path: sql.options.path
		})
	);
	const writers = others.map((other) => new Writer(other, new Names(other, { zone: 'UTC', country: 'CN' })));
	let cut = 0;
	const cutting = (async () => {
		for (let i = 0; i < 6; i++) {
			const rows = await sql`
				select pg_terminate_backend(pid) from pg_stat_activity
				where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
					and xact_start is not null limit 1`;
			cut += rows.length;
			await sql`select pg_sleep(0.05)`;
		}
	})();
	const sent = [];
	for (let round = 0; round < 12; round++)
		for (const writer of writers) {
			const from = 5000 + ((round * 7) % 5) * 90;
			sent.push(writer.write(calls(from, 150, 60 + round)).catch((error) => error));
		}
	await cutting;
	const failures = (await Promise.all(sent)).filter((one) => !Array.isArray(one));
	// What could not be stored after all was said so, and is sent again.
	for (const failure of failures) expect(isUnavailable(failure)).toBe(true);
	for (const writer of writers) await writer.write(calls(5000, 510, 99));
	for (const other of others) await other.sql.end({ timeout: 0 });
	expect((await verifyRollups(database)).differences).toEqual([]);
	expect(cut).toBeGreaterThan(0);
});

test('parts of a stream join the transaction under way, beside live calls, and its later word stands', async () => {
	const { host, port, user, pass, database: name } = sql.options;
	const other = connect({
		host: host[0],
		port: port[0],
		user,
		pass: pass ?? undefined,
		database: name,
		path: sql.options.path
	});
	const writer = new Writer(other, new Names(other, { zone: 'UTC', country: 'CN' }));
	const lanes = Array.from({ length: 3 }, () => new Lane({ isOpen: true }));
	const failures: unknown[] = [];
	const watch = (stored: Promise<unknown>) => stored.catch((error: unknown) => failures.push(error));
	const sent: Promise<unknown>[] = [];
	for (let part = 0; part < 8; part++) {
		for (const [i, lane] of lanes.entries())
			// New ones, and half of those that the part before has sent, with another talk time.
			sent.push(watch(writer.write(calls(20_000 + i * 4000 + part * 300, 600, 60 + part), lane)));
		sent.push(watch(writer.write(calls(40_000 + part, 2, 99))));
		if (part === 3)
			await sql`
				select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
					and pid <> pg_backend_pid() and backend_type = 'client backend' and xact_start is not null`;
		await new Promise((resolve) => setImmediate(resolve));
	}
	for (const lane of lanes) writer.end(lane);
	await Promise.all(sent);
	for (const failure of failures) expect(isUnavailable(failure)).toBe(true);
	if (failures.length === 0) {
		const talks = await sql<{ n: number; talk: number }[]>`
			select substr(id, 2)::int n, talk_seconds talk from call where substr(id, 2)::int between 20000 and 31999`;
		expect(talks.length).toBe(3 * (7 * 300 + 600));
		for (const { n, talk } of talks)
			expect(talk).toBe(60 + Math.min(7, Math.floor(((n - 20_000) % 4000) / 300)));
	}
	await other.sql.end({ timeout: 0 });
	expect((await verifyRollups(database)).differences).toEqual([]);
});

/** How many transactions have written calls: each leaves one number of its own. */
async function commits(): Promise<number> {
	const [row] = await sql`select count(distinct xmin::text) n from call`;
	return Number(row?.n);
}

/** Holds the locks of all queues of these tests until it is called. */
async function holdLocks(): Promise<() => Promise<void>> {
	const rows = await sql<{ id: number }[]>`select id from queue`;
	const holder = await sql.reserve();
	await holder`begin`;
	await lockQueues(
		holder,
		rows.map(({ id }) => id)
	);
	return async () => {
		await holder`commit`;
		holder.release();
	};
}

async function talksOf(from: number, count: number): Promise<(number | null)[]> {
	const rows = await sql<{ talk: number }[]>`
		select distinct talk_seconds talk from call where substr(id, 2)::int between ${from} and ${from + count - 1}`;
	return rows.map(({ talk }) => talk);
}

test('what changes nothing is answered without waiting for any lock, and writes nothing', async () => {
	const writer = new Writer(database, names);
	await writer.write(calls(60_000, 600));
	const before = await commits();
	const release = await holdLocks();
	expect(await writer.write(calls(60_000, 600))).toEqual(new Array(600).fill('unchanged'));
	await release();
	expect(await commits()).toBe(before);
});

test('the later word of a sender stands, though it says what is stored when it comes', async () => {
	const writer = new Writer(database, names);
	await writer.write(calls(70_000, 800));
	const release = await holdLocks();
	const lane = new Lane({ isOpen: true });
	const changed = writer.write(calls(70_000, 600, 70), lane);
	const back = writer.write(calls(70_000, 600, 60), lane);
	// Of other calls: when this is answered, the ones before have been looked up.
	expect(await writer.write(calls(70_600, 200), lane)).toEqual(new Array(200).fill('unchanged'));
	await release();
	writer.end(lane);
	for (const statuses of await Promise.all([changed, back]))
		expect(statuses).toEqual(new Array(600).fill('updated'));
	expect(await talksOf(70_000, 600)).toEqual([60]);
	expect((await verifyRollups(database)).differences).toEqual([]);
});

test('what was looked up and has changed by the time it is stored is looked up again', async () => {
	const writers = [new Writer(database, names), new Writer(database, names)];
	await writers[0]?.write(calls(80_000, 800));
	const release = await holdLocks();
	const sent = [];
	for (const [i, writer] of writers.entries()) {
		const lane = new Lane({ isOpen: true });
		sent.push(writer.write(calls(80_000, 600, 80 + i), lane));
		await writer.write(calls(80_600, 200), lane);
		writer.end(lane);
	}
	await release();
	for (const statuses of await Promise.all(sent)) expect(statuses).toEqual(new Array(600).fill('updated'));
	expect(await talksOf(80_000, 600)).toHaveLength(1);
	expect((await verifyRollups(database)).differences).toEqual([]);
});
