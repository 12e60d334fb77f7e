import type { RequestEvent } from '@sveltejs/kit';
import { writeAudit } from '#access/audit.server.ts';
import { endSession, sessionCookie, sessionDays, startSession } from '#access/sessions.server.ts';
import type { Person } from '#model/person.ts';
import { product } from '#work/product.server.ts';

/** Starts a session and hands its cookie out; only over TLS where the address is https. */
export async function openSession(event: RequestEvent, person: Pick<Person, 'id' | 'email'>): Promise<void> {
	const { cookies, locals, request, url } = event;
	const { database } = product();
	const { now } = locals;
	const before = cookies.get(sessionCookie);
	if (before) await endSession(database, before);
	const address = event.getClientAddress();
	const agent = request.headers.get('user-agent') ?? '';
	const token = await startSession(database, person.id, { now, agent, address });
	cookies.set(sessionCookie, token, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:',
		maxAge: sessionDays * 86_400
	});
	await writeAudit(database, { who: person.email, by: 'person', address }, { action: 'sign-in' }, now);
}

export async function closeSession({ cookies }: Pick<RequestEvent, 'cookies'>): Promise<void> {
	const token = cookies.get(sessionCookie);
	if (token) await endSession(product().database, token);
	cookies.delete(sessionCookie, { path: '/' });
}

/** A path of this site to go on to after signing in; anything else leads to the dashboard. */
export function safePath(to: string | null): string {
	return to !== null && /^\/(?![/\\])[^\s\\]*$/.test(to) ? to : '/dashboard';
}
