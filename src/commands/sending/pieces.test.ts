import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutLines } from './pieces.ts';

async function* chunksOf(text: string, size: number): AsyncGenerator<Buffer> {
	for (let at = 0; at < text.length; at += size) yield Buffer.from(text.slice(at, at + size));
}

async function cut(text: string, size: number, pieceBytes: number, quoted: boolean) {
	const pieces = [];
	for await (const piece of cutLines(chunksOf(text, size), { pieceBytes, quoted, startsAt: 0 }))
		pieces.push(piece);
	return pieces;
}

test('gives every line once, whole, with the place where it ends', async () => {
	const line = fc.string({ maxLength: 12 }).map((text) => text.replace(/[\n"]/g, ''));
	await fc.assert(
		fc.asyncProperty(
			fc.array(line),
			fc.integer({ min: 1, max: 30 }),
			fc.nat(40),
			async (lines, size, bytes) => {
				const text = lines.map((one) => `${one}\n`).join('');
				const pieces = await cut(text, size, bytes + 8, false);
				expect(Buffer.concat(pieces.map((piece) => piece.bytes)).toString()).toBe(text);
				expect(pieces.reduce((sum, piece) => sum + piece.lines, 0)).toBe(lines.length);
				expect(pieces.at(-1)?.endsAt ?? 0).toBe(Buffer.byteLength(text));
				for (const { bytes } of pieces) expect(bytes.at(-1)).toBe(10);
			}
		),
		{ seed: 4, numRuns: 300 }
	);
});

test('leaves cells in quotes whole, and ends the last line', async () => {
	const pieces = await cut('a,"1\n2"\nb,"3\n4"\nc', 4, 6, true);
	expect(pieces.map(({ bytes }) => bytes.toString())).toEqual(['a,"1\n2"\n', 'b,"3\n4"\n', 'c\n']);
	expect(pieces.at(-1)?.endsAt).toBe(17);
});

test('does not wait for the end of a line that never ends', async () => {
	const pieces = await cut('x'.repeat(1000), 10, 10, false);
	expect(pieces.length).toBeGreaterThan(5);
});
