import { readFile, readdir, readlink, realpath } from 'node:fs/promises';

/**
 * Ends what a killed server left at work: PostgreSQL starts only when the last of its processes is gone, and one
 * in the middle of a long question does not notice by itself. Linux only; elsewhere the caller waits.
 */
export async function endOrphans(cluster: string): Promise<void> {
	if (process.platform !== 'linux') return;
	const folder = await realpath(cluster);
	const found: { pid: number; title: string }[] = [];
	for (const name of await readdir('/proc')) {
		if (!/^\d+$/.test(name)) continue;
		const cwd = await readlink(`/proc/${name}/cwd`).catch(() => null);
		if (cwd !== folder) continue;
		found.push({ pid: Number(name), title: await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '') });
	}
	// Only the head of a server lacks this title; where one lives, nobody is an orphan.
	if (found.some(({ title }) => !title.startsWith('postgres: '))) return;
	for (const { pid } of found) {
		try {
			process.kill(pid, 'SIGQUIT');
		} catch {
			// It has just ended by itself.
		}
	}
}
