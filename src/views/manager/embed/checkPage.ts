import type { EmbedLevel } from '#model/embed.ts';
import type { EmbedRelease } from '#views/public/embedScript.ts';
import { allowsStyleAttributes, blockedBy, contentPolicies, type ContentPolicy } from './contentPolicy.ts';
import { pageTags, type PageTag } from './pageTags.ts';

/** What was seen on a page that is to show a line. */
export type PageFinding =
	| { code: 'found'; level: EmbedLevel }
	| { code: 'bad_status'; status: number }
	| { code: 'no_page'; type: string }
	| { code: 'not_found' | 'shown_as_text' | 'not_public' | 'mixed' }
	| { code: 'other_queue' | 'other_server'; name: string }
	| { code: 'blocked'; directive: string; needed: string }
	| { code: 'origin_not_allowed'; origin: string }
	| { code: 'unknown_version' | 'wrong_integrity' | 'pinned_evergreen' | 'no_crossorigin' }
	| { code: 'no_title' | 'no_place' };

export interface CheckedPage {
	url: URL;
	status: number;
	headers: Headers;
	body: string;
}

export interface CheckedLine {
	slug: string;
	isPublic: boolean;
	/** Empty: any. */
	embedOrigins: readonly string[];
	/** The product's address. */
	root: string;
	releases: readonly EmbedRelease[];
}

/** Whether a finding is good, keeps the line from being seen, or could be better. */
export function gravity({ code }: PageFinding): 'good' | 'bad' | 'note' {
	if (code === 'found') return 'good';
	return code === 'no_title' || code === 'no_place' || code === 'bad_status' ? 'note' : 'bad';
}

/** What a page, as its server sends it, does with a line: is it there, and what blocks it? */
export function checkPage(page: CheckedPage, line: CheckedLine): PageFinding[] {
	const type = page.headers.get('content-type') ?? '';
	const status: PageFinding[] =
		page.status >= 200 && page.status < 300 ? [] : [{ code: 'bad_status', status: page.status }];
	if (!/html/i.test(type)) return [...status, { code: 'no_page', type: type || '–' }];
	const tags = pageTags(page.body);
	const seen = tags.flatMap((tag) => {
		const shown = shownBy(tag, page.url, line);
		return shown ? [shown] : [];
	});
	const all = seen.filter((one) => 'level' in one);
	// The link beside a script is what stands in for it.
	const more = all.filter(({ level }) => level !== 'link');
	const own = more.length > 0 ? more : all;
	const policies = policiesOf(page, tags);
	const findings =
		own.length === 0 ? missing(page, seen) : own.flatMap((one) => judge(one, page, line, policies));
	return unique([...status, ...findings]);
}

interface Own {
	level: EmbedLevel;
	tag: PageTag;
	address: URL;
}
type Shown = Own | { other: 'other_queue' | 'other_server'; name: string };

/** What of ours an element shows, if anything. */
function shownBy({ name, attributes }: PageTag, page: URL, { root, slug }: CheckedLine): Shown | null {
	const written = attributes.get(name === 'a' ? 'href' : 'src');
	const address = written !== undefined && URL.canParse(written, page) ? new URL(written, page) : null;
	if (!address) return null;
	const tag = { name, attributes };
	const inside = address.href.startsWith(`${root}/`)
		? address.href.slice(root.length).split(/[?#]/)[0]
		: null;
	const isScript = name === 'script' && /\/embed(\/v[\d.]+)?\.js$/.test(address.pathname);
	if (isScript && attributes.has('data-queue')) {
		if (inside === null) return { other: 'other_server', name: address.origin };
		return ofQueue('script', attributes.get('data-queue')?.trim() ?? '');
	}
	if (inside === null || inside === undefined) return null;
	const [, room, queue] =
		/^\/(embed|badge|call)\/([a-z0-9-]+?)(?:\.(?:svg|png)|\/qr\.svg)?\/?$/.exec(inside) ?? [];
	const levels = {
		'iframe embed': 'iframe',
		'img badge': 'image',
		'img call': 'image',
		'a call': 'link'
	} as const;
	const level = Object.entries(levels).find(([key]) => key === `${name} ${room}`)?.[1];
	return level === undefined || queue === undefined ? null : ofQueue(level, queue);

	function ofQueue(level: EmbedLevel, queue: string): Shown | null {
		if (queue !== slug) return { other: 'other_queue', name: queue };
		return address && { level, tag, address };
	}
}

function missing({ body }: CheckedPage, seen: Shown[]): PageFinding[] {
	const others = seen.flatMap((one) => ('other' in one ? [{ code: one.other, name: one.name }] : []));
	if (others.length > 0) return others;
	const asText = /(&lt;|&#60;|&#x3c;)(script|iframe|img)\b[^<]{0,400}(data-queue|\/embed\/|\/badge\/)/i.test(
		body
	);
	return [{ code: asText ? 'shown_as_text' : 'not_found' }];
}

function judge(own: Own, page: CheckedPage, line: CheckedLine, policies: ContentPolicy[]): PageFinding[] {
	const { level, tag, address } = own;
	const found: PageFinding = { code: 'found', level };
	if (level === 'link') return [found, ...(line.isPublic ? [] : [{ code: 'not_public' } as const])];
	const problems: PageFinding[] = [];
	if (!line.isPublic) problems.push({ code: 'not_public' });
	if (page.url.protocol === 'https:' && address.protocol === 'http:') problems.push({ code: 'mixed' });
	for (const policy of policies) {
		const blocked = (kind: 'script' | 'frame' | 'image', url: URL) => {
			const nonce = tag.attributes.get('nonce');
			const integrity = tag.attributes.get('integrity');
			const directive = blockedBy(policy, kind, url, page.url, { nonce, integrity });
			if (directive !== null) problems.push({ code: 'blocked', directive, needed: url.origin });
		};
		if (level === 'script') blocked('script', address);
		if (level === 'image') blocked('image', address);
		else blocked('frame', new URL(`${line.root}/embed/${line.slug}`));
	}
	if (level === 'image') return [found, ...problems];
	const { origin } = page.url;
	if (line.embedOrigins.length > 0 && ![...line.embedOrigins, new URL(line.root).origin].includes(origin))
		problems.push({ code: 'origin_not_allowed', origin });
	if (level === 'iframe') {
		if (!tag.attributes.get('title')) problems.push({ code: 'no_title' });
		return [found, ...problems];
	}
	if (!policies.every(allowsStyleAttributes)) problems.push({ code: 'no_place' });
	return [found, ...problems, ...integrityProblems(own, line)];
}

function integrityProblems({ tag, address }: Own, { releases }: CheckedLine): PageFinding[] {
	const version = /\/embed\/v([\d.]+)\.js$/.exec(address.pathname)?.[1];
	const integrity = tag.attributes.get('integrity');
	if (version === undefined) return integrity ? [{ code: 'pinned_evergreen' }] : [];
	const release = releases.find((one) => one.version === version);
	if (!release) return [{ code: 'unknown_version' }];
	if (!integrity) return [];
	const wrong = !integrity.split(/\s+/).includes(release.integrity);
	const problems: PageFinding[] = wrong ? [{ code: 'wrong_integrity' }] : [];
	return tag.attributes.has('crossorigin') ? problems : [...problems, { code: 'no_crossorigin' }];
}

/** Those of the header and of the page's own head. */
function policiesOf({ headers }: CheckedPage, tags: PageTag[]): ContentPolicy[] {
	const metas = tags
		.filter(
			({ name, attributes }) =>
				name === 'meta' && attributes.get('http-equiv')?.toLowerCase() === 'content-security-policy'
		)
		.map(({ attributes }) => attributes.get('content') ?? '');
	return [headers.get('content-security-policy') ?? '', ...metas].flatMap(contentPolicies);
}

function unique(findings: PageFinding[]): PageFinding[] {
	const texts = findings.map((finding) => JSON.stringify(finding));
	return findings.filter((_, i) => texts.indexOf(texts[i] ?? '') === i);
}
