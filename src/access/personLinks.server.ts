import { and, eq, gt } from 'drizzle-orm';
import { person, personLink } from '#records/accessSchema.server.ts';
import type { Database } from '#records/database.server.ts';
import { hashPassword } from './passwords.server.ts';
import { endSessionsOf } from './sessions.server.ts';
import { hashOf, newToken } from './token.server.ts';

type Connection = Pick<Database, 'db'>;

/** Links that an administrator hands on have to be good for longer than those that are mailed at once. */
export const linkHours = { invitation: 7 * 24, administrator: 24, mail: 1 };
const hourMs = 3_600_000;

/** Makes the one link of a person under which a password is set; one from before opens nothing any more. */
export async function makeLink(
	{ db }: Connection,
	personId: number,
	{ hours, now }: { hours: number; now: number }
): Promise<string> {
	const token = newToken();
	const set = { hash: hashOf(token), expiresAt: new Date(now + hours * hourMs) };
	await db
		.insert(personLink)
		.values({ personId, ...set })
		.onConflictDoUpdate({ target: personLink.personId, set });
	return token;
}

/** Whose link it is, while it is good. */
export async function personOfLink({ db }: Connection, token: string, now: number) {
	const [row] = await db
		.select({ id: person.id, email: person.email, signedInAt: person.signedInAt })
		.from(personLink)
		.innerJoin(person, eq(personLink.personId, person.id))
		.where(and(eq(personLink.hash, hashOf(token)), gt(personLink.expiresAt, new Date(now))));
	return row ?? null;
}

/** Sets the password and ends the link and all sessions; false when somebody else has just used the link. */
export async function useLink(
	{ db }: Connection,
	token: string,
	{ password, now }: { password: string; now: number }
): Promise<boolean> {
	const passwordHash = await hashPassword(password);
	return db.transaction(async (tx) => {
		const [used] = await tx
			.delete(personLink)
			.where(and(eq(personLink.hash, hashOf(token)), gt(personLink.expiresAt, new Date(now))))
			.returning({ personId: personLink.personId });
		if (!used) return false;
		await tx.update(person).set({ passwordHash }).where(eq(person.id, used.personId));
		await endSessionsOf({ db: tx }, used.personId);
		return true;
	});
}
