import type { Cookies } from '@sveltejs/kit';
import { Attempts } from '#access/attempts.ts';
import { keepAdministrator, personWith, type Person } from '#access/people.server.ts';
import { endSession, sessionCookie, sessionDays, startSession } from '#access/sessions.server.ts';
import { isSetUpToken } from '#access/setUp.server.ts';
import { product } from '#work/product.server.ts';

const attempts = new Attempts(10, 60_000);

/** The person who signs in, or why not. */
export async function tryToSignIn(
	email: string,
	password: string,
	now: number
): Promise<Person | 'wrong' | 'tooMany'> {
	const who = email.trim().toLowerCase();
	if (attempts.tooMany(who, now)) return 'tooMany';
	const person = await personWith(product().database, email, password);
	if (!person) attempts.failed(who, now);
	return person ?? 'wrong';
}

/** Starts a session and hands its cookie out; only over TLS where the address is https. */
export async function openSession(cookies: Cookies, person: Person, now: number, url: URL): Promise<void> {
	const token = await startSession(product().database, person.id, now);
	cookies.set(sessionCookie, token, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:',
		maxAge: sessionDays * 86_400
	});
}

export async function closeSession(cookies: Cookies): Promise<void> {
	const token = cookies.get(sessionCookie);
	if (token) await endSession(product().database, token);
	cookies.delete(sessionCookie, { path: '/' });
}

export function isSetUpLink(token: string): Promise<boolean> {
	return isSetUpToken(product().database, token);
}

/** Makes the first administrator, or says what is wrong with what was entered. */
export async function setUp(
	token: string,
	email: string,
	password: string
): Promise<Person | 'linkOver' | 'emailWrong' | 'passwordShort'> {
	if (!(await isSetUpLink(token))) return 'linkOver';
	if (!/^[^\s@]+@[^\s@]+$/.test(email.trim())) return 'emailWrong';
	if (password.length < 10) return 'passwordShort';
	return keepAdministrator(product().database, { email, password });
}

/** A path of this site to go on to after signing in; anything else leads to the dashboard. */
export function safePath(to: string | null): string {
	return to !== null && /^\/(?![/\\])/.test(to) ? to : '/dashboard';
}
