import type { RequestEvent } from '@sveltejs/kit';
import { grantOf, type Scope } from '#access/keys.server.ts';
import { product } from '#work/product.server.ts';
import { problem } from './problem.ts';

/** What the sender of a request may do: for which queues (null: all). */
export interface Allowed {
	queues: string[] | null;
}

/** Roles of people as scopes: a viewer reads; managers' and administrators' pages do the rest for now. */
const scopesOfRole: Record<'admin' | 'manager' | 'viewer', readonly Scope[]> = {
	admin: ['ingest', 'read', 'admin'],
	manager: ['read'],
	viewer: ['read']
};

/** Lets a request through that has a key, or a session, with the scope; else the answer that says what is missing. */
export async function authorize(event: RequestEvent, scope: Scope): Promise<Allowed | Response> {
	const header = event.request.headers.get('authorization');
	if (header === null) return withSession(event, scope);
	const key =
		/^Bearer +(\S+)$/i.exec(header)?.[1] ?? (scope === 'ingest' ? keyAsPassword(header) : undefined);
	return authorizeKey(key ?? '', scope);
}

/** The same for a key that came in another way. */
export async function authorizeKey(key: string, scope: Scope): Promise<Allowed | Response> {
	const { database, settings } = product();
	const grant = key === '' ? null : await grantOf(database, key, settings.apiKey);
	if (!grant) return unauthorized('The key is not known, or it was revoked.');
	if (!grant.scopes.includes(scope)) return problem(403, 'Not allowed', `The key lacks the scope ${scope}.`);
	return { queues: grant.queues };
}

/** Phone systems that can send a name and a password only (RFC 7617): the key is the password, the name is any. */
function keyAsPassword(header: string): string | undefined {
	const encoded = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(header)?.[1] ?? '';
	return /^[^:]*:(\S+)$/.exec(Buffer.from(encoded, 'base64').toString('utf8'))?.[1];
}

function withSession({ locals }: RequestEvent, scope: Scope): Allowed | Response {
	if (!locals.person) return unauthorized('Send a key: Authorization: Bearer <key>.');
	if (scopesOfRole[locals.person.role].includes(scope)) return { queues: null };
	return problem(403, 'Not allowed', `Your role lacks the scope ${scope}.`);
}

function unauthorized(detail: string): Response {
	return problem(401, 'Not signed in', detail, {}, { 'www-authenticate': 'Bearer realm="offpeak"' });
}
