import decodeQr from 'qr/decode.js';
import { expect, it } from 'vitest';
import { qrSvg } from './qrSvg.ts';

/** The picture as pixels, four a module. */
function pixels(svg: string): { width: number; height: number; data: Uint8Array } {
	const width = 4 * Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
	const data = new Uint8Array(width * width * 4).fill(255);
	for (const box of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
		const [x = 0, y = 0, length = 0] = box.slice(1).map(Number);
		for (let row = y * 4; row < y * 4 + 4; row++)
			data.fill(0, (row * width + x * 4) * 4, (row * width + (x + length) * 4) * 4);
	}
	return { width, height: width, data };
}

it('reads back as the address', () => {
	const address = 'https://calls.example.com/call/wallet-help-and-refunds?lang=zh';
	const svg = qrSvg(address, 'Best time to call: "Wallet" & co');
	expect(decodeQr(pixels(svg))).toBe(address);
	expect(svg).toContain('<title>Best time to call: &#34;Wallet&#34; &#38; co</title>');
});

it('still reads with a part of it covered', () => {
	const address = 'https://calls.example.com/call/wallet';
	const picture = pixels(qrSvg(address, ''));
	const middle = Math.floor(picture.width / 2);
	for (let y = middle - 10; y < middle + 10; y++)
		picture.data.fill(255, (y * picture.width + middle - 10) * 4, (y * picture.width + middle + 10) * 4);
	expect(decodeQr(picture)).toBe(address);
});
