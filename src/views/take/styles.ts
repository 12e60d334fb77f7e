import type { Element } from './markup.ts';

/** The styles of a page as a picture needs them: which declarations an element has of its own. */
export interface Styles {
	of(element: Element): Map<string, string>;
	/** A value without `var(…)`. */
	resolved(value: string): string;
}

interface Compound {
	tag: string | null;
	classes: string[];
	/** Classes that it must not have. */
	without: string[];
	attributes: { name: string; value: string | null }[];
}

interface Rule {
	/** From the last part to the first; each may stand anywhere above the one before it, or right above (`>`). */
	parts: { compound: Compound; direct: boolean }[];
	weight: number;
	declarations: [name: string, value: string][];
}

/**
 * Reads style sheets as builds write them. Only what holds on a white, wide page counts: rules in `@media` or
 * `@container` are passed over, and so are those of states.
 */
export function readStyles(css: string): Styles {
	const rules: Rule[] = [];
	const variables = new Map<string, string>();
	for (const { selector, body } of plainRules(css.replace(/\/\*[^]*?\*\//g, ''))) {
		const declarations = readDeclarations(body);
		if (selector === ':root')
			for (const [name, value] of declarations) if (name.startsWith('--')) variables.set(name, value);
		for (const one of splitOutside(selector, ',')) {
			const parts = readSelector(one.trim());
			if (parts) rules.push({ parts, weight: weightOf(parts), declarations });
		}
	}
	// Those of more weight win; of the same weight the later ones, for sorting keeps their order.
	rules.sort((a, b) => a.weight - b.weight);
	const resolved = (value: string): string => {
		const filled = value.replace(
			/var\((--[\w-]+)(?:,[^()]*)?\)/g,
			(_, name: string) => variables.get(name) ?? ''
		);
		return filled === value ? value : resolved(filled);
	};
	return {
		resolved,
		of(element) {
			const own = new Map<string, string>();
			for (const { parts, declarations } of rules)
				if (matches(element, parts)) for (const [name, value] of declarations) own.set(name, resolved(value));
			for (const [name, value] of readDeclarations(element.attributes.get('style') ?? ''))
				own.set(name, resolved(value));
			return own;
		}
	};
}

function* plainRules(css: string): Generator<{ selector: string; body: string }> {
	let at = 0;
	while (at < css.length) {
		const open = css.indexOf('{', at);
		if (open === -1) return;
		// Such as @import, which ends without a block.
		const selector = css.slice(at, open).split(';').at(-1)?.trim() ?? '';
		const close = closing(css, open);
		if (!selector.startsWith('@')) yield { selector, body: css.slice(open + 1, close) };
		at = close + 1;
	}
}

function closing(css: string, open: number): number {
	let depth = 0;
	for (let i = open; i < css.length; i++) {
		if (css[i] === '{') depth++;
		else if (css[i] === '}' && --depth === 0) return i;
	}
	return css.length;
}

function readDeclarations(body: string): [string, string][] {
	return splitOutside(body, ';').flatMap((text): [string, string][] => {
		const colon = text.indexOf(':');
		if (colon === -1) return [];
		return [
			[
				text.slice(0, colon).trim(),
				text
					.slice(colon + 1)
					.replace('!important', '')
					.trim()
			]
		];
	});
}

/** Null for what is no plain selector: states, pseudo elements, neighbours. */
function readSelector(text: string): Rule['parts'] | null {
	const parts: Rule['parts'] = [];
	let direct = false;
	for (const piece of text.replaceAll('>', ' > ').split(/\s+/).reverse()) {
		if (piece === '>') {
			direct = true;
			continue;
		}
		const compound = readCompound(piece);
		if (!compound) return null;
		parts.push({ compound, direct });
		direct = false;
	}
	return parts;
}

function readCompound(text: string): Compound | null {
	const without = [...text.matchAll(/:not\(\.([\w-]+)\)/g)].map(([, name = '']) => name);
	const plain = text.replace(/:not\(\.[\w-]+\)/g, '').replace(/:where\((\.[\w-]+)\)/g, '$1');
	const match = /^(\*|[a-zA-Z][\w-]*)?((?:\.[\w-]+|\[[\w-]+(?:=["']?[^\]"']*["']?)?\])*)$/.exec(plain);
	if (!match || text === '') return null;
	const [, tag, rest = ''] = match;
	return {
		tag: tag === undefined || tag === '*' ? null : tag,
		without,
		classes: [...rest.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name),
		attributes: [...rest.matchAll(/\[([\w-]+)(?:=["']?([^\]"']*)["']?)?\]/g)].map(([, name = '', value]) => ({
			name,
			value: value ?? null
		}))
	};
}

function weightOf(parts: Rule['parts']): number {
	return parts.reduce(
		(sum, { compound: { tag, classes, attributes } }) =>
			sum + 100 * (classes.length + attributes.length) + (tag === null ? 0 : 1),
		0
	);
}

function matches(element: Element, [first, ...above]: Rule['parts']): boolean {
	if (!first || !fits(element, first.compound)) return false;
	let at = element;
	for (const { compound, direct } of above) {
		let found = at.parent;
		while (found && !direct && !fits(found, compound)) found = found.parent;
		if (!found || !fits(found, compound)) return false;
		at = found;
	}
	return true;
}

function fits({ tag, attributes }: Element, compound: Compound): boolean {
	if (compound.tag !== null && compound.tag !== tag) return false;
	const classes = (attributes.get('class') ?? '').split(/\s+/);
	return (
		compound.classes.every((name) => classes.includes(name)) &&
		!compound.without.some((name) => classes.includes(name)) &&
		compound.attributes.every(({ name, value }) =>
			value === null ? attributes.has(name) : attributes.get(name) === value
		)
	);
}

/** Cuts at a sign that stands in no brackets and no quotes. */
function splitOutside(text: string, sign: string): string[] {
	const parts = [''];
	let depth = 0;
	let quote = '';
	for (const letter of text) {
		if (quote !== '') {
			if (letter === quote) quote = '';
		} else if (letter === '"' || letter === "'") quote = letter;
		else if (letter === '(') depth++;
		else if (letter === ')') depth--;
		if (letter === sign && depth === 0 && quote === '') parts.push('');
		else parts[parts.length - 1] += letter;
	}
	return parts;
}
