import { gzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { bodyText } from './bodyText.server.ts';

const open = { idleMs: 10_000, mostBytes: null };

/** A body of these pieces; after them it does what a connection may do. */
function body(pieces: Uint8Array[], then: (controller: ReadableStreamDefaultController) => void) {
	const state = { cancelled: false, taken: 0 };
	const stream = new ReadableStream<Uint8Array>(
		{
			pull(controller) {
				const piece = pieces[state.taken++];
				if (piece) controller.enqueue(piece);
				else then(controller);
			},
			cancel: () => void (state.cancelled = true)
		},
		{ highWaterMark: 0 }
	);
	return { stream, state };
}

const bytes = (text: string) => new TextEncoder().encode(text);
const close = (controller: ReadableStreamDefaultController) => controller.close();

async function read(...[stream, encoding, limits]: Parameters<typeof bodyText>): Promise<string> {
	let text = '';
	for await (const piece of bodyText(stream, encoding, limits)) text += piece;
	return text;
}

test('letters that are cut by the pieces come out whole, packed or not', async () => {
	const all = bytes('支付失败');
	const pieces = [all.slice(0, 4), all.slice(4, 5), all.slice(5)];
	expect(await read(body(pieces, close).stream, null, open)).toBe('支付失败');
	const packed = Uint8Array.from(gzipSync('支付失败'));
	const halves = [packed.slice(0, 11), packed.slice(11)];
	expect(await read(body(halves, close).stream, 'gzip', open)).toBe('支付失败');
});

test('what is here already is read the same, packed or not, with the same bounds', async () => {
	const packed = Uint8Array.from(gzipSync('支付失败'));
	expect(await read(bytes('支付失败'), null, open)).toBe('支付失败');
	expect(await read(packed, 'gzip', open)).toBe('支付失败');
	await expect(read(bytes('支付失败'), null, { ...open, mostBytes: 11 })).rejects.toMatchObject({
		status: 413
	});
	await expect(read(packed.slice(0, 9), 'gzip', open)).rejects.toMatchObject({ status: 400 });
	const bomb = Uint8Array.from(gzipSync('x'.repeat(4_000_000)));
	await expect(read(bomb, 'gzip', open)).rejects.toThrow('decompresses to more than');
});

test('a byte order mark is one at the beginning only, wherever the pieces are cut', async () => {
	const mark = '\ufeff';
	const texts = [
		[`${mark}a`, 'b'],
		['a', `${mark}b`],
		['', `${mark}a`, `é${mark}`],
		['é', `${mark}b`, 'c']
	];
	for (const pieces of texts) {
		const whole = new TextDecoder().decode(bytes(pieces.join('')));
		expect(await read(body(pieces.map(bytes), close).stream, null, open)).toBe(whole);
	}
});

test('a sender that sends nothing for too long is told so', async () => {
	const { stream } = body([bytes('{"id":')], () => undefined);
	await expect(read(stream, null, { ...open, idleMs: 20 })).rejects.toMatchObject({ status: 408 });
});

test('a connection that breaks is told as such, packed or not', async () => {
	const breaks = (controller: ReadableStreamDefaultController) => controller.error(new Error('ECONNRESET'));
	for (const encoding of [null, 'gzip']) {
		const { stream } = body([Uint8Array.from(gzipSync('x')).slice(0, 9)], breaks);
		await expect(read(stream, encoding, open)).rejects.toThrow('The connection broke');
	}
});

test('a body that is refused is let in to its end, so that its sender can read the answer', async () => {
	const pieces = Array.from({ length: 50 }, () => bytes('x'.repeat(100)));
	const { stream, state } = body(pieces, close);
	await expect(read(stream, null, { ...open, mostBytes: 250 })).rejects.toMatchObject({ status: 413 });
	await vi.waitFor(() => expect(state).toEqual({ cancelled: false, taken: 51 }));
});
