/** A content security policy: its directives with their sources, in small letters where letters do not matter. */
export type ContentPolicy = ReadonlyMap<string, string[]>;

/** The policies of a header's value; several are separated by commas, and each has to allow what is to be done. */
export function contentPolicies(text: string): ContentPolicy[] {
	return text
		.split(',')
		.map((policy) => {
			const directives = new Map<string, string[]>();
			for (const directive of policy.split(';')) {
				const [name, ...sources] = directive.trim().split(/\s+/);
				// Of two with the same name the first holds (CSP 3, 2.2.1).
				if (name && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources);
			}
			return directives;
		})
		.filter((directives) => directives.size > 0);
}

const fallbacks = {
	script: ['script-src-elem', 'script-src', 'default-src'],
	frame: ['frame-src', 'child-src', 'default-src'],
	image: ['img-src', 'default-src'],
	styleAttribute: ['style-src-attr', 'style-src', 'default-src']
} as const;
export type Fetched = Exclude<keyof typeof fallbacks, 'styleAttribute'>;

/**
 * The directive of a policy that keeps a page from loading an address, or null when it may (CSP 3, 6.7.2).
 *
 * @param page the page's own address
 * @param tag of a script: its nonce and hash
 */
export function blockedBy(
	policy: ContentPolicy,
	kind: Fetched,
	address: URL,
	page: URL,
	tag: { nonce?: string; integrity?: string } = {}
): string | null {
	const name = fallbacks[kind].find((directive) => policy.has(directive));
	if (name === undefined) return null;
	const sources = policy.get(name) ?? [];
	const given = kind === 'script' ? [tag.nonce && `nonce-${tag.nonce}`, tag.integrity] : [];
	if (given.some((value) => value && sources.includes(`'${value}'`))) return null;
	const strict = kind === 'script' && sources.some((source) => /^'strict-dynamic'$/i.test(source));
	return !strict && sources.some((source) => matches(source, address, page)) ? null : name;
}

/** Whether a policy lets elements have a `style` attribute. */
export function allowsStyleAttributes(policy: ContentPolicy): boolean {
	const name = fallbacks.styleAttribute.find((directive) => policy.has(directive));
	const sources = name === undefined ? undefined : policy.get(name);
	if (!sources) return true;
	const named = sources.some((source) => /^'(nonce|sha\d+)-/i.test(source));
	return !named && sources.some((source) => /^'unsafe-inline'$/i.test(source));
}

function matches(source: string, address: URL, page: URL): boolean {
	const lower = source.toLowerCase();
	if (lower === '*') return /^https?:$/.test(address.protocol) || address.protocol === page.protocol;
	if (lower === "'self'") return address.host === page.host && fits(address.protocol, page.protocol);
	if (/^[a-z][a-z0-9+.-]*:$/.test(lower)) return fits(address.protocol, lower);
	const parts =
		/^(?:([a-z][a-z0-9+.-]*:)\/\/)?(\*|(?:\*\.)?[a-z0-9_.-]+|\[[0-9a-f:.]+\])(?::(\d+|\*))?(\/[^?#]*)?$/.exec(
			lower
		);
	if (!parts) return false;
	const [, scheme = page.protocol, host = '', port, path] = parts;
	if (!fits(address.protocol, scheme) || !hostMatches(host, address.hostname)) return false;
	const usual: Record<string, string> = { 'http:': '80', 'https:': '443' };
	const asked = address.port || usual[address.protocol];
	if (port !== undefined && port !== '*' && port !== asked) return false;
	if (port === undefined && address.port !== '') return false;
	if (path === undefined || path === '/') return true;
	const written = source.slice(source.length - path.length);
	return written.endsWith('/') ? address.pathname.startsWith(written) : address.pathname === written;
}

/** A scheme, or the secure one in its place. */
function fits(scheme: string, wanted: string): boolean {
	return scheme === wanted || (wanted === 'http:' && scheme === 'https:');
}

function hostMatches(pattern: string, host: string): boolean {
	if (pattern === '*') return true;
	return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}
