import { elementsOf, hasClass, textOf, within, type Element } from './markup.ts';
import type { Styles } from './styles.ts';
import { textLines, textWidth } from './textLines.ts';

const width = 960;
const margin = 24;
const inner = width - 2 * margin;

/** Under a drawing: where it comes from. */
interface Standing {
	/** Of the page; escaped. */
	source: string;
}

/** A text or a drawing in place, and how far down it reaches. */
interface Placed {
	markup: string;
	bottom: number;
}

/**
 * A chart of a page as a picture that needs nothing else: its finding, note and key as text, its drawing with every
 * style written to the element that has it, on white paper.
 */
export function standaloneSvg(figure: Element, styles: Styles, { source }: Standing): string {
	const parts: string[] = [];
	let y = margin;
	const put = ({ markup, bottom }: Placed, gap: number) => {
		parts.push(markup);
		y = bottom + gap;
	};
	for (const part of elementsOf(figure)) {
		if (part.tag === 'figcaption') {
			for (const [i, line] of elementsOf(part).entries())
				put(paragraph(textOf(line), y, i === 0 ? heading : small, styles), 2);
			y += 10;
		} else if (hasClass(part, 'legend')) put(legend(part, y, styles), 14);
		else if (hasClass(part, 'marks')) put(paragraph(marksText(part), y, small, styles), 10);
		else if (part.tag !== 'details') put(drawings(part, y, styles), 14);
	}
	put(paragraph(source, y, small, styles), margin - 8);
	const height = Math.ceil(y);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
			`font-family="${fonts}" font-size="16" fill="${ink(styles)}" color="${ink(styles)}">`,
		`<title>${source}</title>`,
		`<rect width="100%" height="100%" fill="${styles.resolved('var(--paper)') || '#fff'}"/>`,
		...parts,
		'</svg>\n'
	].join('\n');
}

const fonts =
	"system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";
const heading = { size: 18, weight: 600, soft: false };
const small = { size: 13, weight: 400, soft: true };

/** What is marked, with the numbers that the drawing has. */
function marksText(element: Element): string {
	const notes = [...within(element)].filter(({ tag }) => tag === 'li');
	return notes.map((note, i) => `${i + 1}. ${textOf(note)}`).join(' · ');
}

function ink(styles: Styles): string {
	return styles.resolved('var(--ink)') || '#000';
}

function paragraph(
	text: string,
	top: number,
	{ size, weight, soft }: typeof heading,
	styles: Styles
): Placed {
	const lines = textLines(text, size, inner);
	const fill = soft ? styles.resolved('var(--ink-soft)') || '#333' : ink(styles);
	const markup = lines.map(
		(line, i) =>
			`<text x="${margin}" y="${top + size + i * size * 1.35}" font-size="${size}" font-weight="${weight}" fill="${fill}">${line}</text>`
	);
	return { markup: markup.join('\n'), bottom: top + lines.length * size * 1.35 + 2 };
}

/** The keys beside each other, as many as fit into a line. */
function legend(element: Element, top: number, styles: Styles): Placed {
	let [x, y] = [margin, top];
	const parts: string[] = [];
	for (const key of elementsOf(element).filter((child) => hasClass(child, 'key'))) {
		if (isHidden(key, styles)) continue;
		const sign = elementsOf(key).find(({ tag }) => tag === 'svg');
		const text = textOf(key);
		const wide = (sign ? 26 : 0) + textWidth(text, 13) + 18;
		if (x > margin && x + wide > width - margin) [x, y] = [margin, y + 22];
		if (sign) parts.push(drawn(sign, styles, { x, y: y + 3, width: '18', height: '14' }));
		parts.push(`<text x="${x + (sign ? 26 : 0)}" y="${y + 15}" font-size="13">${text}</text>`);
		x += wide;
	}
	return { markup: parts.join('\n'), bottom: y + 20 };
}

/** All drawings of a part of the figure under each other; a name before one stands on its left. */
function drawings(element: Element, top: number, styles: Styles): Placed {
	const parts: string[] = [];
	let y = top;
	const named = [...within(element)].some((one) => hasClass(one, 'name') && one.tag === 'div');
	const left = margin + (named ? 110 : 0);
	const visit = (node: Element, shift: number) => {
		if (isHidden(node, styles) || isForReaders(node)) return;
		if (node.tag === 'svg') {
			const x = left + shift;
			const height = heightOf(node, styles, width - margin - x);
			parts.push(drawn(node, styles, { x, y, width: String(width - margin - x), height: String(height) }));
			y += height + 2;
			return;
		}
		const at =
			node.tag === 'span' ? /^([\d.]+)%$/.exec(styles.of(node).get('inset-inline-start') ?? '') : null;
		if (at)
			parts.push(
				label(textOf(node), left + (Number(at[1]) / 100) * (width - margin - left), y + 12, 'start')
			);
		else if (node.tag === 'div' && hasClass(node, 'name'))
			parts.push(label(textOf(node), left - 10, y + 24, 'end'));
		for (const child of elementsOf(node)) visit(child, shift + (hasClass(node, 'plot') ? 48 : 0));
		if (hasClass(node, 'axis')) y += 18;
		if (hasClass(node, 'plot')) y += 4;
	};
	visit(element, 0);
	return { markup: parts.join('\n'), bottom: y };
}

function label(text: string, x: number, y: number, anchor: string): string {
	return `<text x="${x.toFixed(1)}" y="${y}" font-size="13" text-anchor="${anchor}">${text}</text>`;
}

/** What its attribute or its style says in pixels; else as high as its box is when it is so wide. */
function heightOf(svg: Element, styles: Styles, wide: number): number {
	const said = svg.attributes.get('height') ?? styles.of(svg).get('height') ?? '';
	const [, number, unit] = /^([\d.]+)(px|rem|)$/.exec(said) ?? [];
	if (number) return Number(number) * (unit === 'rem' ? 16 : 1);
	const [, , boxWidth = 1, boxHeight = 1] = (svg.attributes.get('viewBox') ?? '').split(' ').map(Number);
	return (wide * boxHeight) / boxWidth;
}

/** What lies over a drawing or below it for who points at it. */
function isForReaders(element: Element): boolean {
	return element.tag === 'noscript' || hasClass(element, 'over') || hasClass(element, 'reading');
}

function isHidden(element: Element, styles: Styles): boolean {
	return styles.of(element).get('display') === 'none';
}

/** Styles that are attributes of SVG too. */
const drawing = new Set(
	'fill stroke stroke-width stroke-dasharray stroke-linecap stroke-linejoin opacity fill-opacity text-anchor dominant-baseline font-size font-weight color vector-effect letter-spacing paint-order'.split(
		' '
	)
);
const leftOut = /^(class|style|role|tabindex|href|aria-.*|on.*|data-.*|focusable)$/;

/** An element and all in it with its styles as attributes. */
function drawn(element: Element, styles: Styles, given: Record<string, string | number> = {}): string {
	const own = styles.of(element);
	if (own.get('display') === 'none') return '';
	const attributes = new Map<string, string>();
	for (const [name, value] of element.attributes)
		if (!leftOut.test(name)) attributes.set(name, styles.resolved(value));
	for (const [name, value] of own) if (drawing.has(name)) attributes.set(name, inPixels(value));
	for (const [name, value] of Object.entries(given)) attributes.set(name, String(value));
	// Axes name their ticks beside the plot.
	if (element.tag === 'svg') attributes.set('overflow', 'visible');
	const text = [...attributes].map(([name, value]) => ` ${name}="${value.replaceAll('"', "'")}"`).join('');
	const inside = element.children.map((child) => (typeof child === 'string' ? child : drawn(child, styles)));
	// What leads somewhere on the page leads nowhere in a picture.
	const tag = element.tag === 'a' ? 'g' : element.tag;
	return `<${tag}${text}>${inside.join('').trim()}</${tag}>`;
}

function inPixels(value: string): string {
	const rem = /^([\d.]+)rem$/.exec(value);
	return rem ? String(Number(rem[1]) * 16) : value.replace(/^([\d.]+)px$/, '$1');
}
