import { inflateRawSync } from 'node:zlib';
import type { BadgeLine } from './badgeLine.ts';
import { letters, lettersInk, lettersPx, textWidth } from './letters.ts';
import { png16, type Pixels } from './png16.server.ts';

const heightPx = 56;
const baseline = 38;
const edge = 20;
/** Shares of full ink, in the sixteen steps between paper and ink. */
const [inkStep, softStep, outlineStep, hairlineStep] = [15, 11, 8, 3];
const shades = {
	light: { paper: '#ffffff', ink: '#13262b' },
	dark: { paper: '#152124', ink: '#e4ebea' }
} as const;

/**
 * The line as a PNG for mail, where SVG is stripped: twice as large as it is to be shown (28 high), drawn with letters
 * that `bin/badgeGlyphs.js` made. A character that has none is left out.
 */
export function badgePng(
	{ label, message, level }: BadgeLine,
	theme: keyof typeof shades
): Uint8Array<ArrayBuffer> {
	const labelX = level === null ? edge : edge + 72;
	const messageX = Math.ceil(labelX + textWidth(label, lettersPx) + edge);
	const width = Math.ceil(messageX + textWidth(message, lettersPx) + edge);
	const pixels: Pixels = { width, height: heightPx, steps: new Uint8Array(width * heightPx) };
	fill(pixels, [0, 0, width, heightPx], hairlineStep);
	fill(pixels, [2, 2, width - 4, heightPx - 4], 0);
	if (level !== null)
		for (let bar = 1; bar <= 5; bar++) {
			const box = [edge + (bar - 1) * 12, 44 - bar * 6, 9, bar * 6] as const;
			fill(pixels, box, bar <= level ? inkStep : outlineStep);
			if (bar > level) fill(pixels, [box[0] + 2, box[1] + 2, 5, Math.max(0, bar * 6 - 4)], 0);
		}
	write(pixels, label, labelX, softStep);
	write(pixels, message, messageX, inkStep);
	return png16(pixels, shades[theme]);
}

const ink = inflateRawSync(Buffer.from(lettersInk, 'base64'));

function write(pixels: Pixels, text: string, startX: number, strength: number): void {
	let x = startX;
	for (const character of text) {
		const letter = letters.get(character);
		if (letter)
			for (let i = 0; i < letter.width * letter.height; i++) {
				const at = letter.from + i;
				const covered = at % 2 ? (ink[at >> 1] ?? 0) & 15 : (ink[at >> 1] ?? 0) >> 4;
				const column = Math.round(x) + letter.left + (i % letter.width);
				const row = baseline + letter.top + Math.floor(i / letter.width);
				const place = row * pixels.width + column;
				const step = Math.round((covered * strength) / 15);
				if (column >= 0 && column < pixels.width)
					pixels.steps[place] = Math.max(pixels.steps[place] ?? 0, step);
			}
		x += textWidth(character, lettersPx);
	}
}

function fill(
	pixels: Pixels,
	[x, y, width, height]: readonly [number, number, number, number],
	step: number
): void {
	for (let row = y; row < y + height; row++)
		pixels.steps.fill(step, row * pixels.width + x, row * pixels.width + x + width);
}
