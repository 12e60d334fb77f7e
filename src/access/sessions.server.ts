import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, lt } from 'drizzle-orm';
import type { Database } from '#records/database.server.ts';
import { person, session } from '#records/schema.server.ts';
import type { Person } from './people.server.ts';

export const sessionCookie = 'offpeak_session';
/** A session ends so many days after signing in. */
export const sessionDays = 14;
const dayMs = 86_400_000;

/** Starts a session and gives the cookie's value, of which only a hash is stored. */
export async function startSession(
	{ db }: Pick<Database, 'db'>,
	personId: number,
	now: number
): Promise<string> {
	const token = randomBytes(32).toString('base64url');
	await db.delete(session).where(lt(session.expiresAt, new Date(now)));
	await db
		.insert(session)
		.values({ hash: hashOf(token), personId, expiresAt: new Date(now + sessionDays * dayMs) });
	return token;
}

/** Whose session the cookie's value is, or null. */
export async function personOfSession(
	{ db }: Pick<Database, 'db'>,
	token: string,
	now: number
): Promise<Person | null> {
	const [row] = await db
		.select({ id: person.id, email: person.email, role: person.role })
		.from(session)
		.innerJoin(person, eq(session.personId, person.id))
		.where(and(eq(session.hash, hashOf(token)), gt(session.expiresAt, new Date(now))));
	return row ?? null;
}

export async function endSession({ db }: Pick<Database, 'db'>, token: string): Promise<void> {
	await db.delete(session).where(eq(session.hash, hashOf(token)));
}

function hashOf(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}
