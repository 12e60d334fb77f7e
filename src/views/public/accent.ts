/** The backgrounds of the widget, on which an accent colour has to be read. */
const widgetPaper = { light: '#ffffff', dark: '#152124' } as const;
export type WidgetShade = keyof typeof widgetPaper;

/** An accent as the address gives it: six hexadecimal digits, with or without `#`, and nothing else; else null. */
export function parseAccent(text: string | null): string | null {
	const digits = /^#?([0-9a-f]{6})$/i.exec(text ?? '')?.[1];
	return digits === undefined ? null : `#${digits.toLowerCase()}`;
}

/**
 * The declarations that put an accent in force on a shade, or nothing where it could not be read on the widget's
 * paper (below 4.5:1, WCAG 2.2 1.4.3): then the widget keeps its own.
 */
export function accentCss(accent: string | null, shade: WidgetShade): string {
	if (accent === null || contrast(accent, widgetPaper[shade]) < 4.5) return '';
	const onAccent = contrast(accent, '#ffffff') >= contrast(accent, '#000000') ? '#fff' : '#000';
	return `--accent:${accent};--on-accent:${onAccent}`;
}

/** The contrast ratio of two colours `#rrggbb`, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(a: string, b: string): number {
	const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
	return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
	const [r = 0, g = 0, b = 0] = [1, 3, 5]
		.map((i) => parseInt(colour.slice(i, i + 2), 16) / 255)
		.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
