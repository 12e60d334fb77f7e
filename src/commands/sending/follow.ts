import { setTimeout as pause } from 'node:timers/promises';
import { filesSince, FollowedFile, type Position } from './followed.ts';
import { readJson, saveJson } from './savedJson.ts';

export interface FollowOptions {
	log: string;
	/** Where the position is kept. */
	positionFile: string;
	/** Sends whole lines; resolves when they are stored. */
	send: (lines: Buffer<ArrayBuffer>) => Promise<void>;
	say: (sentence: string) => void;
	signal: AbortSignal;
	everyMs: number;
}

/**
 * Sends what a log holds and what is added to it, through rotation, until the signal: every line at least once, since
 * the position is kept after the server has stored what stands before it.
 */
export async function follow(options: FollowOptions): Promise<void> {
	const { log, positionFile, say, signal } = options;
	const saved = await readJson(positionFile);
	const { files, found } = await filesSince(log, isPosition(saved) ? saved : null);
	if (!found)
		say('The log that was being sent is gone: starting with the present one. Import what was between.');
	let file: FollowedFile | null = null;
	try {
		for (const { path, offset } of files.slice(0, -1)) {
			file = await FollowedFile.open(path, offset);
			await drain(file, options, { rest: true });
			await file.close();
			file = null;
		}
		const last = files.at(-1);
		let offset = last?.path === log ? last.offset : 0;
		while (!signal.aborted) {
			file ??= await FollowedFile.open(log, offset).catch(() => null);
			if (file) file = await followOnce(file, options);
			// After a rotation the next file is read at once.
			if (file) await pause(options.everyMs, undefined, { signal }).catch(() => undefined);
			else if (!(await pause(100, true, { signal }).catch(() => false))) return;
			offset = 0;
		}
	} finally {
		await file?.close();
	}
}

/** Sends what is new. Null when the file was rotated away and read to its end. */
async function followOnce(file: FollowedFile, options: FollowOptions): Promise<FollowedFile | null> {
	await drain(file, options);
	if (!(await file.isRotated(options.log))) return file;
	// Whoever writes may still have the old file open for a moment.
	await pause(options.everyMs, undefined, { signal: options.signal }).catch(() => undefined);
	if (options.signal.aborted) return file;
	await drain(file, options, { rest: true });
	await file.close();
	return null;
}

async function drain(
	file: FollowedFile,
	{ send, positionFile, signal }: FollowOptions,
	how: { rest?: boolean } = {}
): Promise<void> {
	for (let lines = await file.next(how); lines && !signal.aborted; lines = await file.next(how)) {
		await send(lines);
		await file.sent(lines.length);
		await saveJson(positionFile, file.position());
	}
}

function isPosition(value: unknown): value is Position {
	return (
		typeof value === 'object' && value !== null && 'inode' in value && 'offset' in value && 'head' in value
	);
}
