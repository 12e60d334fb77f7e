import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Database } from '#records/database.server.ts';
import { migrateDatabase } from '#records/migrate.server.ts';
import { bareDatabase } from '#records/testing/testDatabase.server.ts';
import { fillLevels } from './fillLevels.server.ts';
import { levels, spanOf, type RollupLevel } from './levels.ts';
import { recount } from './recount.server.ts';
import { readTallies } from './read.server.ts';
import { offered, sumNames } from './tally.ts';
import { verifyRollups } from './verify.server.ts';
import { encodeWaits } from './waits.ts';

const zone = 'Asia/Kathmandu';
const fromAt = Date.UTC(2026, 0, 30, 18, 15);
const toAt = fromAt + 4 * 86_400_000;

const folder = await mkdtemp(join(tmpdir(), 'offpeak-first-'));
afterAll(() => rm(folder, { recursive: true }));

/** A database as the very first version made and filled it, with the tables of this one. */
async function firstVersion(): Promise<Database> {
	const database = await bareDatabase();
	const { sql } = database;
	const journal = JSON.parse(await readFile('drizzle/meta/_journal.json', 'utf8'));
	await mkdir(join(folder, 'meta'), { recursive: true });
	const first = { ...journal, entries: journal.entries.slice(0, 1) };
	await writeFile(join(folder, 'meta', '_journal.json'), JSON.stringify(first));
	await copyFile('drizzle/0000_first.sql', join(folder, '0000_first.sql'));
	await migrate(drizzle(sql), { migrationsFolder: folder });
	await sql`insert into queue (slug, zone, settings) values ('old', ${zone}, '{"name": {}}')`;
	await sql`
		insert into call (source_id, id, queue_id, topic_id, enqueued_at, answered_at, ended_at, outcome, talk_seconds)
		select 1, 'c' || i, 1, 1 + i % 3, at, at + i % 400 * interval '1 s', at + interval '10 minutes',
			case when i % 7 = 0 then 'abandoned' else 'answered' end::outcome, i
		from generate_series(1, 2000) i,
			lateral (select to_timestamp(${fromAt}::float8 / 1000 + i * 170) at) times`;
	const counted = await recount(
		sql,
		{ queueId: 1, fromAt, toAt },
		(level: RollupLevel, at) => spanOf(level, zone, at).startAt
	);
	for (const { queueId, level, topicId, startAt, tally } of counted.values()) {
		if (level === levels.hour) continue;
		const sums = Object.fromEntries(
			sumNames.map((name) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), tally[name]])
		);
		await sql`insert into rollup ${sql({
			...sums,
			queue_id: queueId,
			level,
			topic_id: topicId,
			start_at: new Date(startAt).toISOString(),
			longest_answered_ms: tally.longestAnsweredMs,
			longest_abandoned_ms: tally.longestAbandonedMs,
			waits: encodeWaits(tally.waits)
		})}`;
	}
	await migrateDatabase(sql);
	return database;
}

test('what the first version stored has its hours and months after the first start of this one', async () => {
	const database = await firstVersion();
	const { sql } = database;
	const said: string[] = [];
	await fillLevels(database, (sentence) => said.push(sentence));
	expect(said).toHaveLength(1);
	const verified = await verifyRollups(database);
	expect(verified.differences).toEqual([]);
	const [hours] = await sql<{ count: number }[]>`
		select count(*) from rollup where level = 60 and topic_id = 0`;
	expect(hours?.count).toBeGreaterThan(90);
	const queues = [{ id: 1, queue: { zone } }];
	const [day] = await readTallies(database, queues, [{ startAt: fromAt, endAt: fromAt + 86_400_000 }]);
	expect(day && offered(day)).toBe(508);
	await fillLevels(database, (sentence) => said.push(sentence));
	expect(said).toHaveLength(1);
});

test('months come from days where only they are missing', async () => {
	const database = await firstVersion();
	const { sql } = database;
	await fillLevels(database, () => {});
	const months = () =>
		sql`select * from rollup where level = ${levels.month} order by queue_id, topic_id, start_at`;
	const before = await months();
	expect(before.length).toBeGreaterThan(4);
	await sql`delete from rollup where level = ${levels.month}`;
	await fillLevels(database, () => {});
	expect(await months()).toEqual(before);
});
