import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The last lines that the server wrote since the given instant (ms), first from its start, then from its log. */
export async function lastLogLines(cluster: string, sinceAt: number): Promise<string[]> {
	const names = await readdir(join(cluster, 'log')).catch(() => []);
	const files = [join(cluster, 'start.log'), ...names.map((name) => join(cluster, 'log', name))];
	const lines: string[] = [];
	for (const file of files) {
		const its = await stat(file).catch(() => null);
		// File times may be a little behind the clock.
		if (!its || its.mtimeMs < sinceAt - 50) continue;
		lines.push(...(await readFile(file, 'utf8')).split('\n').filter(Boolean).slice(-8));
	}
	return lines;
}
