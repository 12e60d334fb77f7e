import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { charsetBytes, guessCharset, type Charset } from '#sources/charset.ts';
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
/** How long the rest of a body is let in when nobody wants it any more. */
const lingerMs = 5_000;

/**
 * The text of a request's body, piece by piece, decompressed when it is gzip. Throws BodyProblem for a body that is
 * too slow (408), too large or grows too much (413), or is no gzip (400).
 */
export async function* bodyText(
	body: ReadableStream<Uint8Array> | null,
	encoding: string | null,
	{ idleMs, mostBytes, charset = 'utf-8' }: BodyLimits
): AsyncGenerator<string> {
	if (body === null) return;
	const decoder = new BodyDecoder(charset);
	const received = { bytes: 0 };
	const raw = counted(bodyBytes(body, idleMs), received);
	let bytes = 0;
	for await (const piece of encoding === 'gzip' ? unzipped(raw, received) : raw) {
		bytes += piece.length;
		if (mostBytes !== null && bytes > mostBytes)
			throw new BodyProblem(
				413,
				'Body too large',
				`A body of this type may hold at most ${mostBytes} bytes.`
			);
		yield decoder.decode(piece);
	}
	yield decoder.end();
}

/** Decodes text whose encoding may be known only when some of it has come. */
class BodyDecoder {
	private decoder: TextDecoder | null;
	private beginning: Uint8Array[] = [];
	private size = 0;

	constructor(charset: Charset | null) {
		this.decoder = charset === null ? null : new TextDecoder(charset);
	}

	decode(piece: Uint8Array): string {
		if (this.decoder) return this.decoder.decode(piece, { stream: true });
		this.beginning.push(piece);
		this.size += piece.length;
		return this.size < charsetBytes ? '' : this.begin().decode(this.taken(), { stream: true });
	}

	end(): string {
		return (this.decoder ?? this.begin()).decode(this.taken());
	}

	private begin(): TextDecoder {
		return (this.decoder = new TextDecoder(
			guessCharset(Buffer.concat(this.beginning).subarray(0, charsetBytes))
		));
	}

	private taken(): Uint8Array {
		return Buffer.concat(this.beginning.splice(0));
	}
}

async function* unzipped(
	raw: AsyncIterable<Uint8Array>,
	received: { bytes: number }
): AsyncGenerator<Uint8Array> {
	const gunzip = createGunzip();
	const input = Readable.from(raw);
	// pipe does not hand errors on; without this a broken upload would hang the reader, or end the process.
	input.on('error', (error) => gunzip.destroy(error));
	input.pipe(gunzip);
	let bytes = 0;
	try {
		for await (const piece of gunzip) {
			bytes += piece.length;
			if (bytes > freeBytes && bytes > received.bytes * limits.compression_ratio)
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

async function* counted(
	pieces: AsyncIterable<Uint8Array>,
	received: { bytes: number }
): AsyncGenerator<Uint8Array> {
	for await (const piece of pieces) {
		received.bytes += piece.length;
		yield piece;
	}
}

/** The bytes of a body as they come. Throws BodyProblem for one that stands still (408) or breaks off (400). */
export async function* bodyBytes(
	body: ReadableStream<Uint8Array>,
	idleMs: number
): AsyncGenerator<Uint8Array> {
	const reader = body.getReader();
	let ended = false;
	try {
		for (;;) {
			const { done, value } = await within(reader.read(), idleMs).catch(brokenOff);
			ended = done;
			if (done) return;
			yield value;
		}
	} finally {
		if (!ended) void letIn(reader);
	}
}

/** A connection that breaks is a matter of its two ends, and no fault of the server. */
function brokenOff(error: unknown): never {
	if (error instanceof BodyProblem) throw error;
	throw new BodyProblem(
		400,
		'Body cannot be read',
		'The connection broke before the body had come to its end.'
	);
}

/**
 * Takes the rest of a body that is refused and drops it. Cancelling at once would cut the connection, and a sender that
 * is still sending would see that instead of the answer. One that has not come to an end by then is cut off.
 */
async function letIn(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
	const timer = setTimeout(() => void reader.cancel().catch(() => undefined), lingerMs);
	timer.unref();
	try {
		while (!(await reader.read()).done);
	} catch {
		// The sender has gone: nobody is left to be answered.
	} finally {
		clearTimeout(timer);
	}
}

async function within<T>(promise: Promise<T>, ms: number): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(
			() => reject(new BodyProblem(408, 'Sender too slow', `Nothing came for ${ms / 1000} seconds.`)),
			ms
		);
	});
	try {
		return await Promise.race([promise, late]);
	} finally {
		clearTimeout(timer);
	}
}
