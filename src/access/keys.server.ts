import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from '#records/database.server.ts';
import { apiKey } from '#records/schema.server.ts';
import { installationSecret } from '#records/secret.server.ts';

export const scopes = ['ingest', 'read', 'admin'] as const;
export type Scope = (typeof scopes)[number];

/** What a key may do, and for which queues (null: all). */
export interface Grant {
	scopes: readonly Scope[];
	queues: string[] | null;
}

/** Recognisable, so that scanners for leaked secrets find it. */
const prefix = 'offpeak_';

/** Makes a key; it is shown this once and stored as a hash. */
export async function createKey(
	{ db }: Pick<Database, 'db'>,
	key: { name: string } & Grant
): Promise<{ id: number; key: string }> {
	const secret = `${prefix}${randomBytes(24).toString('base64url')}`;
	const [row] = await db
		.insert(apiKey)
		.values({ name: key.name, hash: hashOf(secret), scopes: [...key.scopes], queues: key.queues })
		.returning({ id: apiKey.id });
	if (!row) throw new Error('the key was not stored');
	return { id: row.id, key: secret };
}

export async function listKeys({ db }: Pick<Database, 'db'>) {
	const { id, name, scopes, queues, createdAt, revokedAt } = apiKey;
	return db.select({ id, name, scopes, queues, createdAt, revokedAt }).from(apiKey).orderBy(id);
}

/** A revoked key opens nothing from then on. False when there is no such key. */
export async function revokeKey({ db }: Pick<Database, 'db'>, id: number): Promise<boolean> {
	const rows = await db.update(apiKey).set({ revokedAt: new Date() }).where(eq(apiKey.id, id)).returning();
	return rows.length > 0;
}

/** What the key of an `Authorization: Bearer` header may do; null when it opens nothing. */
export async function grantOf(
	{ db }: Pick<Database, 'db'>,
	key: string,
	settingsKey: string | null
): Promise<Grant | null> {
	if (settingsKey !== null && timingSafeEqual(digest(key), digest(settingsKey)))
		return { scopes, queues: null };
	const [row] = await db
		.select()
		.from(apiKey)
		.where(and(eq(apiKey.hash, hashOf(key)), isNull(apiKey.revokedAt)));
	if (!row) return null;
	return { scopes: scopes.filter((scope) => row.scopes.includes(scope)), queues: row.queues };
}

/**
 * The key in the command that an empty installation shows for its first call. It follows from the installation's
 * secret, so the page can show it as long as there is no call yet; it may only send calls.
 */
export async function firstCallKey(database: Pick<Database, 'db'>): Promise<string> {
	const secret = await installationSecret(database);
	const key = `${prefix}${createHmac('sha256', secret).update('first call').digest('base64url').slice(0, 32)}`;
	await database.db
		.insert(apiKey)
		.values({ name: 'first call', hash: hashOf(key), scopes: ['ingest'], queues: null })
		.onConflictDoNothing();
	return key;
}

function hashOf(key: string): string {
	return digest(key).toString('hex');
}

/** Keys are long and random: one round of SHA-256 keeps them, and a request is not slowed down by it. */
function digest(key: string): Buffer {
	return createHash('sha256').update(key).digest();
}
