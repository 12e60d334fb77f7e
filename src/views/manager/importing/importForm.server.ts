import { BodyBytes } from '#ingest/bodyBytes.server.ts';
import { limits } from '#ingest/limits.ts';
import { formParts } from './formParts.server.ts';

/** What is looked at before anything is imported; JSON that is read whole only may be longer. */
export const previewBytes = 256 * 1024;
const fieldBytes = 64 * 1024;
const fields = 200;

/** The form of the page: its fields, and the file that comes after them. */
export interface ImportForm {
	fields: URLSearchParams;
	file: SentFile | null;
}

export interface SentFile {
	name: string;
	/** It is the beginning that the page has kept, and not the file. */
	isKept: boolean;
	bytes: AsyncGenerator<Uint8Array>;
}

/**
 * Reads the form up to its file, which must come last; the file's bytes are for the caller to read. Without a file, or
 * with an empty one, the bytes that the page has kept of it (`kept`) stand in.
 */
export async function readImportForm(request: Request): Promise<ImportForm> {
	const form: ImportForm = { fields: new URLSearchParams(), file: null };
	let kept: Buffer | null = null;
	if (request.body === null) return form;
	const body = new BodyBytes(request.body, limits.idle_seconds * 1000);
	const parts = formParts(body, request.headers.get('content-type'));
	for (let part = await parts.next(); !part.done; part = await parts.next()) {
		const { name, fileName, bytes } = part.value;
		if (fileName !== null) {
			const first = await bytes.next();
			if (first.done) continue;
			return { ...form, file: { name: fileName, isKept: false, bytes: withRest(first.value, bytes, parts) } };
		}
		const value = await collected(bytes, name === 'kept' ? previewBytes * 2 : fieldBytes);
		if (name === 'kept') kept = Buffer.from(value.toString('latin1'), 'base64');
		else if (form.fields.size < fields)
			form.fields.append(name, value.toString('utf8').replaceAll('\r\n', '\n'));
	}
	if (kept === null || kept.length === 0) return form;
	return { ...form, file: { name: form.fields.get('name') ?? '', isKept: true, bytes: once(kept) } };
}

/** The first bytes of a file, and whether there are no more; the rest is let in and dropped. */
export async function beginningOf(
	bytes: AsyncIterable<Uint8Array>,
	most: number
): Promise<{ beginning: Buffer; isWhole: boolean }> {
	const pieces: Uint8Array[] = [];
	let size = 0;
	for await (const piece of bytes) {
		if (size <= most) pieces.push(piece);
		size += piece.length;
	}
	return { beginning: Buffer.concat(pieces).subarray(0, most), isWhole: size <= most };
}

async function collected(bytes: AsyncGenerator<Uint8Array>, most: number): Promise<Buffer> {
	return (await beginningOf(bytes, most)).beginning;
}

async function* withRest(
	first: Uint8Array,
	bytes: AsyncGenerator<Uint8Array>,
	parts: AsyncGenerator<unknown>
): AsyncGenerator<Uint8Array> {
	yield first;
	yield* bytes;
	// The form's end, so that the connection is left as it should be.
	await parts.next();
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	yield bytes;
}
