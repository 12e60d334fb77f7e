import { statfs } from 'node:fs/promises';
import { BodyProblem } from '#ingest/bodyProblem.ts';
import type { Settings } from '#model/settings.ts';
import { clusterOf, readHome } from '#records/embeddedHome.server.ts';
import { measures } from '#records/measures.server.ts';

const everyMs = 2_000;
const megabyte = 1024 * 1024;

export interface DiskSpace {
	/** What whoever sends calls is told while the disk is low; null while it is not. */
	problem(): BodyProblem | null;
	end(): void;
}

interface DiskOptions {
	everyMs?: number;
	/** Bytes left to the server's account on the folder's disk. */
	freeBytes?: (folder: string) => Promise<number>;
}

/**
 * Watches the disk of the embedded database, so that calls are refused (507) before it is full: a full one would stop
 * the database, and with it those who only read. Of a server of `DATABASE_URL` nothing is known here.
 */
export async function watchDisk(
	{ databaseUrl, dataDir, minFreeMb }: Pick<Settings, 'databaseUrl' | 'dataDir' | 'minFreeMb'>,
	{ everyMs: ms = everyMs, freeBytes = freeOf }: DiskOptions = {}
): Promise<DiskSpace> {
	const home = databaseUrl === null ? await readHome(dataDir) : null;
	if (!home) return { problem: () => null, end: () => {} };
	let free = Infinity;
	const look = async () => {
		// A disk that cannot be asked is no reason to refuse anything.
		free = await freeBytes(clusterOf(home)).catch(() => Infinity);
		if (free !== Infinity) measures.freeBytes.set(free);
	};
	await look();
	const timer = setInterval(look, ms).unref();
	return {
		problem: () =>
			free >= minFreeMb * megabyte
				? null
				: new BodyProblem(
						507,
						'Disk low',
						`Less than ${minFreeMb} MB are left on the disk of the data; calls are taken in again when there is more.`,
						60
					),
		end: () => clearInterval(timer)
	};
}

async function freeOf(folder: string): Promise<number> {
	const { bavail, bsize } = await statfs(folder);
	return bavail * bsize;
}
