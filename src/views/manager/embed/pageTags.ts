/** An element's start as it stands in a page. */
export interface PageTag {
	/** In small letters. */
	name: string;
	/** By name in small letters; an attribute without a value is ''. */
	attributes: ReadonlyMap<string, string>;
}

/**
 * The start tags of a page in their order, without those in comments and in what is no markup (scripts, styles,
 * text areas). It reads on where a page is wrong, as browsers do, and each character once, for the page may be anybody's.
 */
export function pageTags(html: string): PageTag[] {
	const lower = html.toLowerCase();
	const tags: PageTag[] = [];
	let at = 0;
	while ((at = html.indexOf('<', at)) !== -1) {
		if (html.startsWith('<!--', at)) {
			at = after(html, '-->', at + 4);
			continue;
		}
		const name = /^[a-z][a-z0-9-]*/.exec(lower.slice(at + 1, at + 41))?.[0];
		if (name === undefined) {
			at++;
			continue;
		}
		const read = readAttributes(html, at + 1 + name.length);
		at = read.end;
		tags.push({ name, attributes: read.attributes });
		if (/^(script|style|textarea|title|xmp)$/.test(name)) {
			const end = lower.indexOf(`</${name}`, at);
			at = end === -1 ? html.length : end;
		}
	}
	return tags;
}

/** The attributes from a place on, and where their tag ends. */
function readAttributes(html: string, from: number): { attributes: Map<string, string>; end: number } {
	const attributes = new Map<string, string>();
	const part = /[\s/]+|>|([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']*)))?|[^]/y;
	part.lastIndex = from;
	for (let found = part.exec(html); found; found = part.exec(html)) {
		if (found[0] === '>') break;
		const [, name, double, single, bare] = found;
		const key = name?.toLowerCase();
		if (key !== undefined && !attributes.has(key))
			attributes.set(key, decoded(double ?? single ?? bare ?? ''));
	}
	return { attributes, end: part.lastIndex === 0 ? html.length : part.lastIndex };
}

const entities: Record<string, string> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>' };

function decoded(text: string): string {
	return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,5}));/gi, (whole, decimal, hex, name) => {
		if (name !== undefined) return entities[String(name).toLowerCase()] ?? whole;
		const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
		return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
	});
}

function after(html: string, text: string, from: number): number {
	const found = html.indexOf(text, from);
	return found === -1 ? html.length : found + text.length;
}
