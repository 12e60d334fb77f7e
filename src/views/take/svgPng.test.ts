import { expect, test } from 'vitest';
import { svgPng } from './svgPng.server.ts';

const sheet = (inside: string) =>
	svgPng(
		`<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40" font-family="system-ui, sans-serif"><rect width="100%" height="100%" fill="#fff"/>${inside}</svg>`
	);

test('a picture is drawn twice as fine, with letters of both languages that every machine has', async () => {
	const empty = await sheet('');
	expect(Buffer.from(empty.subarray(1, 4)).toString()).toBe('PNG');
	expect([16, 20].map((at) => Buffer.from(empty).readUInt32BE(at))).toEqual([400, 80]);
	const sizes = [];
	for (const text of ['Mondays', '星期一', '星期二'])
		sizes.push((await sheet(`<text x="10" y="30" font-size="20">${text}</text>`)).length);
	// A box for a letter that is missing would look the same for all of them.
	expect(Math.min(...sizes)).toBeGreaterThan(empty.length + 200);
	expect(sizes[1]).not.toBe(sizes[2]);
});
