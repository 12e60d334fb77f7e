import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { expect, onTestFinished, test } from 'vitest';
import { Ingest } from '#ingest/acceptCalls.server.ts';
import { bodyOf } from '#ingest/testing/bodyOf.ts';
import { fillLevels } from '#rollups/fillLevels.server.ts';
import { verifyRollups } from '#rollups/verify.server.ts';
import { restoreBackup } from './backup/restoreBackup.server.ts';
import { writeBackup } from './backup/writeBackup.server.ts';
import { migrateDatabase, migrationsFolder } from './migrate.server.ts';
import { bareDatabase, testDatabase } from './testing/testDatabase.server.ts';

const now = Date.parse('2026-03-20T00:00:00Z');
const migrated = await testDatabase();

/** A database as the first release made it, empty. */
async function oldest() {
	const database = await bareDatabase();
	const [first] = readMigrationFiles({ migrationsFolder: migrationsFolder() });
	if (!first) throw new Error('there are no migrations');
	await database.sql.unsafe('create schema drizzle');
	await database.sql.unsafe(
		'create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)'
	);
	for (const statement of first.sql) await database.sql.unsafe(statement);
	await database.sql`
		insert into drizzle.__drizzle_migrations (hash, created_at) values (${first.hash}, ${first.folderMillis})`;
	return database;
}

/** What this version's writing makes of the same calls. */
async function sendCalls(): Promise<void> {
	const calls = Array.from({ length: 200 }, (_, i) => ({
		id: `c${i}`,
		queue: `q${i % 3}`,
		topic: i % 2 ? 'refund' : 'payment',
		enqueued_at: new Date(now - 40 * 86_400_000 + i * 3_600_000).toISOString(),
		answered_at: new Date(now - 40 * 86_400_000 + i * 3_600_000 + 30_000).toISOString(),
		ended_at: new Date(now - 40 * 86_400_000 + i * 3_600_000 + 90_000).toISOString()
	}));
	const ingest = new Ingest(migrated, { zone: 'Asia/Shanghai', country: 'CN', retentionDays: null });
	await ingest.accept(bodyOf(JSON.stringify(calls), { contentType: 'application/json', now }));
}

/** The columns of a table, so that what is common to both can be copied. */
async function columnsOf({ sql }: typeof migrated, table: string): Promise<string[]> {
	const rows = await sql<{ name: string }[]>`
		select column_name as name from information_schema.columns
		where table_schema = 'public' and table_name = ${table} order by ordinal_position`;
	return rows.map(({ name }) => name);
}

test('the oldest database, with calls and people in it, is brought to this version with nothing lost', async () => {
	await sendCalls();
	const old = await oldest();
	// Only what the first release had, as it would have written it: quarter hours and days, no hours yet.
	for (const table of ['queue', 'source', 'topic', 'call', 'rollup']) {
		const known = await columnsOf(old, table);
		const shared = (await columnsOf(migrated, table)).filter((name) => known.includes(name));
		const list = shared.map((name) => `"${name}"`).join(', ');
		const rows = await migrated.sql.unsafe(
			`with t as materialized (select ${list} from ${table}${table === 'rollup' ? ' where level <> 60' : ''})
			select row_to_json(t)::text as json from t`
		);
		for (const { json } of rows)
			await old.sql.unsafe(
				`insert into ${table} (${list}) overriding system value select ${list} from json_populate_record(null::${table}, $1::text::json)`,
				[json]
			);
	}
	await old.sql`insert into person (email, password_hash, role) values ('a@example.com', 'x', 'admin')`;
	await old.sql`insert into api_key (name, hash, scopes) values ('pbx', 'h', '{ingest}')`;
	await old.sql`insert into reject (line, code, message, text) values (1, 'required', 'm', '{}')`;

	await migrateDatabase(old.sql);
	await fillLevels(old, () => {});

	const count = async (table: string) =>
		(await old.sql.unsafe(`select count(*)::int as count from ${table}`))[0]?.count;
	expect(await count('call')).toBe(200);
	expect([await count('person'), await count('api_key'), await count('reject')]).toEqual([1, 1, 1]);
	const { rows, differences } = await verifyRollups(old);
	expect(differences).toEqual([]);
	expect(rows).toBe((await verifyRollups(migrated)).rows);
	const [last] = readMigrationFiles({ migrationsFolder: migrationsFolder() }).slice(-1);
	const [at] = await old.sql<
		{ at: number }[]
	>`select max(created_at)::float8 as at from drizzle.__drizzle_migrations`;
	expect(at?.at).toBe(last?.folderMillis);
});

test('a database that was brought here from the oldest has the same schema as a new one', async () => {
	const old = await oldest();
	await migrateDatabase(old.sql);
	const schema = ({ sql }: typeof migrated) => sql`
		select table_name, column_name, data_type, is_nullable, column_default from information_schema.columns
		where table_schema = 'public' order by 1, 2`;
	const anew = await bareDatabase();
	await migrateDatabase(anew.sql);
	expect([...(await schema(old))]).toEqual([...(await schema(anew))]);
});

test('a backup of the oldest database is restored and brought to this version', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'offpeak-oldest-'));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	const old = await oldest();
	await old.sql`insert into person (email, password_hash, role) values ('b@example.com', 'x', 'admin')`;
	await writeBackup(old, join(folder, 'old.backup'), { now });
	const other = await oldest();
	await restoreBackup(other, join(folder, 'old.backup'));
	const [row] = await other.sql`
		select (select count(*)::int from person) as people,
			(select count(*)::int from drizzle.__drizzle_migrations) as migrations`;
	const all = readMigrationFiles({ migrationsFolder: migrationsFolder() }).length;
	expect(row).toEqual({ people: 1, migrations: all });
});
