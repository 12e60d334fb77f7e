import type { ResolveOptions } from '@sveltejs/kit';

/** How the framework starts a page: with both of its entries, as soon as the page has been read. */
const start = /Promise\.all\(\[\s*import\([^)]*\),\s*import\([^)]*\)\s*\]\)/;

/**
 * A page is there before its scripts are asked for: asked for along with it, as the framework does, they share a
 * telephone's slow line and its processor with what somebody waits to read. They come all at once then, not one after
 * another as each is found to need the next.
 */
export function scriptsAfterPaint(): Pick<ResolveOptions, 'preload' | 'transformPageChunk'> {
	const scripts: string[] = [];
	return {
		preload({ type, path }) {
			if (type === 'js') scripts.push(path);
			return type === 'css';
		},
		transformPageChunk: ({ html }) =>
			html.replace(start, (entries) => `${painted}.then(() => { ${preloaded(scripts)} return ${entries}; })`)
	};
}

/** In a tab that is not seen nothing is painted: it goes on without. */
const painted = `new Promise((seen) => {
	const longestMs = 1000;
	setTimeout(seen, longestMs);
	new PerformanceObserver((list) => {
		if (list.getEntriesByName('first-contentful-paint').length > 0) seen();
	}).observe({ type: 'paint', buffered: true });
})`;

function preloaded(scripts: string[]): string {
	return `for (const href of ${JSON.stringify(scripts)})
	document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }));`;
}
