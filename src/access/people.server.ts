import { hash, verify } from '@node-rs/argon2';
import { eq, sql } from 'drizzle-orm';
import type { Database } from '#records/database.server.ts';
import { person } from '#records/schema.server.ts';

export interface Person {
	id: number;
	email: string;
	role: 'admin' | 'manager' | 'viewer';
}

/** Makes the administrator of the settings, or gives the one there is that password. */
export async function keepAdministrator(
	{ db }: Pick<Database, 'db'>,
	{ email, password }: { email: string; password: string }
): Promise<Person> {
	const known = await findPerson({ db }, email);
	if (known && (await verify(known.passwordHash, password))) return known;
	const passwordHash = await hash(password);
	const [row] = await db
		.insert(person)
		.values({ email: normal(email), passwordHash, role: 'admin' })
		.onConflictDoUpdate({ target: person.email, set: { passwordHash, role: 'admin' } })
		.returning();
	if (!row) throw new Error('the administrator was not stored');
	return row;
}

export async function hasPeople({ db }: Pick<Database, 'db'>): Promise<boolean> {
	return (await db.select({ id: person.id }).from(person).limit(1)).length > 0;
}

/** The person with this e-mail and password, or null. Takes as long for an unknown e-mail as for a wrong password. */
export async function personWith(
	database: Pick<Database, 'db'>,
	email: string,
	password: string
): Promise<Person | null> {
	const known = await findPerson(database, email);
	const right = await verify(known?.passwordHash ?? (await decoyHash()), password);
	return known && right ? { id: known.id, email: known.email, role: known.role } : null;
}

async function findPerson({ db }: Pick<Database, 'db'>, email: string) {
	const [row] = await db
		.select()
		.from(person)
		.where(eq(sql`${person.email}`, normal(email)));
	return row ?? null;
}

let decoy: Promise<string> | null = null;

function decoyHash(): Promise<string> {
	decoy ??= hash('nobody has this password');
	return decoy;
}

function normal(email: string): string {
	return email.trim().toLowerCase();
}
