import type { RequestEvent } from '@sveltejs/kit';
import { writeAudit } from '#access/audit.server.ts';
import { endSession, sessionCookie, sessionDays, startSession } from '#access/sessions.server.ts';
import type { Person } from '#model/person.ts';
import { product } from '#work/product.server.ts';

/**
 * Starts a session and hands its cookie out; only over TLS where the address is https.
 * @param isStrong whether it is known by more than a password
 */
export async function openSession(
	event: RequestEvent,
	person: Pick<Person, 'id' | 'email'>,
	{ isStrong = false } = {}
): Promise<void> {
	const { cookies, locals, request, url } = event;
	const { database, settings } = product();
	const { now } = locals;
	const cookie = sessionCookie(url);
	const before = cookies.get(cookie);
	if (before) await endSession(database, before);
	const address = event.getClientAddress();
	const agent = request.headers.get('user-agent') ?? '';
	const token = await startSession(database, person.id, {
		now,
		agent,
		address,
		isStrong,
		idleHours: settings.sessionIdleHours
	});
	cookies.set(cookie, token, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:',
		maxAge: sessionDays * 86_400
	});
	await writeAudit(database, { who: person.email, by: 'person', address }, { action: 'sign-in' }, now);
}

export async function closeSession({ cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>): Promise<void> {
	const token = cookies.get(sessionCookie(url));
	if (token) await endSession(product().database, token);
	cookies.delete(sessionCookie(url), { path: '/', secure: url.protocol === 'https:' });
}

/** A path of this site to go on to after signing in; anything else leads to the dashboard. */
export function safePath(to: string | null): string {
	return to !== null && /^\/(?![/\\])[^\s\\]*$/.test(to) ? to : '/dashboard';
}
