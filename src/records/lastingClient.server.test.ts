import { eq, sql as text } from 'drizzle-orm';
import { inject, expect, test, onTestFinished, vi } from 'vitest';
import { connect, type Database } from './connect.server.ts';
import { deferred } from './testing/deferred.ts';
import { installation, queue } from './schema.server.ts';
import { testDatabase } from './testing/testDatabase.server.ts';

const shared = await testDatabase();
const [place] = await shared.sql<{ name: string }[]>`select current_database() as name`;

function own() {
	const database = connect({ ...inject('testServer'), database: place?.name ?? '' });
	onTestFinished(() => database.close());
	return database;
}

const lost = { code: 'CONNECTION_CLOSED' };

test('whoever waits for a client that is replaced is told, and the next is answered', async () => {
	const database = own();
	const { sql } = database;
	const begun = deferred<void>();
	const transaction = sql.begin(async (inner) => {
		await inner`select 1`;
		begun.resolve();
		await inner`select pg_sleep(60)`;
	});
	const failing = expect(transaction).rejects.toMatchObject(lost);
	await begun.promise;
	database.replaceConnections();
	await failing;
	expect(await sql`select 2 as two`).toMatchObject([{ two: 2 }]);
	await expect(database.isIdle()).resolves.toBe(false);
});

test('Drizzle reads and writes through the new client as through the old', async () => {
	const database = own();
	await database.db.insert(installation).values({ name: 'a', value: 'old' });
	database.replaceConnections();
	await database.db.update(installation).set({ value: 'new' }).where(eq(installation.name, 'a'));
	const [row] = await database.db.select().from(installation).where(eq(installation.name, 'a'));
	expect(row?.value).toBe('new');
	await database.db.insert(queue).values({
		slug: 'q',
		zone: 'Europe/Berlin',
		settings: text`'{}'::json`
	});
	const [stored] = await database.db.select({ at: queue.createdAt }).from(queue);
	expect(stored?.at).toBeInstanceOf(Date);
});

test('who listens goes on listening', async () => {
	const database = own();
	const heard = deferred<string>();
	const again = deferred<void>();
	let times = 0;
	await database.sql.listen('a_channel', heard.resolve, () => {
		if (++times === 2) again.resolve();
	});
	database.replaceConnections();
	await again.promise;
	await shared.sql`select pg_notify('a_channel', 'after all')`;
	expect(await heard.promise).toBe('after all');
});

test('connections that are cut fail what waits for them, and nothing else', async () => {
	const database = own();
	const { sql } = database;
	for (let round = 0; round < 5; round++) {
		const asked = Array.from({ length: 20 }, (_, i) =>
			i % 2 ? sql`select pg_sleep(0.2)` : sql.begin((inner) => inner`select pg_sleep(0.2)`)
		);
		const outcomes = Promise.allSettled(asked);
		await shared.sql`
			select pg_terminate_backend(pid) from pg_stat_activity
			where datname = current_database() and pid <> pg_backend_pid() and application_name like 'offpeak %'
				and query like '%pg_sleep%'`;
		for (const outcome of await outcomes)
			if (outcome.status === 'rejected')
				expect(String(outcome.reason.code)).toMatch(/^(57P01|CONNECTION_CLOSED|ECONNRESET|EPIPE)$/);
		// One that is cut this very moment may be the next that is asked.
		await expect.poll(() => sql`select 1 as one`.catch(() => null)).toMatchObject([{ one: 1 }]);
	}
});

test('where no server is, everybody is told so, however often they ask', async () => {
	const database = connect({ path: '/nowhere/.s.PGSQL.5432', user: 'a', database: 'b', password: 'c' });
	onTestFinished(() => database.close());
	const codes = new Set<unknown>();
	for (let i = 0; i < 30; i++)
		codes.add(await database.sql`select 1`.then(String, (error: { code: unknown }) => error.code));
	expect([...codes]).toEqual(['ENOENT']);
});

const { indexOf: original } = Array.prototype;

/** Keeps each of the connections busy for so long. */
const onEach = (sql: Database['sql'], seconds: number) =>
	Promise.all(Array.from({ length: 10 }, () => sql`select pg_sleep(${seconds}::float8)`.execute()));

/** Transactions that are begun at once; the number of each. */
const begun = (sql: Database['sql']) =>
	Promise.all(
		Array.from({ length: 20 }, () =>
			sql.begin(async (inner) => {
				const [row] = await inner<{ id: string }[]>`select pg_current_xact_id()::text id`;
				return row?.id;
			})
		)
	);

test('transactions that begin behind however many statements are all their own', async () => {
	const { sql } = own();
	await onEach(sql, 0.1);
	const asleep = onEach(sql, 0.3);
	const others = Promise.all(Array.from({ length: 990 }, () => sql`select 1`.execute()));
	expect(new Set(await begun(sql)).size).toBe(20);
	await Promise.all([asleep, others]);
});

test('the places of connections do not add up, though some are always free', async () => {
	const { sql } = own();
	await onEach(sql, 0.1);
	const places: number[] = [];
	const indexOf = vi.spyOn(Array.prototype, 'indexOf').mockImplementation(function (
		this: unknown[],
		...args
	) {
		if (this.length > 100) places.push(this.length);
		return original.apply(this, args);
	});
	for (let i = 0; i < 3_000; i++) await (i % 2 ? sql`select 1` : sql.unsafe('select 1'));
	for (let i = 0; i < 200; i++) await Promise.all(Array.from({ length: 30 }, () => sql`select 1`));
	indexOf.mockRestore();
	expect(places.length).toBeGreaterThan(0);
	expect(Math.max(...places)).toBeLessThan(2_500);
});
