import { and, desc, eq, gt, lt, ne, sql } from 'drizzle-orm';
import { person, session } from '#records/accessSchema.server.ts';
import type { Database } from '#records/database.server.ts';
import { cookieName } from './cookieName.ts';
import type { SignedIn } from './needsPasskey.ts';
import { hashOf, newToken } from './token.server.ts';

type Connection = Pick<Database, 'db'>;
export type StoredSession = Omit<typeof session.$inferSelect, 'hash'> & { isThis: boolean };

export const sessionCookie = (url: Pick<URL, 'protocol'>) => cookieName('offpeak_session', url);
/** A session ends so many days after signing in, or when nothing was asked from it for so long. */
export const sessionDays = 14;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const minuteMs = 60_000;

interface Begun {
	now: number;
	agent: string;
	address: string;
	/** With a passkey or an identity provider, not with a password alone. */
	isStrong?: boolean;
	/** 0: only its age ends it. */
	idleHours?: number;
}

/** Starts a session and gives the cookie's value, of which only a hash is stored. */
export async function startSession(
	{ db }: Connection,
	personId: number,
	{ now, agent, address, isStrong = false, idleHours = 0 }: Begun
): Promise<string> {
	const token = newToken();
	const at = new Date(now);
	await db.delete(session).where(lt(session.expiresAt, at));
	await db.insert(session).values({
		hash: hashOf(token),
		personId,
		expiresAt: new Date(now + Math.min(sessionDays * dayMs, idleHours * hourMs || Infinity)),
		strong: isStrong,
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
	{ now, idleHours }: { now: number; idleHours: number }
): Promise<SignedIn | null> {
	const [row] = await db
		.select({
			id: person.id,
			email: person.email,
			role: person.role,
			queues: person.queues,
			isStrong: session.strong,
			seenAt: session.seenAt
		})
		.from(session)
		.innerJoin(person, eq(session.personId, person.id))
		.where(and(eq(session.hash, hashOf(token)), gt(session.expiresAt, new Date(now))));
	if (!row) return null;
	const { seenAt, ...found } = row;
	if (now - seenAt.getTime() < minuteMs) return found;
	const oldAt = sql`${session.createdAt} + make_interval(days => ${sessionDays})`;
	const idleAt = new Date(now + idleHours * hourMs).toISOString();
	const expiresAt = idleHours === 0 ? oldAt : sql`least(${oldAt}, ${idleAt}::timestamptz)`;
	await db
		.update(session)
		.set({ seenAt: new Date(now), expiresAt })
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
