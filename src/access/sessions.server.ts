import { and, desc, eq, gt, lt, ne } from 'drizzle-orm';
import type { Person } from '#model/person.ts';
import { person, session } from '#records/accessSchema.server.ts';
import type { Database } from '#records/database.server.ts';
import { hashOf, newToken } from './token.server.ts';

type Connection = Pick<Database, 'db'>;
export type StoredSession = Omit<typeof session.$inferSelect, 'hash'> & { isThis: boolean };

export const sessionCookie = 'offpeak_session';
/** A session ends so many days after signing in. */
export const sessionDays = 14;
const dayMs = 86_400_000;
const minuteMs = 60_000;

/** Starts a session and gives the cookie's value, of which only a hash is stored. */
export async function startSession(
	{ db }: Connection,
	personId: number,
	{ now, agent, address }: { now: number; agent: string; address: string }
): Promise<string> {
	const token = newToken();
	const at = new Date(now);
	await db.delete(session).where(lt(session.expiresAt, at));
	await db.insert(session).values({
		hash: hashOf(token),
		personId,
		expiresAt: new Date(now + sessionDays * dayMs),
		createdAt: at,
		seenAt: at,
		agent: agent.slice(0, 300),
		address: address.slice(0, 60)
	});
	await db.update(person).set({ signedInAt: at }).where(eq(person.id, personId));
	return token;
}

/** Whose session the cookie's value is, or null. */
export async function personOfSession(
	{ db }: Connection,
	token: string,
	now: number
): Promise<Person | null> {
	const [row] = await db
		.select({
			id: person.id,
			email: person.email,
			role: person.role,
			queues: person.queues,
			seenAt: session.seenAt
		})
		.from(session)
		.innerJoin(person, eq(session.personId, person.id))
		.where(and(eq(session.hash, hashOf(token)), gt(session.expiresAt, new Date(now))));
	if (!row) return null;
	const { seenAt, ...found } = row;
	if (now - seenAt.getTime() >= minuteMs)
		await db
			.update(session)
			.set({ seenAt: new Date(now) })
			.where(eq(session.hash, hashOf(token)));
	return found;
}

/** The sessions of a person that have not ended, the latest first; `token` is that of the one who asks. */
export async function listSessions(
	{ db }: Connection,
	personId: number,
	{ token, now }: { token: string; now: number }
): Promise<StoredSession[]> {
	const rows = await db
		.select()
		.from(session)
		.where(and(eq(session.personId, personId), gt(session.expiresAt, new Date(now))))
		.orderBy(desc(session.createdAt));
	return rows.map(({ hash, ...row }) => ({ ...row, isThis: hash === hashOf(token) }));
}

export async function endSession({ db }: Connection, token: string): Promise<void> {
	await db.delete(session).where(eq(session.hash, hashOf(token)));
}

/** Ends one of a person's own sessions. */
export async function endSessionOf({ db }: Connection, personId: number, id: number): Promise<void> {
	await db.delete(session).where(and(eq(session.personId, personId), eq(session.id, id)));
}

/** Ends all sessions of a person, but for the one of this cookie if there is one. */
export async function endSessionsOf(
	{ db }: Connection,
	personId: number,
	butToken: string | null = null
): Promise<void> {
	const others = butToken === null ? undefined : ne(session.hash, hashOf(butToken));
	await db.delete(session).where(and(eq(session.personId, personId), others));
}
