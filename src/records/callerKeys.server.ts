import { randomBytes } from 'node:crypto';
import { eq, inArray, like } from 'drizzle-orm';
import type { Database } from './database.server.ts';
import { installation } from './schema.server.ts';
import { installationSecret } from './secret.server.ts';

type Connection = Pick<Database, 'db'>;

const prefix = 'caller key ';
const kept = new WeakMap<object, Map<number, Promise<Buffer>>>();

/**
 * What callers' numbers of these instants are hashed with: the installation's secret or, with `yearly`, a key of each
 * year (of UTC) that is made up when its first call comes.
 */
export async function callerKeys(
	database: Connection,
	instants: Iterable<number>,
	{ yearly }: { yearly: boolean }
): Promise<(at: number) => Buffer> {
	const secret = await installationSecret(database);
	if (!yearly) return () => secret;
	const years = new Map<number, Buffer>();
	for (const at of instants) {
		const year = yearOf(at);
		if (!years.has(year)) years.set(year, await keyOfYear(database.db, year));
	}
	return (at) => years.get(yearOf(at)) ?? secret;
}

/** Every key by which a stored call may have been hashed and that is still there. */
export async function allCallerKeys(database: Connection): Promise<Buffer[]> {
	const rows = await database.db
		.select()
		.from(installation)
		.where(like(installation.name, `${prefix}%`));
	return [await installationSecret(database), ...rows.map(({ value }) => Buffer.from(value, 'hex'))];
}

/**
 * Throws away the keys of years before the last one: then nobody, not even who has the database, can find out of which
 * number those calls were. How many there were.
 */
export async function dropCallerKeys({ db }: Connection, now: number): Promise<number> {
	const rows = await db
		.select({ name: installation.name })
		.from(installation)
		.where(like(installation.name, `${prefix}%`));
	const old = rows
		.map(({ name }) => name)
		.filter((name) => Number(name.slice(prefix.length)) < yearOf(now) - 1);
	if (old.length === 0) return 0;
	await db.delete(installation).where(inArray(installation.name, old));
	kept.delete(db);
	return old.length;
}

function keyOfYear(db: Database['db'], year: number): Promise<Buffer> {
	const keys = kept.get(db) ?? new Map<number, Promise<Buffer>>();
	kept.set(db, keys);
	let key = keys.get(year);
	if (!key) {
		key = readOrMake(db, `${prefix}${year}`);
		keys.set(year, key);
		key.catch(() => keys.delete(year));
	}
	return key;
}

async function readOrMake(db: Database['db'], name: string): Promise<Buffer> {
	await db
		.insert(installation)
		.values({ name, value: randomBytes(32).toString('hex') })
		.onConflictDoNothing();
	const [row] = await db.select().from(installation).where(eq(installation.name, name));
	if (!row) throw new Error(`the ${name} was not stored`);
	return Buffer.from(row.value, 'hex');
}

function yearOf(at: number): number {
	return new Date(at).getUTCFullYear();
}
