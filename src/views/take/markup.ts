/** An element of our own pages' HTML: what Svelte writes, with every tag closed and every attribute quoted. */
export interface Element {
	tag: string;
	/** Values as they stand in the text, escaped. */
	attributes: Map<string, string>;
	children: (Element | string)[];
	parent: Element | null;
}

const tagPattern = /<!--[^]*?-->|<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:.-]+(?:="[^"]*")?)*)\s*(\/?)>/g;
const empty = new Set(['input', 'br', 'hr', 'img', 'meta', 'link']);

/** Reads a piece of HTML that our own server wrote; what stands before its first element is passed over. */
export function readMarkup(html: string): Element | null {
	const root: Element = { tag: '', attributes: new Map(), children: [], parent: null };
	let at = root;
	let textFrom = 0;
	for (const match of html.matchAll(tagPattern)) {
		const text = html.slice(textFrom, match.index);
		if (text !== '') at.children.push(text);
		textFrom = match.index + match[0].length;
		const [, closing, tag = '', attributes = '', selfClosed] = match;
		if (tag === '') continue;
		if (closing) {
			if (at.parent) at = at.parent;
			continue;
		}
		const made: Element = { tag, attributes: readAttributes(attributes), children: [], parent: at };
		at.children.push(made);
		if (!selfClosed && !empty.has(tag)) at = made;
	}
	return elementsOf(root)[0] ?? null;
}

export function elementsOf({ children }: Element): Element[] {
	return children.filter((child) => typeof child !== 'string');
}

/** The element and all in it, in the order of the text. */
export function* within(element: Element): Generator<Element> {
	yield element;
	for (const child of elementsOf(element)) yield* within(child);
}

/** What one reads in an element, with its spaces joined, still escaped. */
export function textOf(element: Element): string {
	const parts = element.children.map((child) => (typeof child === 'string' ? child : textOf(child)));
	return parts.join('').replace(/\s+/g, ' ').trim();
}

export function hasClass({ attributes }: Element, name: string): boolean {
	return (attributes.get('class') ?? '').split(/\s+/).includes(name);
}

/** `&lt;` and its like as what they stand for. */
export function unescaped(text: string): string {
	return text
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&#39;', "'")
		.replaceAll('&amp;', '&');
}

/** The `place`th element that has an attribute, cut out of a page; null where there are not so many. */
export function cutOut(html: string, attribute: string, place: number): Element | null {
	const starts = [
		...html.matchAll(new RegExp(`<([a-z]+)(?=\\s(?:[^>"]|"[^"]*")*\\s?\\b${attribute}=)`, 'g'))
	];
	const start = starts[place];
	if (!start) return null;
	const { index: from, 1: tag = '' } = start;
	return readMarkup(html.slice(from, endOf(html, tag, from)));
}

/** Behind the end tag that belongs to the start tag at `from`. */
function endOf(html: string, tag: string, from: number): number {
	let depth = 0;
	const rest = html.slice(from);
	for (const { 0: text, 1: closing, 2: name, index } of rest.matchAll(tagPattern)) {
		if (name !== tag) continue;
		depth += closing ? -1 : 1;
		if (depth === 0) return from + index + text.length;
	}
	return html.length;
}

function readAttributes(text: string): Map<string, string> {
	const found = [...text.matchAll(/([\w:.-]+)(?:="([^"]*)")?/g)];
	return new Map(found.map(([, name = '', value = '']) => [name, value]));
}
