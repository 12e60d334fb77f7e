import { langTag, type Lang } from '#texts/lang.ts';
import type { BadgeLine } from './badgeLine.ts';
import { textWidth } from './letters.ts';

export interface BadgeLook {
	lang: Lang;
	theme: 'auto' | 'light' | 'dark';
}

const light = styles(['#fff', '#ddd8cc', '#13262b', '#46585d', '#7d888b']);
const dark = styles(['#152124', '#2b3a3d', '#e4ebea', '#a6b5b6', '#708185']);
const css = { light, dark, auto: `${light}@media(prefers-color-scheme:dark){${dark}}` };

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
		`<svg xmlns="http://www.w3.org/2000/svg" lang="${langTag[lang]}" width="${width}" height="28" role="img" ` +
		`aria-label="${said}"><title>${said}</title><style>${css[theme]}</style>` +
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

function styles([paper, edge, ink, soft, outline]: string[]): string {
	return (
		`rect{fill:${paper};stroke:${edge}}path{fill:${ink};stroke:${ink}}.o{fill:none;stroke:${outline}}` +
		`text{fill:${ink};font:13px system-ui,'PingFang SC','Microsoft YaHei',sans-serif}.s{fill:${soft}}`
	);
}

/** Text for elements and attributes. */
function escaped(text: string): string {
	return text.replace(/\p{Cc}/gu, ' ').replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
