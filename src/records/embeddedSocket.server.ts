import { chmod, lstat, mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { giveTo } from './embeddedAccount.server.ts';
import { canReach, type Account } from './reachable.server.ts';

/** A socket needs a port all the same: it is part of its file's name. */
export const SOCKET_PORT = 5432;

/** The socket's file in its folder, as PostgreSQL names it. */
export const socketFile = (folder: string) => join(folder, `.s.PGSQL.${SOCKET_PORT}`);

/** sockaddr_un holds 108 bytes on Linux and 104 elsewhere, the last of them a zero. */
const LONGEST_PATH = process.platform === 'linux' ? 107 : 103;

/**
 * A folder for the socket that only the server's account can enter: the wished one, or when the socket's path
 * would be too long there, the remembered one, or a new one among the temporary files.
 */
export async function socketFolder(wished: string, remembered: string | null, account: Account | null) {
	if (fits(wished)) {
		await mkdir(wished, { recursive: true });
		await keepPrivate(wished, account);
		return wished;
	}
	// After a reboot somebody else may have made a folder of this name: it must still be ours alone.
	if (remembered && (await isPrivate(remembered, account))) return remembered;
	for (const parent of [tmpdir(), '/tmp']) {
		if (!fits(join(parent, 'offpeak-XXXXXX')) || (account && !(await canReach(parent, account)))) continue;
		const folder = await mkdtemp(join(parent, 'offpeak-'));
		await keepPrivate(folder, account);
		return folder;
	}
	throw new Error(
		`No folder for the database's socket: ${wished} is too long a path, and so is ${tmpdir()}.`
	);
}

const fits = (folder: string) => Buffer.byteLength(socketFile(folder)) <= LONGEST_PATH;

async function keepPrivate(folder: string, account: Account | null): Promise<void> {
	await chmod(folder, 0o700);
	await giveTo(folder, account);
}

async function isPrivate(folder: string, account: Account | null): Promise<boolean> {
	const its = await lstat(folder).catch(() => null);
	return (
		!!its?.isDirectory() && its.uid === (account?.uid ?? process.getuid?.()) && (its.mode & 0o777) === 0o700
	);
}
