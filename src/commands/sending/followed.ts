import { createHash } from 'node:crypto';
import { open, readdir, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Where reading has come to: in which file, known by its place on the disk and its first bytes, and how far. */
export interface Position {
	inode: number;
	device: number;
	offset: number;
	/** How many of the first bytes `head` is the hash of. */
	headBytes: number;
	head: string;
}

const headBytes = 1024;
const mostBytes = 1024 * 1024;
const newline = 10;

/** One file of a log, open at the place up to which it was sent. */
export class FollowedFile {
	private constructor(
		readonly path: string,
		private readonly handle: FileHandle,
		private inode: number,
		private device: number,
		private offset: number,
		private head: Pick<Position, 'head' | 'headBytes'>
	) {}

	static async open(path: string, offset: number): Promise<FollowedFile> {
		const handle = await open(path);
		const { ino, dev } = await handle.stat();
		return new FollowedFile(path, handle, ino, dev, offset, await headOf(handle, offset));
	}

	/** The whole lines that are new, and with `rest` also what stands after the last of them. Null: nothing. */
	async next({ rest = false } = {}): Promise<Buffer<ArrayBuffer> | null> {
		await this.startAgainIfReplaced();
		const buffer = Buffer.alloc(mostBytes);
		const { bytesRead } = await this.handle.read(buffer, 0, mostBytes, this.offset);
		const end = buffer.lastIndexOf(newline, bytesRead - 1) + 1;
		// A line longer than this is none; it goes in pieces, and each is refused.
		const length = end > 0 ? end : rest || bytesRead === mostBytes ? bytesRead : 0;
		return bytesRead === 0 || length === 0 ? null : buffer.subarray(0, length);
	}

	/** What `next` gave has been sent. */
	async sent(bytes: number): Promise<void> {
		this.offset += bytes;
		if (this.head.headBytes < headBytes) this.head = await headOf(this.handle, this.offset);
	}

	/** Whether another file has come in this one's place. */
	async isRotated(path: string): Promise<boolean> {
		const found = await stat(path).catch(() => null);
		return found !== null && (found.ino !== this.inode || found.dev !== this.device);
	}

	position(): Position {
		return { inode: this.inode, device: this.device, offset: this.offset, ...this.head };
	}

	close(): Promise<void> {
		return this.handle.close();
	}

	/** Some rotate by copying the log and cutting it to nothing. */
	private async startAgainIfReplaced(): Promise<void> {
		const { size } = await this.handle.stat();
		if (size >= this.offset && (await hashOf(this.handle, this.head.headBytes)) === this.head.head) return;
		this.offset = 0;
		this.head = await headOf(this.handle, 0);
	}
}

/**
 * The files to be read, the oldest first and the log itself last: the one that was being read, wherever rotation has put
 * it since, and those that came after it. `found` is false where it is no longer there.
 */
export async function filesSince(
	log: string,
	position: Position | null
): Promise<{ files: { path: string; offset: number }[]; found: boolean }> {
	const whole = { path: log, offset: 0 };
	if (position === null) return { files: [whole], found: true };
	const siblings = await candidates(log);
	const ranked = [...siblings].sort(
		(a, b) => Number(b.inode === position.inode) - Number(a.inode === position.inode)
	);
	for (const candidate of ranked) {
		if (!(await holds(candidate, position))) continue;
		const begun = { path: candidate.path, offset: position.offset };
		if (candidate.path === log) return { files: [begun], found: true };
		const between = siblings
			.filter(
				({ path, changedAt }) => path !== log && path !== candidate.path && changedAt > candidate.changedAt
			)
			.sort((a, b) => a.changedAt - b.changedAt)
			.map(({ path }) => ({ path, offset: 0 }));
		return { files: [begun, ...between, whole], found: true };
	}
	return { files: [whole], found: position.offset === 0 };
}

interface Candidate {
	path: string;
	inode: number;
	bytes: number;
	changedAt: number;
}

/** The log and what rotation has made of it, as far as it is not compressed. */
async function candidates(log: string): Promise<Candidate[]> {
	const folder = dirname(log);
	const names = (await readdir(folder)).filter(
		(name) => name.startsWith(basename(log)) && !/\.(gz|bz2|xz|zst|offpeak\S*|next)$/.test(name)
	);
	const found = await Promise.all(
		names.map(async (name) => {
			const path = join(folder, name);
			const known = await stat(path).catch(() => null);
			return known?.isFile() ? [{ path, inode: known.ino, bytes: known.size, changedAt: known.mtimeMs }] : [];
		})
	);
	return found.flat();
}

async function holds({ path, inode, bytes }: Candidate, position: Position): Promise<boolean> {
	if (bytes < position.offset) return false;
	if (position.headBytes === 0) return inode === position.inode;
	const handle = await open(path);
	try {
		return (await hashOf(handle, position.headBytes)) === position.head;
	} finally {
		await handle.close();
	}
}

async function headOf(handle: FileHandle, offset: number): Promise<Pick<Position, 'head' | 'headBytes'>> {
	const bytes = Math.min(offset, headBytes);
	return { headBytes: bytes, head: await hashOf(handle, bytes) };
}

async function hashOf(handle: FileHandle, bytes: number): Promise<string> {
	const buffer = Buffer.alloc(bytes);
	const { bytesRead } = await handle.read(buffer, 0, bytes, 0);
	return createHash('sha256').update(buffer.subarray(0, bytesRead)).digest('hex').slice(0, 32);
}
