import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Charset } from '#sources/charset.ts';
import type { BodyStream } from './body.ts';
import { BodyBytes } from './bodyBytes.server.ts';
import { BodyDecoder } from './bodyDecoder.ts';
import { BodyProblem } from './bodyProblem.ts';
import { limits } from './limits.ts';

export interface BodyLimits {
	/** A sender that sends nothing for so long is told 408. */
	idleMs: number;
	/** Bytes after decompression; null: unlimited. */
	mostBytes: number | null;
	/** How the text is encoded; null: as its first bytes look; left out: UTF-8. */
	charset?: Charset | null;
}

const freeBytes = 1024 * 1024;
/** Pieces of what is decompressed: each costs a turn through the streams. */
const unzippedBytes = 128 * 1024;

/**
 * The text of a request's body, piece by piece, decompressed when it is gzip. Throws BodyProblem for a body that is
 * too slow (408), too large or grows too much (413), or is no gzip (400).
 */
export async function* bodyText(
	body: BodyStream,
	encoding: string | null,
	{ idleMs, mostBytes, charset = 'utf-8' }: BodyLimits
): AsyncGenerator<string> {
	if (body === null) return;
	const decoder = new BodyDecoder(charset);
	const raw = body instanceof Uint8Array ? wholeBody(body) : new BodyBytes(body, idleMs);
	let bytes = 0;
	for await (const piece of encoding === 'gzip' ? unzipped(raw) : raw) {
		bytes += piece.length;
		if (mostBytes !== null && bytes > mostBytes)
			throw new BodyProblem(
				413,
				'Body too large',
				`A body of this type may hold at most ${mostBytes} bytes.`
			);
		yield decoder.decode(piece);
	}
	const last = decoder.end();
	if (last !== '') yield last;
}

interface Received {
	/** Bytes so far. */
	received: number;
}

function wholeBody(bytes: Uint8Array): Iterable<Uint8Array> & Received {
	return Object.assign([bytes], { received: bytes.length });
}

async function* unzipped(
	raw: (Iterable<Uint8Array> | AsyncIterable<Uint8Array>) & Received
): AsyncGenerator<Uint8Array> {
	const gunzip = createGunzip({ chunkSize: unzippedBytes });
	const input = Readable.from(raw);
	// pipe does not hand errors on; without this a broken upload would hang the reader, or end the process.
	input.on('error', (error) => gunzip.destroy(error));
	input.pipe(gunzip);
	let bytes = 0;
	try {
		for await (const piece of gunzip) {
			bytes += piece.length;
			if (bytes > freeBytes && bytes > raw.received * limits.compression_ratio)
				throw new BodyProblem(
					413,
					'Body grows too much',
					`The body decompresses to more than ${limits.compression_ratio} times its size.`
				);
			yield piece;
		}
	} catch (error) {
		if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
			throw new BodyProblem(400, 'Body cannot be read', `The body is not whole gzip: ${error.message}.`);
		throw error;
	} finally {
		input.destroy();
		gunzip.destroy();
	}
}
