import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createGunzip } from 'node:zlib';

/** The path as it was meant: from where the command was called, not from where npm has moved. */
export function calledFrom(path: string): string {
	return resolve(process.env.INIT_CWD ?? '.', path);
}

/** A file that is to be read, as it stands on the disk. */
export interface SentFile {
	path: string;
	bytes: number;
	changedAt: number;
	gzip: boolean;
}

/** Throws what the machine says where the file cannot be opened. */
export async function openFile(path: string): Promise<SentFile> {
	const handle = await open(path);
	try {
		const { size, mtimeMs } = await handle.stat();
		const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
		const gzip = bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
		return { path, bytes: size, changedAt: mtimeMs, gzip };
	} finally {
		await handle.close();
	}
}

/**
 * What the file holds, decompressed, from a place of that on.
 * @param onRead hears how many bytes on the disk were read
 */
export async function* contentOf(
	{ path, gzip }: SentFile,
	from = 0,
	onRead: (bytes: number) => void = () => {}
): AsyncGenerator<Buffer> {
	let skip = gzip ? from : 0;
	const raw = createReadStream(path, { start: gzip ? 0 : from, highWaterMark: 256 * 1024 });
	let read = gzip ? 0 : from;
	raw.on('data', (chunk) => onRead((read += chunk.length)));
	const content = gzip ? raw.pipe(createGunzip()) : raw;
	raw.on('error', (error) => content.destroy(error));
	try {
		for await (const chunk of content) {
			if (skip >= chunk.length) skip -= chunk.length;
			else {
				yield skip > 0 ? chunk.subarray(skip) : chunk;
				skip = 0;
			}
		}
	} finally {
		raw.destroy();
	}
}

/** The first bytes of the content. */
export async function beginningOf(file: SentFile, bytes: number): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of contentOf(file)) {
		chunks.push(chunk);
		size += chunk.length;
		if (size >= bytes) break;
	}
	return Buffer.concat(chunks).subarray(0, bytes);
}
