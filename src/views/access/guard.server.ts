import { redirect, type RequestEvent } from '@sveltejs/kit';
import { needsPasskey, type SignedIn } from '#access/needsPasskey.ts';
import { grantOf } from '#access/keys.server.ts';
import { allows, formOf, reaches, ruleOf, unstated, type Way } from '#access/rules.ts';
import { personOfSession, sessionCookie } from '#access/sessions.server.ts';
import type { Allowed } from '#access/allowed.ts';
import { product } from '#work/product.server.ts';
import { problem } from '../api/problem.ts';
import { refusedPage } from './refusedPage.ts';

/**
 * Holds a request to the rule of its route (access/rules.ts): null where it may go on, with `locals.allowed` set; else
 * the answer. An address without a rule is for administrators only.
 */
export async function guard(event: RequestEvent): Promise<Response | null> {
	const { route, request, url, locals } = event;
	if (route.id === null) return null;
	const stated = ruleOf(route.id, request.method, formOf(url.searchParams));
	const rule = stated ?? unstated;
	if (rule === 'open') return null;
	const allowed = await decide(event, rule, locals.person);
	if (allowed instanceof Response) return allowed;
	locals.allowed = { ...allowed, scope: stated === null ? null : (rule.keys ?? null) };
	// Asked again by answers that go on for long.
	locals.isStillAllowed = () =>
		personNow(event)
			.then((person) => decide(event, rule, person))
			.then(
				(again) => !(again instanceof Response),
				() => false
			);
	return null;
}

type Decided = Omit<Allowed, 'scope'>;

/** Whose session it is by now. */
async function personNow({ cookies, url }: RequestEvent): Promise<SignedIn | null> {
	const token = cookies.get(sessionCookie(url));
	const { database, now, settings } = product();
	const known = { now: now(), idleHours: settings.sessionIdleHours };
	return token ? personOfSession(database, token, known) : null;
}

async function decide(event: RequestEvent, rule: Way, person: SignedIn | null): Promise<Decided | Response> {
	const hasKey = rule.keys !== undefined && (rule.keyIn || event.request.headers.has('authorization'));
	return hasKey ? withKey(event, rule) : withSession(event, rule, person);
}

async function withKey({ request, params }: RequestEvent, rule: Way): Promise<Decided | Response> {
	const key = keyOf(request.headers, rule);
	const { database, settings, now } = product();
	const known = { settingsKey: settings.apiKey, now: now() };
	const grant = key === '' ? null : await grantOf(database, key, known);
	if (!grant) return unauthorized('The key is not known, or it has ended or was revoked.');
	if (!allows(rule, grant)) return notAllowed(`The key lacks the scope ${rule.keys ?? ''}.`);
	if (!reaches(rule, grant.queues, params.queue))
		return notAllowed(foreign('The key is', rule, grant.queues, params.queue));
	return { who: grant.name, by: 'key', queues: grant.queues };
}

function withSession(event: RequestEvent, rule: Way, person: SignedIn | null): Decided | Response {
	const { params, url } = event;
	const isApi = rule.keys !== undefined;
	if (!person) {
		if (isApi && !isPage(event)) return unauthorized('Send a key: Authorization: Bearer <key>.');
		redirect(303, `/sign-in?to=${encodeURIComponent(url.pathname + url.search)}`);
	}
	if (needsPasskey(person, product().settings.demandPasskey, rule)) {
		if (!isPage(event)) return notAllowed('This installation wants you to sign in with a passkey.');
		redirect(303, '/account');
	}
	const { role, queues } = person;
	const isAllowed = allows(rule, { role });
	if (isAllowed && reaches(rule, queues, params.queue)) return { who: person.email, by: 'person', queues };
	if (!isApi) return refusedPage(event);
	return notAllowed(
		isAllowed
			? foreign('Your role is', rule, queues, params.queue)
			: `Your role lacks the scope ${rule.keys ?? ''}.`
	);
}

/** Phone systems that can send a name and a password only (RFC 7617): the key is the password, the name is any. */
function keyOf(headers: Headers, rule: Way): string {
	if (rule.keyIn === 'firehose') return headers.get('x-amz-firehose-access-key') ?? '';
	const header = headers.get('authorization') ?? '';
	const bearer = /^Bearer +(\S+)$/i.exec(header)?.[1];
	if (bearer !== undefined || rule.keys !== 'ingest') return bearer ?? '';
	const encoded = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(header)?.[1] ?? '';
	return /^[^:]*:(\S+)$/.exec(Buffer.from(encoded, 'base64').toString('utf8'))?.[1] ?? '';
}

function isPage({ route }: RequestEvent): boolean {
	return route.id?.startsWith('/(manager)') === true;
}

function foreign(whose: string, rule: Way, queues: string[] | null, named: string | undefined): string {
	const slug = named?.split(',').find((one) => !queues?.includes(one));
	if (rule.reach === 'one' && slug !== undefined) return `${whose} not for the queue ${slug.slice(0, 64)}.`;
	return `${whose} for named queues only: this needs one for all queues.`;
}

function notAllowed(detail: string): Response {
	return problem(403, 'Not allowed', detail);
}

function unauthorized(detail: string): Response {
	return problem(401, 'Not signed in', detail, {}, { 'www-authenticate': 'Bearer realm="offpeak"' });
}
