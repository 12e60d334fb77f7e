import type { RequestEvent } from '@sveltejs/kit';
import { writeAudit } from '#access/audit.server.ts';
import { findPerson, personWith, type Person } from '#access/people.server.ts';
import { forgetTry, mayTry } from '#access/signInAttempts.server.ts';
import { product } from '#work/product.server.ts';

/**
 * The person who signs in with a password, or why not. Unknown e-mails are counted, refused and timed as known ones
 * are, so that nobody learns which there are.
 */
export async function tryToSignIn(
	event: RequestEvent,
	email: string,
	password: string
): Promise<Person | 'wrong' | 'tooMany'> {
	const { database } = product();
	const { now } = event.locals;
	const address = event.getClientAddress();
	const trier = { email: email.slice(0, 254), address };
	const may = await mayTry(database, trier, now);
	if (may === 'no') return 'tooMany';
	const person = await personWith(database, trier.email, password);
	if (person) {
		await forgetTry(database, trier);
		return person;
	}
	if (may === 'lastOne') await noteLockOut(trier, now);
	return 'wrong';
}

/** Of accounts that there are: what is typed as an e-mail may be anything, such as a password. */
async function noteLockOut(
	{ email, address }: { email: string; address: string },
	now: number
): Promise<void> {
	const { database } = product();
	const known = await findPerson(database, email);
	const note = { action: 'sign-in locked', subject: known?.email ?? null };
	await writeAudit(database, { who: '', by: 'nobody', address }, note, now);
}
