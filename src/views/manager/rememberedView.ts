import { withQuery } from './withQuery.ts';

/** The cookie in which a browser keeps how somebody last looked at queues. */
export const viewCookie = 'view';

/** What is remembered: how one looks, not at what. A range of dates would be old the next day. */
const names = ['measure', 'weeks', 'step'] as const;

/** What of an address is worth remembering, as a query; null where it says nothing. */
export function viewOf(query: URLSearchParams): string | null {
	const kept = new URLSearchParams();
	for (const name of names) {
		const value = query.get(name);
		if (value && /^\w{1,20}$/.test(value)) kept.set(name, value);
	}
	return kept.size > 0 ? String(kept) : null;
}

/** The address with what was remembered; null where it says itself how to look, or nothing was remembered. */
export function withRemembered(query: URLSearchParams, cookie: string | undefined): `?${string}` | null {
	if (!cookie || names.some((name) => query.has(name))) return null;
	const kept = viewOf(new URLSearchParams(cookie));
	return kept === null ? null : withQuery(query, Object.fromEntries(new URLSearchParams(kept)));
}
