import { createHash } from 'node:crypto';
import type { Component, ComponentProps } from 'svelte';
import { render } from 'svelte/server';
import { langTag, type Lang } from '#texts/lang.ts';
import { accentCss } from './accent.ts';
import type { Theme } from './themes.ts';
import { widgetCss, widgetDarkCss } from './widgetCss.ts';

export interface EmbedLook {
	lang: Lang;
	theme: Theme;
	/** A colour that `parseAccent` let through. */
	accent: string | null;
	/** Placed by embed.js, which follows the height that a small script tells it. */
	fit: boolean;
	title: string;
	/** The address of that script. */
	fitScript: string;
}

export interface EmbedDocument {
	html: string;
	/** What of a content security policy allows this document and nothing else; `frame-ancestors` is to be added. */
	policy: string;
}

/**
 * A component as a whole document that needs nothing else: no sheet, no script, no picture. Not a page of the
 * framework, whose layout would bring the look of all pages along.
 */
export function embedDocument<Props extends Record<string, unknown>>(
	component: Component<Props>,
	props: ComponentProps<Component<Props>>,
	look: EmbedLook
): EmbedDocument {
	const { body } = render<Component<Props>>(component, { props });
	const css = cssOf(look);
	const script = look.fit ? `<script async src="${look.fitScript}"></script>` : '';
	const html =
		`<!doctype html><html lang="${langTag[look.lang]}"><head><meta charset="utf-8">` +
		`<meta name="viewport" content="width=device-width,initial-scale=1"><title>${escape(look.title)}</title>` +
		`<meta name="robots" content="noindex"><style>${css}</style>${script}</head>` +
		`<body>${plain(body)}</body></html>`;
	const hash = createHash('sha256').update(css).digest('base64');
	const scripts = look.fit ? "script-src 'self'" : "script-src 'none'";
	return { html, policy: `default-src 'none'; style-src 'sha256-${hash}'; ${scripts}; base-uri 'none'` };
}

const light = compact(widgetCss);
const dark = compact(widgetDarkCss);

function cssOf({ theme, accent }: EmbedLook): string {
	const lightCss = `${light}html{${accentCss(accent, 'light')}}`;
	const darkCss = `${dark}html{${accentCss(accent, 'dark')}}`;
	if (theme === 'light') return lightCss;
	if (theme === 'dark') return lightCss + darkCss;
	return `${lightCss}@media (prefers-color-scheme:dark){${darkCss}}`;
}

/** Without comments and the spaces that only people need. */
function compact(css: string): string {
	return css
		.replace(/\/\*.*?\*\//gs, '')
		.replace(/\s+/g, ' ')
		.replace(/ ?([{};:,]) /g, '$1')
		.replace(/;}/g, '}')
		.trim();
}

/** Without what only a page of the framework needs: marks for hydration, names of scoped styles. */
function plain(body: string): string {
	return body
		.replace(/<!--.*?-->/g, '')
		.replace(/ class="svelte-\w+"| svelte-\w+(?=")/g, '')
		.replace(/\s+/g, ' ');
}

function escape(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
