import { and, asc, eq, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import type { Person, Role } from '#model/person.ts';
import { passkey, person, session } from '#records/accessSchema.server.ts';
import type { Database } from '#records/database.server.ts';
import { hashPassword, isPassword } from './passwords.server.ts';

export type { Person };

type Connection = Pick<Database, 'db'>;

/** Somebody on the list of people. */
export interface ListedPerson extends Person {
	createdAt: Date;
	signedInAt: Date | null;
	passkeys: number;
	sessions: number;
}

const ofPerson = { id: person.id, email: person.email, role: person.role, queues: person.queues };

/** Makes the administrator of the settings, or gives the one there is that password. Null: nothing had to be changed. */
export async function keepAdministrator(
	{ db }: Connection,
	{ email, password }: { email: string; password: string }
): Promise<Person | null> {
	const known = await findPerson({ db }, email);
	const isRight = known?.role === 'admin' && known.queues === null;
	if (isRight && (await isPassword(known.passwordHash, password))) return null;
	const set = { passwordHash: await hashPassword(password), role: 'admin' as const, queues: null };
	const [row] = await db
		.insert(person)
		.values({ email: normalEmail(email), ...set })
		.onConflictDoUpdate({ target: person.email, set })
		.returning(ofPerson);
	if (!row) throw new Error('the administrator was not stored');
	return row;
}

export async function hasPeople({ db }: Connection): Promise<boolean> {
	return (await db.select({ id: person.id }).from(person).limit(1)).length > 0;
}

/** The person with this e-mail and password, or null. Takes as long for an unknown e-mail as for a wrong password. */
export async function personWith(
	database: Connection,
	email: string,
	password: string
): Promise<Person | null> {
	const known = await findPerson(database, email);
	const right = await isPassword(known?.passwordHash ?? null, password);
	return known && right ? personOf(known) : null;
}

export async function findPerson({ db }: Connection, email: string) {
	const [row] = await db
		.select()
		.from(person)
		.where(eq(person.email, normalEmail(email)));
	return row ?? null;
}

export async function personById({ db }: Connection, id: number) {
	const [row] = await db.select().from(person).where(eq(person.id, id));
	return row ?? null;
}

export async function listPeople({ db }: Connection, now: number): Promise<ListedPerson[]> {
	return db
		.select({
			...ofPerson,
			createdAt: person.createdAt,
			signedInAt: person.signedInAt,
			passkeys: sql<number>`(select count(*)::int from ${passkey} p where p.person_id = "person"."id")`,
			sessions: sql<number>`(select count(*)::int from ${session} s where s.person_id = "person"."id"
				and s.expires_at > to_timestamp(${now}::float8 / 1000))`
		})
		.from(person)
		.orderBy(asc(person.email));
}

/** Adds somebody who has no password yet; null when there is somebody with this e-mail. */
export async function addPerson(
	{ db }: Connection,
	{ email, role, queues }: Omit<Person, 'id'>
): Promise<Person | null> {
	const [row] = await db
		.insert(person)
		.values({ email: normalEmail(email), role, queues })
		.onConflictDoNothing()
		.returning(ofPerson);
	return row ?? null;
}

/** Gives somebody another role, or the role for other queues. It holds for what is asked from then on. */
export async function changePerson(
	database: Connection,
	id: number,
	{ role, queues }: { role: Role; queues: string[] | null }
): Promise<{ before: Person } | 'unknown' | 'lastAdmin'> {
	return withPeople(database, id, role === 'admin' && queues === null, async ({ db }, before) => {
		await db.update(person).set({ role, queues }).where(eq(person.id, id));
		return { before };
	});
}

/** Takes somebody away, with sessions, links and passkeys. */
export async function removePerson(
	database: Connection,
	id: number
): Promise<{ before: Person } | 'unknown' | 'lastAdmin'> {
	return withPeople(database, id, false, async ({ db }, before) => {
		await db.delete(person).where(eq(person.id, id));
		return { before };
	});
}

export async function setPassword({ db }: Connection, id: number, password: string): Promise<void> {
	const passwordHash = await hashPassword(password);
	await db.update(person).set({ passwordHash }).where(eq(person.id, id));
}

export function normalEmail(email: string): string {
	return email.trim().toLowerCase();
}

export function isEmail(text: string): boolean {
	return text.trim().length <= 254 && /^[^\s@<>"(),;:\\]+@[^\s@<>"(),;:\\]+$/.test(text.trim());
}

function personOf({ id, email, role, queues }: typeof person.$inferSelect): Person {
	return { id, email, role, queues };
}

/** Changes a person, one after the other for all of them: somebody who can let others in has to stay. */
async function withPeople<T>(
	{ db }: Connection,
	id: number,
	staysAdmin: boolean,
	change: (tx: Connection, before: Person) => Promise<T>
): Promise<T | 'unknown' | 'lastAdmin'> {
	return db.transaction(async (tx) => {
		await tx.execute(sql`lock table person in share row exclusive mode`);
		const before = await personById({ db: tx }, id);
		if (!before) return 'unknown';
		if (!staysAdmin) {
			const canSignIn = or(isNotNull(person.passwordHash), isNotNull(person.signedInAt));
			const others = and(ne(person.id, id), eq(person.role, 'admin'), isNull(person.queues), canSignIn);
			const [other] = await tx.select({ id: person.id }).from(person).where(others).limit(1);
			if (!other) return 'lastAdmin';
		}
		return change({ db: tx }, personOf(before));
	});
}
