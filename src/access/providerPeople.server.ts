import { and, eq, isNull } from 'drizzle-orm';
import type { Person } from '#model/person.ts';
import { person } from '#records/accessSchema.server.ts';
import type { Database } from '#records/database.server.ts';
import { normalEmail } from './people.server.ts';

const ofPerson = { id: person.id, email: person.email, role: person.role, queues: person.queues };

/**
 * The person whom the identity provider has let in. Nobody is made by it: whoever was invited is known by the e-mail,
 * if the provider vouches for it, and from then on by the provider's own name for them.
 */
export async function personOfProvider(
	{ db }: Pick<Database, 'db'>,
	{ subject, email, isVerified }: { subject: string; email: string | null; isVerified: boolean }
): Promise<Person | 'unknown' | 'unverified'> {
	const [known] = await db.select(ofPerson).from(person).where(eq(person.subject, subject));
	if (known) return known;
	if (email === null) return 'unknown';
	if (!isVerified) return 'unverified';
	const [joined] = await db
		.update(person)
		.set({ subject })
		.where(and(eq(person.email, normalEmail(email)), isNull(person.subject)))
		.returning(ofPerson);
	return joined ?? 'unknown';
}
