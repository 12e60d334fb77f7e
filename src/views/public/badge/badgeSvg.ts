import { langTag, type Lang } from '#texts/lang.ts';
import type { BadgeLine } from './badgeLine.ts';
import { textWidth } from './letters.ts';

export interface BadgeLook {
	lang: Lang;
	theme: 'auto' | 'light' | 'dark';
}

const light = 'svg{fill:#13262b}rect{fill:#fff}';
const dark = 'svg{fill:#e4ebea}rect{fill:#152124}';
/** Few rules, since most of a badge is its style: one ink, of which the softer parts have a share. */
const both = 'svg{font:13px system-ui,sans-serif}rect{stroke:#8886}.s{opacity:.75}.o{opacity:.3}';
const css = {
	light: light + both,
	dark: dark + both,
	auto: `${light}${both}@media(prefers-color-scheme:dark){${dark}}`
};

/**
 * The line as an SVG that stands alone. Widths are guessed, since the reader's fonts are not known, and the texts are
 * set to them.
 */
export function badgeSvg(
	{ label, message, level }: BadgeLine,
	{ lang, theme }: BadgeLook
): { svg: string; css: string } {
	const said = escaped(`${label}: ${message}`);
	const [labelWidth, messageWidth] = [label, message].map((text) => Math.ceil(textWidth(text, 13) * 1.05));
	const labelX = level === null ? 10 : 46;
	const messageX = labelX + (labelWidth ?? 0) + 10;
	const width = messageX + (messageWidth ?? 0) + 10;
	const svg =
		`<svg xmlns="http://www.w3.org/2000/svg" lang="${langTag[lang]}" width="${width}" height="28" role="img">` +
		`<title>${said}</title><style>${css[theme]}</style>` +
		`<rect x=".5" y=".5" width="${width - 1}" height="27" rx="4"/>` +
		(level === null ? '' : `<path d="${bars(1, level)}"/><path class="o" d="${bars(level + 1, 5)}"/>`) +
		`<text class="s" x="${labelX}" y="19" textLength="${labelWidth}">${escaped(label)}</text>` +
		`<text x="${messageX}" y="19" textLength="${messageWidth}">${escaped(message)}</text></svg>`;
	return { svg, css: css[theme] };
}

/** The bars of the level meter from one to another, each 4 wide and 3 higher than the one before. */
function bars(from: number, to: number): string {
	const steps = Array.from({ length: to - from + 1 }, (_, i) => from + i);
	return steps.map((step) => `M${4.5 + step * 6} 21.5v${-step * 3}h4v${step * 3}z`).join('');
}

/** Text for elements and attributes. */
function escaped(text: string): string {
	return text.replace(/\p{Cc}/gu, ' ').replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
