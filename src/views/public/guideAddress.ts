import type { Lang } from '#texts/lang.ts';

/** The address of a line's call guide. `root` is the product's own, such as `https://calls.example.com`. */
export function guideAddress(
	root: string,
	slug: string,
	{ lang, topic }: { lang: Lang | null; topic: string | null }
): string {
	const query = new URLSearchParams({ ...(lang ? { lang } : {}), ...(topic === null ? {} : { topic }) });
	return `${root}/call/${slug}${query.size > 0 ? `?${query}` : ''}`;
}
