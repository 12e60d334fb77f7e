import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

// Contrast by WCAG 2.2: (lighter + 0.05) / (darker + 0.05) of relative luminances.
const css = readFileSync(new URL('../app.css', import.meta.url), 'utf8');
const light = colours(css.slice(0, css.indexOf('@media')));
const dark = { ...light, ...colours(css.slice(css.indexOf('@media screen'), css.indexOf('@media (forced'))) };

describe.each([
	['light', light],
	['dark', dark]
])('colours in the %s', (_, colour) => {
	it.each(['ink', 'ink-soft', 'link', 'warning', 'good'])('%s can be read on paper and surface', (name) => {
		expect(contrast(colour, name, 'paper')).toBeGreaterThanOrEqual(4.5);
		expect(contrast(colour, name, 'surface')).toBeGreaterThanOrEqual(4.5);
	});

	it.each([1, 2, 3, 4, 5, 6])('text on step %d of the load can be read', (step) => {
		expect(contrast(colour, `on-load-${step}`, `load-${step}`)).toBeGreaterThanOrEqual(4.5);
	});

	it.each(['answered', 'abandoned', 'flowed-out', 'other', 'band-edge', 'outline', 'focus'])(
		'%s stands out as a graphic',
		(name) => {
			expect(contrast(colour, name, 'paper')).toBeGreaterThanOrEqual(3);
			expect(contrast(colour, name, 'surface')).toBeGreaterThanOrEqual(3);
		}
	);

	it('orders the steps by lightness, away from the paper', () => {
		const fromPaper = [1, 2, 3, 4, 5, 6].map((step) => contrast(colour, `load-${step}`, 'paper'));
		expect(fromPaper).toEqual([...fromPaper].sort((a, b) => a - b));
	});
});

function colours(text: string): Record<string, string> {
	const found = [...text.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6}|var\(--[a-z-]+\));/g)];
	return Object.fromEntries(found.map(([, name, value]) => [name, value]));
}

function contrast(colour: Record<string, string>, one: string, other: string): number {
	const [high = 0, low = 0] = [luminance(colour, one), luminance(colour, other)].sort((a, b) => b - a);
	return (high + 0.05) / (low + 0.05);
}

function luminance(colour: Record<string, string>, name: string): number {
	const value = colour[name] ?? '';
	const alias = /^var\(--(.+)\)$/.exec(value)?.[1];
	if (alias) return luminance(colour, alias);
	const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
		const part = parseInt(value.slice(i, i + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
