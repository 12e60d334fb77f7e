/** The smallest width that the widget is made for. */
const leastWidth = 240;
const usualWidth = 480;

export interface Oembed {
	version: '1.0';
	type: 'rich' | 'link';
	title: string;
	provider_name: string;
	provider_url: string;
	cache_age: number;
	html?: string;
	width?: number;
	height?: number;
}

/** The queue that an address of ours tells of: `/call/{queue}`, `/embed/{queue}`; null for any other. */
export function queueOfAddress(
	address: string,
	root: string
): { slug: string; query: URLSearchParams } | null {
	const url = URL.canParse(address) ? new URL(address) : null;
	if (!url || !url.href.startsWith(`${root}/`)) return null;
	const path = (url.origin + url.pathname).slice(root.length);
	const slug = /^\/(?:call|embed)\/([a-z0-9-]{1,64})\/?$/.exec(path)?.[1];
	return slug === undefined ? null : { slug, query: url.searchParams };
}

/**
 * The oEmbed answer (version 1.0) for a widget: a frame no larger than asked for, or only a link where it would have
 * no room.
 *
 * @param src the widget's address; `maxWidth`, `maxHeight` in pixels, null: any
 */
export function oembed(
	{ src, title, root }: { src: string; title: string; root: string },
	{ maxWidth, maxHeight }: { maxWidth: number | null; maxHeight: number | null }
): Oembed {
	const common = {
		version: '1.0',
		title,
		provider_name: 'Offpeak',
		provider_url: root,
		cache_age: 300
	} as const;
	const width = Math.min(usualWidth, maxWidth ?? usualWidth);
	const height = Math.min(widgetHeight(width), maxHeight ?? Infinity);
	if (width < leastWidth || height < 160) return { ...common, type: 'link' };
	const html =
		`<iframe src="${attribute(src)}" title="${attribute(title)}" width="${width}" height="${height}" ` +
		'loading="lazy" referrerpolicy="no-referrer" style="border:0;max-width:100%"></iframe>';
	return { ...common, type: 'rich', html, width, height };
}

/** The height that is kept for the widget in a place of some width, as embed.js does. */
function widgetHeight(width: number): number {
	return Math.round(Math.max(430, Math.min(940 - 1.3 * width, 620)));
}

function attribute(text: string): string {
	return text.replace(/[&"<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
