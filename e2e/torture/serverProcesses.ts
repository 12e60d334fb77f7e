import { readdir, readFile, readlink, realpath } from 'node:fs/promises';
import { clusterOf, readHome } from '#records/embeddedHome.server.ts';

export interface ServerProcess {
	pid: number;
	/** `postgres: checkpointer`; the head of the server is just its program. */
	title: string;
	isHead: boolean;
}

/** The processes of the embedded server in this data folder, and of no other. Linux only. */
export async function serverProcesses(dataDir: string): Promise<ServerProcess[]> {
	const home = await readHome(dataDir);
	if (!home) throw new Error(`no database in ${dataDir}`);
	const cluster = await realpath(clusterOf(home));
	const found: ServerProcess[] = [];
	for (const name of await readdir('/proc')) {
		if (!/^\d+$/.test(name)) continue;
		// Every process of a server works in its data folder.
		if ((await readlink(`/proc/${name}/cwd`).catch(() => null)) !== cluster) continue;
		const title = (await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => ''))
			.replaceAll('\0', ' ')
			.trim();
		if (title) found.push({ pid: Number(name), title, isHead: !title.startsWith('postgres: ') });
	}
	return found;
}

/** As a power cut would end it. False where it had ended already. */
export function killHard(pid: number): boolean {
	try {
		return process.kill(pid, 'SIGKILL');
	} catch {
		return false;
	}
}
