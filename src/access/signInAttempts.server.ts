import { createHmac } from 'node:crypto';
import { eq, lt, sql } from 'drizzle-orm';
import { signInAttempt } from '#records/accessSchema.server.ts';
import type { Database } from '#records/database.server.ts';
import { installationSecret } from '#records/secret.server.ts';
import { normalEmail } from './people.server.ts';

type Connection = Pick<Database, 'db'>;

/** So many failures within so long: then nobody is let in under that name, or from that address, until it is over. */
export const attemptLimits = { account: 10, address: 100, withinMs: 15 * 60_000 };

/** Who tries: an e-mail, known or not, from an address. */
export interface Trier {
	email: string;
	address: string;
}

/**
 * Counts a try before its password is looked at, so that many at once are counted too; false: one too many. What is
 * kept is in the database, so that a new start forgets nothing, and keyed, so that it names nobody.
 */
export async function mayTry(
	database: Connection,
	trier: Trier,
	now: number
): Promise<'yes' | 'no' | 'lastOne'> {
	const { account, address } = await names(database, trier);
	await database.db
		.delete(signInAttempt)
		.where(lt(signInAttempt.sinceAt, new Date(now - attemptLimits.withinMs)));
	const ofAddress = await count(database, address, now);
	if (ofAddress > attemptLimits.address) return 'no';
	const ofAccount = await count(database, account, now);
	if (ofAccount > attemptLimits.account) return 'no';
	return ofAccount === attemptLimits.account || ofAddress === attemptLimits.address ? 'lastOne' : 'yes';
}

/** The try was no failure: the account begins anew, and the address has one less. */
export async function forgetTry(database: Connection, trier: Trier): Promise<void> {
	const { account, address } = await names(database, trier);
	await database.db.delete(signInAttempt).where(eq(signInAttempt.who, account));
	await database.db
		.update(signInAttempt)
		.set({ failures: sql`greatest(${signInAttempt.failures} - 1, 0)` })
		.where(eq(signInAttempt.who, address));
}

async function count({ db }: Connection, who: string, now: number): Promise<number> {
	const [row] = await db
		.insert(signInAttempt)
		.values({ who, failures: 1, sinceAt: new Date(now) })
		.onConflictDoUpdate({
			target: signInAttempt.who,
			set: { failures: sql`${signInAttempt.failures} + 1` }
		})
		.returning({ failures: signInAttempt.failures });
	return row?.failures ?? 1;
}

async function names(
	database: Connection,
	{ email, address }: Trier
): Promise<{ account: string; address: string }> {
	const secret = await installationSecret(database);
	const keyed = (text: string) => createHmac('sha256', secret).update(`sign-in ${text}`).digest('base64url');
	return { account: keyed(`account ${normalEmail(email)}`), address: keyed(`address ${address}`) };
}
