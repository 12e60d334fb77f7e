import { readMigrationFiles } from 'drizzle-orm/migrator';
import { expect, inject, test } from 'vitest';
import { Ingest } from '#ingest/acceptCalls.server.ts';
import { bodyOf } from '#ingest/testing/bodyOf.ts';
import { dropOldCalls } from '#work/retention.server.ts';
import { verifyRollups } from '#rollups/verify.server.ts';
import type { Database } from '../database.server.ts';
import { migrateDatabase, migrationsFolder } from '../migrate.server.ts';
import { bareDatabase, ownDatabase } from '../testing/testDatabase.server.ts';
import { undistributed } from '../testing/undistributed.server.ts';
import { distribute, distributedTables } from './distribute.server.ts';

const now = Date.UTC(2026, 2, 20);
const dayMs = 86_400_000;
const isCluster = inject('testServers').length > 1;
const onCluster = test.runIf(isCluster);

interface Sent {
	ids: string[];
	queue?: string;
	revision?: number;
}

/** Calls of some days, every second minute, as a sender has them. */
async function send(database: Database, { ids, queue, revision = 0 }: Sent) {
	const calls = ids.map((id, i) => {
		const at = now - 3 * dayMs + i * 120_000;
		return {
			id,
			revision,
			queue: queue ?? `q${i % 5}`,
			enqueued_at: new Date(at).toISOString(),
			answered_at: new Date(at + 9_000).toISOString(),
			ended_at: new Date(at + 70_000).toISOString(),
			caller: `+86138001300${i % 40}`,
			topic: i % 2 ? 'refund' : 'payment'
		};
	});
	const ingest = new Ingest(database, { zone: 'Asia/Shanghai', country: 'CN', retentionDays: null });
	return ingest.accept(bodyOf(JSON.stringify(calls), { contentType: 'application/json', now }));
}

const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `c${from + i}`);

async function countOf({ sql }: Database, table: string): Promise<number> {
	const [row] = await sql.unsafe(`select count(*)::int as count from ${table}`);
	return row?.count;
}

test('a database that is no coordinator is told so in one sentence, and stays as it is', async () => {
	const database = await bareDatabase();
	await expect(distribute(database.sql, 4)).rejects.toThrow(/without the extension citus/);
	expect(await distributedTables(database.sql)).toEqual(new Set());
});

test('a call that is corrected from one queue to another and back is one call, counted once', async () => {
	const database = await ownDatabase();
	const names = ids(0, 400);
	await send(database, { ids: names, queue: 'here' });
	expect(await send(database, { ids: names, queue: 'there', revision: 1 })).toMatchObject({ updated: 400 });
	expect(await send(database, { ids: names.slice(0, 7), queue: 'here', revision: 2 })).toMatchObject({
		updated: 7
	});
	expect(await send(database, { ids: [...names, 'new'], queue: 'elsewhere' })).toMatchObject({
		created: 1,
		unchanged: 400
	});
	expect(await countOf(database, 'call')).toBe(401);
	expect((await verifyRollups(database)).differences).toEqual([]);
});

test('the same calls sent to two queues by two processes at once are stored once', async () => {
	const database = await ownDatabase();
	const names = ids(0, 300);
	for (const size of [1, 300])
		await Promise.all(
			['one', 'two', 'three'].map((queue) =>
				send(database, { ids: names.map((id) => `${size}-${id}`).slice(0, size), queue })
			)
		);
	expect(await countOf(database, 'call')).toBe(301);
	expect((await verifyRollups(database)).differences).toEqual([]);
});

onCluster('calls that are there are spread with their figures, and more come', async () => {
	const database = await undistributed();
	await migrateDatabase(database.sql);
	await send(database, { ids: ids(0, 600) });
	const before = await verifyRollups(database);
	const done = await distribute(database.sql, 4);
	expect(done).toEqual({
		distributed: ['call', 'rollup'],
		replicated: ['queue', 'source', 'topic'],
		workers: 2
	});
	expect(await verifyRollups(database)).toEqual(before);
	expect(await countOf(database, 'call_key')).toBe(600);

	expect(await send(database, { ids: ids(300, 900) })).toMatchObject({ created: 300 });
	expect(await countOf(database, 'call_key')).toBe(900);
	const places = await database.sql`
		select distinct nodeport from pg_dist_shard_placement join pg_dist_shard using (shardid)
		where logicalrelid = 'call'::regclass`;
	expect(places).toHaveLength(2);
	expect(await distribute(database.sql, 4)).toMatchObject({ distributed: [], replicated: [] });

	// Keys go with their calls, or nobody could ever send these again.
	expect([...(await dropOldCalls(database, 1, now)).values()].reduce((a, b) => a + b)).toBe(900);
	expect(await countOf(database, 'call_key')).toBe(0);
	expect(await send(database, { ids: ids(0, 300) })).toMatchObject({ created: 300 });
});

onCluster('every migration since the first runs on a database that was distributed before', async () => {
	const database = await undistributed();
	const [first] = readMigrationFiles({ migrationsFolder: migrationsFolder() });
	if (!first) throw new Error('there are no migrations');
	await database.sql.unsafe('create schema drizzle');
	await database.sql.unsafe(
		'create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)'
	);
	for (const statement of first.sql) await database.sql.unsafe(statement);
	await database.sql`
		insert into drizzle.__drizzle_migrations (hash, created_at) values (${first.hash}, ${first.folderMillis})`;
	await distribute(database.sql, 4);
	await migrateDatabase(database.sql);
	await send(database, { ids: ids(0, 300) });
	expect((await verifyRollups(database)).differences).toEqual([]);
});

onCluster('what a later version may do to its tables is done on every machine', async () => {
	const { sql } = await ownDatabase();
	await sql`alter table call add column sentiment smallint default 0 not null`;
	await sql`create index call_agent on call (queue_id, agent)`;
	await sql`alter table rollup add column transfers integer default 0 not null`;
	await sql`alter table queue add column colour text`;
	await sql`alter type outcome add value 'transferred'`;
	await sql`drop index call_queue_caller`;
	await sql`alter table call drop column sentiment`;
	expect(await sql`select transfers from rollup`).toEqual([]);
});
