import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { and, eq, gt, isNull, lt, or } from 'drizzle-orm';
import { apiKey } from '#records/accessSchema.server.ts';
import type { Database } from '#records/database.server.ts';
import { installationSecret } from '#records/secret.server.ts';
import { scopes, type Grant } from './scopes.ts';
import { hashOf } from './token.server.ts';

export { scopes, type Grant, type Scope } from './scopes.ts';

type Connection = Pick<Database, 'db'>;
export type StoredKey = Omit<typeof apiKey.$inferSelect, 'hash'>;

export interface NewKey extends Grant {
	name: string;
	madeBy: string;
	/** Milliseconds since 1970; null: it does not end by itself. */
	expiresAt: number | null;
}

/** Recognisable, so that scanners for leaked secrets find it. */
const prefix = 'offpeak_';
const hintLength = 4;
const minuteMs = 60_000;

/** Makes a key; it is shown this once and stored as a hash. */
export async function createKey({ db }: Connection, made: NewKey): Promise<{ id: number; key: string }> {
	const key = `${prefix}${randomBytes(24).toString('base64url')}`;
	const { name, queues, madeBy } = made;
	const expiresAt = made.expiresAt === null ? null : new Date(made.expiresAt);
	const [row] = await db
		.insert(apiKey)
		.values({ name, queues, madeBy, expiresAt, scopes: [...made.scopes], ...secretParts(key) })
		.returning({ id: apiKey.id });
	if (!row) throw new Error('the key was not stored');
	return { id: row.id, key };
}

/** All keys, the newest last. */
export async function listKeys({ db }: Connection): Promise<StoredKey[]> {
	const rows = await db.select().from(apiKey).orderBy(apiKey.id);
	return rows.map(({ hash: _hash, ...key }) => key);
}

/** A revoked key opens nothing from then on. What it was; null when there is no such key. */
export async function revokeKey({ db }: Connection, id: number): Promise<StoredKey | null> {
	const [row] = await db
		.update(apiKey)
		.set({ revokedAt: new Date() })
		.where(and(eq(apiKey.id, id), isNull(apiKey.revokedAt)))
		.returning();
	return row ?? null;
}

/**
 * Makes a key that may do what this one may, and lets this one end after so long, so that senders can change over.
 * Null when there is no such key, or it has ended.
 * @param overlapMs for how long both open
 */
export async function rotateKey(
	{ db }: Connection,
	id: number,
	{ overlapMs, madeBy, now }: { overlapMs: number; madeBy: string; now: number }
): Promise<{ id: number; key: string; old: StoredKey } | null> {
	return db.transaction(async (tx) => {
		const [old] = await tx
			.select()
			.from(apiKey)
			.where(and(eq(apiKey.id, id), isNull(apiKey.revokedAt), isNull(apiKey.nextId)))
			.for('update');
		if (!old || isOver(old, now)) return null;
		const { name, scopes: same, queues } = old;
		const lifeMs = old.expiresAt && old.expiresAt.getTime() - old.createdAt.getTime();
		const expiresAt = lifeMs === null ? null : now + lifeMs;
		const grant = { scopes: scopes.filter((scope) => same.includes(scope)), queues };
		const made = await createKey({ db: tx }, { name, madeBy, expiresAt, ...grant });
		const endsAt = Math.min(old.expiresAt?.getTime() ?? Infinity, now + overlapMs);
		await tx
			.update(apiKey)
			.set({ nextId: made.id, expiresAt: new Date(endsAt) })
			.where(eq(apiKey.id, id));
		return { ...made, old };
	});
}

/** What the key of a request may do and what it is called; null when it opens nothing. */
export async function grantOf(
	{ db }: Connection,
	key: string,
	{ settingsKey, now }: { settingsKey: string | null; now: number }
): Promise<(Grant & { name: string }) | null> {
	if (settingsKey !== null && timingSafeEqual(digest(key), digestOfSettings(settingsKey)))
		return { name: 'OFFPEAK_API_KEY', scopes, queues: null };
	const lives = or(isNull(apiKey.expiresAt), gt(apiKey.expiresAt, new Date(now)));
	const [row] = await db
		.select()
		.from(apiKey)
		.where(and(eq(apiKey.hash, hashOf(key)), isNull(apiKey.revokedAt), lives));
	if (!row) return null;
	if (row.usedAt === null || now - row.usedAt.getTime() >= minuteMs) await noteUse({ db }, row.id, now);
	return { name: row.name, scopes: scopes.filter((scope) => row.scopes.includes(scope)), queues: row.queues };
}

/** Whether a key opens nothing any more. */
export function isOver(key: Pick<StoredKey, 'expiresAt' | 'revokedAt'>, now: number): boolean {
	return key.revokedAt !== null || (key.expiresAt !== null && key.expiresAt.getTime() <= now);
}

/**
 * The key in the command that an empty installation shows for its first call. It follows from the installation's
 * secret, so the page can show it as long as there is no call yet; it may only send calls.
 */
export async function firstCallKey(database: Connection): Promise<string> {
	const secret = await installationSecret(database);
	const key = `${prefix}${createHmac('sha256', secret).update('first call').digest('base64url').slice(0, 32)}`;
	await database.db
		.insert(apiKey)
		.values({ name: 'first call', scopes: ['ingest'], queues: null, ...secretParts(key) })
		.onConflictDoNothing();
	return key;
}

async function noteUse({ db }: Connection, id: number, now: number): Promise<void> {
	const stale = or(isNull(apiKey.usedAt), lt(apiKey.usedAt, new Date(now - minuteMs)));
	await db
		.update(apiKey)
		.set({ usedAt: new Date(now) })
		.where(and(eq(apiKey.id, id), stale));
}

function secretParts(key: string): { hash: string; hint: string } {
	return { hash: hashOf(key), hint: key.slice(-hintLength) };
}

function digest(key: string): Buffer {
	return createHash('sha256').update(key).digest();
}

let ofSettings: { key: string; digest: Buffer } | null = null;

/** The same for each request, so made once. */
function digestOfSettings(key: string): Buffer {
	if (ofSettings?.key !== key) ofSettings = { key, digest: digest(key) };
	return ofSettings.digest;
}
