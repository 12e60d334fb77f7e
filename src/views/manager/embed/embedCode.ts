import { embedTexts } from '#texts/embed.ts';
import type { Lang } from '#texts/lang.ts';
import { publicTexts } from '#texts/public.ts';
import { guideAddress } from '#views/public/guideAddress.ts';
import type { EmbedChoice } from './embedChoice.ts';

export interface EmbedPlace {
	/** The product's address. */
	root: string;
	slug: string;
	/** The line's name in the language of the words around the widget. */
	name: string;
	/** The language of those words. */
	lang: Lang;
	release: { version: string; integrity: string };
}

/** What is pasted into a page, or a mail, to show the line there. */
export function embedCode(choice: EmbedChoice, place: EmbedPlace): string {
	const { root, slug, name, lang } = place;
	const guide = guideAddress(root, slug, { lang: choice.lang, topic: choice.topic });
	const link = `<a href="${attribute(guide)}">${attribute(embedTexts(lang).link(name))}</a>`;
	const title = attribute(publicTexts(lang).widgetTitle(name));
	switch (choice.level) {
		case 'link':
			return link;
		case 'image':
			return (
				`<a href="${attribute(guide)}"><img src="${attribute(imageAddress(choice, place))}" ` +
				`alt="${title}" height="28" style="max-width:100%"></a>`
			);
		case 'iframe':
			return (
				`<iframe src="${attribute(widgetAddress(choice, place))}" title="${title}" width="100%" height="450" ` +
				'loading="lazy" referrerpolicy="no-referrer" style="border:0;height:clamp(450px,990px - 130vw,620px)"></iframe>'
			);
		case 'script':
			return [
				'<div style="container-type:inline-size;width:100%">',
				'<div style="min-height:clamp(430px,940px - 130cqw,620px)">',
				link,
				scriptTag(choice, place),
				'</div></div>'
			].join('\n');
	}
}

/** The widget as a page of its own. */
export function widgetAddress(
	{ theme, lang, topic, accent }: EmbedChoice,
	{ root, slug }: Pick<EmbedPlace, 'root' | 'slug'>
): string {
	return withQuery(`${root}/embed/${slug}`, {
		lang,
		theme: theme === 'auto' ? null : theme,
		topic,
		accent: accent?.slice(1) ?? null
	});
}

/** The badge. That for mail always names its language, since it is fetched by who forwards the mail. */
export function imageAddress(
	{ image, theme, lang }: EmbedChoice,
	{ root, slug, lang: around }: Pick<EmbedPlace, 'root' | 'slug' | 'lang'>
): string {
	return withQuery(`${root}/badge/${slug}.${image}`, {
		lang: image === 'png' ? (lang ?? around) : lang,
		theme: theme === 'auto' ? null : theme
	});
}

/** What the page's own content security policy has to allow for it, if it has one. */
export function neededPolicy({ level }: Pick<EmbedChoice, 'level'>, root: string): string | null {
	const { origin } = new URL(root);
	if (level === 'link') return null;
	if (level === 'image') return `img-src ${origin}`;
	return level === 'iframe' ? `frame-src ${origin}` : `script-src ${origin}; frame-src ${origin}`;
}

function scriptTag(choice: EmbedChoice, { root, slug, release }: EmbedPlace): string {
	const src = choice.pinned ? `${root}/embed/v${release.version}.js` : `${root}/embed.js`;
	const attributes = {
		integrity: choice.pinned ? release.integrity : null,
		crossorigin: choice.pinned ? 'anonymous' : null,
		'data-queue': slug,
		'data-lang': choice.lang,
		'data-theme': choice.theme === 'auto' ? null : choice.theme,
		'data-topic': choice.topic,
		'data-accent': choice.accent
	};
	const written = Object.entries(attributes).flatMap(([name, value]) =>
		value === null ? [] : [` ${name}="${attribute(value)}"`]
	);
	return `<script async src="${attribute(src)}"${written.join('')}></script>`;
}

function withQuery(address: string, values: Record<string, string | null>): string {
	const given = Object.entries(values).flatMap(([name, value]): [string, string][] =>
		value === null ? [] : [[name, value]]
	);
	return given.length === 0 ? address : `${address}?${new URLSearchParams(given)}`;
}

function attribute(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
