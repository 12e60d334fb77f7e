/** What an address says to the one reader only: the language, and what has just been done. */
const ownNames = ['lang', 'done', 'saved', 'edit'];

/**
 * The address under which somebody else sees the same, today and later.
 * @param pinned what the address leaves open, such as which seven days are the last ones
 */
export function sharedAddress(url: URL, pinned: Record<string, string>): string {
	const shared = new URL(url.pathname, url);
	for (const [name, value] of url.searchParams)
		if (!ownNames.includes(name) && !name.startsWith('/') && !Object.hasOwn(pinned, name))
			shared.searchParams.append(name, value);
	for (const [name, value] of Object.entries(pinned)) shared.searchParams.set(name, value);
	return shared.href;
}
