import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Who a program runs as. */
export interface Account {
	name: string;
	uid: number;
	gid: number;
}

const READ = 4;
const ENTER = 1;

/**
 * Whether the account may walk down to the folder and enter it, judged by the modes of every folder on the way.
 * Access lists beyond the modes are not looked at: where they forbid more, starting says so.
 */
export async function canReach(folder: string, account: Account): Promise<boolean> {
	for (let at = await realpath(folder); ; at = dirname(at)) {
		if (!(await allows(at, account, ENTER))) return false;
		if (at === dirname(at)) return true;
	}
}

/** Whether the account can reach the folder and read every file in it (and run those that are programs). */
export async function canReadAll(folder: string, account: Account): Promise<boolean> {
	if (!(await canReach(folder, account))) return false;
	for (const entry of await readdir(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory() && !(await canReadAll(path, account))) return false;
		if (entry.isFile() && !(await allows(path, account, READ))) return false;
	}
	return true;
}

async function allows(path: string, { uid, gid }: Account, want: number): Promise<boolean> {
	const its = await stat(path);
	const bits = its.uid === uid ? its.mode >> 6 : its.gid === gid ? its.mode >> 3 : its.mode;
	return (bits & want) === want;
}
