/** The query of an address with some of its values replaced, as the start of a link: `?from=…`; null takes one out. */
export function withQuery(query: URLSearchParams, changes: Record<string, string | null>): `?${string}` {
	const next = new URLSearchParams(query);
	for (const [name, value] of Object.entries(changes)) {
		if (value === null) next.delete(name);
		else next.set(name, value);
	}
	return `?${next}`;
}
