import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Call } from '#model/call.ts';
import { parseCall } from '#model/parseCall.ts';
import { StartError } from '#model/startError.ts';
import { ndjson } from '#sources/ndjson.ts';

export interface CallFile {
	/** Every call once, in its fullest state. */
	calls: Call[];
	/** Records that could not be read. */
	refused: { line: number; message: string }[];
}

/** Reads call records, one JSON object a line, gzipped or not. Throws StartError for a file that cannot be read. */
export async function readCallFile(path: string, now: number): Promise<CallFile> {
	const source = ndjson();
	const calls = new Map<string, Call>();
	const refused: CallFile['refused'] = [];
	const take = (items: ReturnType<typeof source.end>) => {
		for (const item of items) {
			if ('problem' in item) {
				refused.push({ line: item.line, message: item.problem.message });
				continue;
			}
			const parsed = parseCall(item.record, { now, oldestAt: null });
			if ('problem' in parsed) refused.push({ line: item.line, message: parsed.problem.message });
			else keep(calls, parsed.change);
		}
	};
	for await (const text of fileText(path)) take(source.read(text));
	take(source.end());
	return { calls: [...calls.values()], refused };
}

type Change = Extract<ReturnType<typeof parseCall>, { change: unknown }>['change'];

/** A later line replaces an earlier one of the same call, unless it says less. */
function keep(calls: Map<string, Call>, change: Change): void {
	const key = `${change.source}\0${change.id}`;
	const known = calls.get(key);
	if ('deleted' in change) calls.delete(key);
	else if (
		!known ||
		change.revision > known.revision ||
		(change.revision === known.revision && says(change) >= says(known))
	)
		calls.set(key, change);
}

function says({ answeredAt, endedAt }: Call): number {
	return (answeredAt === null ? 0 : 1) + (endedAt === null ? 0 : 2);
}

async function* fileText(path: string): AsyncGenerator<string> {
	// Where the command was called from, not where npm has moved.
	const file = resolve(process.env.INIT_CWD ?? '.', path);
	const decoder = new TextDecoder();
	try {
		const isZipped = await isGzip(file);
		const raw = createReadStream(file);
		const bytes = isZipped ? pipeline(raw, createGunzip(), () => undefined) : raw;
		for await (const piece of bytes) yield decoder.decode(piece, { stream: true });
	} catch (error) {
		if (!(error instanceof Error && 'code' in error)) throw error;
		throw new StartError(`The file ${path} cannot be read: ${error.message}.`);
	}
	yield decoder.decode();
}

async function isGzip(file: string): Promise<boolean> {
	const handle = await open(file);
	try {
		const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
		return buffer[0] === 0x1f && buffer[1] === 0x8b;
	} finally {
		await handle.close();
	}
}
