// Draws the letters of the picture for mail (/badge/{queue}.png) once, so that the server needs neither fonts nor a
// program that draws:  node bin/badgeGlyphs.js
// Wants a browser and the fonts "Noto Sans CJK SC" (© Adobe, SIL Open Font License 1.1) on this machine. The letters
// are those of the texts that the picture can say (src/views/public/badge/badge.test.ts tells what is missing).
import { readFileSync, writeFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { findBrowser } from './browser.js';
import { inRoot } from './root.js';

const sizePx = 27;
const [originX, originY] = [14, 40];
const latin = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');
const texts = ['embed.zh.ts', 'public.zh.ts'].map((name) => readFileSync(inRoot('src/texts', name), 'utf8'));
const chinese = words(texts.join('\n')).join('');
const letters = [...new Set(latin + '–·…−' + '年月日周一二三四五六天' + chinese)].sort();

/**
 * The Chinese words that the picture takes from the texts: those of badges, of waits and of units.
 * @param {string} text
 */
function words(text) {
	const parts = [/badge: \{.*?\n\t\}/gs, /wait: \{.*?\n\t\}/gs, /minutesShort: .*/g];
	return parts
		.flatMap((part) => text.match(part) ?? [])
		.flatMap((found) => found.match(/[^\0-\x7f]/gu) ?? []);
}

const browser = await chromium.launch({
	executablePath: (await findBrowser()) || undefined,
	args: ['--no-sandbox']
});
const page = await browser.newPage();
const drawn = await page.evaluate(
	async ({ letters, sizePx, originX, originY }) => {
		const font = `400 ${sizePx}px "Noto Sans CJK SC"`;
		const canvas = new OffscreenCanvas(sizePx * 2, sizePx * 2);
		const context = canvas.getContext('2d', { willReadFrequently: true });
		if (!context) throw new Error('no canvas');
		context.font = font;
		return letters.map((letter) => {
			context.clearRect(0, 0, canvas.width, canvas.height);
			context.fillText(letter, originX, originY);
			const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
			const rows = [];
			for (let y = 0; y < canvas.height; y++)
				rows.push(
					Array.from({ length: canvas.width }, (_, x) =>
						Math.round((data[(y * canvas.width + x) * 4 + 3] ?? 0) / 17)
					)
				);
			return { letter, advance: context.measureText(letter).width, rows };
		});
	},
	{ letters, sizePx, originX, originY }
);
await browser.close();

/** @type {number[]} */
const nibbles = [];
const glyphs = drawn.map(({ letter, advance, rows }) => {
	const inked = rows.flatMap((row, y) => (row.some(Boolean) ? [y] : []));
	const [top = 0, bottom = -1] = [inked[0], inked.at(-1)];
	const columns = rows[0]?.flatMap((_, x) => (rows.some((row) => row[x]) ? [x] : [])) ?? [];
	const [left = 0, right = -1] = [columns[0], columns.at(-1)];
	for (let y = top; y <= bottom; y++) nibbles.push(...(rows[y] ?? []).slice(left, right + 1));
	return [
		letter,
		Math.round(advance * 10) / 10,
		left - originX,
		top - originY,
		right - left + 1,
		bottom - top + 1
	];
});
const bytes = Buffer.alloc(Math.ceil(nibbles.length / 2));
nibbles.forEach((value, i) => (bytes[i >> 1] = (bytes[i >> 1] ?? 0) | (i % 2 ? value : value << 4)));
const file = inRoot('src/views/public/badge/badgeGlyphs.json');
writeFileSync(
	file,
	`${JSON.stringify({ sizePx, glyphs, ink: deflateRawSync(bytes, { level: 9 }).toString('base64') })}\n`
);
console.log(`${letters.length} letters, ${readFileSync(file).length} bytes`);
