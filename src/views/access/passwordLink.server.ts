import type { RequestEvent } from '@sveltejs/kit';
import { Attempts } from '#access/attempts.ts';
import { writeAudit } from '#access/audit.server.ts';
import { findPerson } from '#access/people.server.ts';
import { linkHours, makeLink, personOfLink, useLink } from '#access/personLinks.server.ts';
import { passwordProblem } from '#access/passwords.server.ts';
import { mailTexts } from '#texts/mail.ts';
import { product } from '#work/product.server.ts';
import { canMail, mailed, mailOrigin } from './mailLink.server.ts';

const hourMs = 3_600_000;
const ofEmail = new Attempts(3, hourMs);
const ofAddress = new Attempts(20, hourMs);

/** Whose link it is, and whether a password was never set before. */
export async function linkOwner(token: string, now: number) {
	return token === '' ? null : personOfLink(product().database, token, now);
}

/** Sets the password of the link's owner, or says why not. */
export async function setByLink(
	event: RequestEvent,
	token: string,
	password: string
): Promise<{ id: number; email: string } | 'linkOver' | 'passwordShort' | 'passwordWeak'> {
	const { database } = product();
	const { now } = event.locals;
	const owner = await linkOwner(token, now);
	if (!owner) return 'linkOver';
	const problem = passwordProblem(password, owner.email);
	if (problem) return problem;
	if (!(await useLink(database, token, { password, now }))) return 'linkOver';
	const author = { who: owner.email, by: 'person', address: event.getClientAddress() } as const;
	await writeAudit(database, author, { action: 'password by link' }, now);
	return owner;
}

/** Whether lost passwords are reset by mail here; else an administrator makes a link. */
export function mailsLinks(url: URL): boolean {
	return canMail(url);
}

/**
 * Mails a link to somebody whose password is lost. What is answered, and when, does not depend on whether there is
 * somebody with this e-mail.
 */
export function mailLostPassword(event: RequestEvent, email: string): void {
	const { now, lang } = event.locals;
	const origin = mailOrigin(event.url);
	const who = email.trim().toLowerCase();
	const address = event.getClientAddress();
	if (origin === null || ofEmail.tooMany(who, now) || ofAddress.tooMany(address, now)) return;
	ofEmail.failed(who, now);
	ofAddress.failed(address, now);
	const send = async () => {
		const { database } = product();
		const person = await findPerson(database, who);
		if (!person) return;
		const token = await makeLink(database, person.id, { hours: linkHours.mail, now });
		const { subject, text } = mailTexts(lang).lostPassword(linkAddress(origin, token), linkHours.mail);
		await mailed({ to: person.email, subject, text });
	};
	send().catch((error) => console.error('A lost password:', error));
}

export function linkAddress(origin: string, token: string): string {
	return `${origin}/set-password?token=${token}`;
}
