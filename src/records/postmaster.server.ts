import { execFile } from 'node:child_process';
import { readFile, readlink, realpath, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A running server, as the file it keeps in its data folder tells. */
export interface Postmaster {
	pid: number;
	port: number;
	/** Empty where there is none (Windows). */
	socketFolder: string;
	/** starting, ready, stopping; empty while the server has not got so far. */
	state: string;
}

/**
 * The server running on the data folder, or null. The same question as `pg_ctl status`, but a number that was
 * handed to another program since (after a reboot, in a container) is not taken for the server.
 */
export async function findPostmaster(cluster: string): Promise<Postmaster | null> {
	const text = await readFile(pidFile(cluster), 'utf8').catch(() => '');
	const [pid = '', , , port = '', socketFolder = '', , , state = ''] = text
		.split('\n')
		.map((line) => line.trim());
	if (!(await runsOn(Number(pid), cluster))) return null;
	return { pid: Number(pid), port: Number(port), socketFolder, state };
}

/**
 * PostgreSQL itself gets over what a dead server left, unless the dead one's number belongs to another program
 * now, or its file is empty after a power cut. To be called when findPostmaster finds none.
 */
export async function removeStaleLocks(cluster: string, socketLock: string): Promise<void> {
	for (const file of [pidFile(cluster), socketLock]) {
		const text = await readFile(file, 'utf8').catch(() => null);
		if (text === null) continue;
		const pid = Number(text.split('\n')[0]);
		// A server that starts this very moment has an empty file for an instant.
		const stale = pid > 0 ? lives(pid) && !(await runsOn(pid, cluster)) : await isOlder(file, 2000);
		if (stale) await rm(file, { force: true });
	}
}

const pidFile = (cluster: string) => join(cluster, 'postmaster.pid');

async function runsOn(pid: number, cluster: string): Promise<boolean> {
	if (!lives(pid)) return false;
	try {
		// A server works in its data folder.
		if (process.platform === 'linux')
			return (await readlink(`/proc/${pid}/cwd`)) === (await realpath(cluster));
		if (process.platform === 'win32') return true;
		const { stdout } = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]);
		return stdout.includes('postgres');
	} catch {
		// It has just ended.
		return false;
	}
}

/** Not so for another account's: a server we may not signal is not ours. */
function lives(pid: number): boolean {
	try {
		return pid > 0 && process.kill(pid, 0);
	} catch {
		return false;
	}
}

async function isOlder(file: string, ms: number): Promise<boolean> {
	const its = await stat(file).catch(() => null);
	return its !== null && Date.now() - its.mtimeMs > ms;
}
