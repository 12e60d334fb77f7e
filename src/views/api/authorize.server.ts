import type { RequestEvent } from '@sveltejs/kit';
import type { Allowed } from '#access/allowed.ts';
import type { Scope } from '#access/scopes.ts';

export type { Allowed };

/**
 * What the sender of a request may do: for which queues (null: all). Whether it may be sent at all was decided before,
 * by the route's rule (access/rules.ts); a route that wants another scope than its rule states is a mistake of ours.
 */
export async function authorize(event: RequestEvent, scope: Scope): Promise<Allowed | Response> {
	const { allowed } = event.locals;
	if (!allowed) throw new Error(`nobody was let through to ${event.route.id}`);
	if (allowed.scope !== null && allowed.scope !== scope)
		throw new Error(`${event.route.id} wants ${scope}, and its rule states ${allowed.scope}`);
	return allowed;
}
