import { arch, cpus, platform, release, totalmem } from 'node:os';
import type { Database } from '#records/database.server.ts';

/** What the figures were taken on: they mean little without it. */
export async function machine({ sql }: Database): Promise<Record<string, string | number>> {
	const [row] = await sql<{ version: string }[]>`select current_setting('server_version') as version`;
	return {
		processor: cpus()[0]?.model ?? 'unknown',
		cores: cpus().length,
		memory_gb: Math.round(totalmem() / 1024 ** 3),
		system: `${platform()} ${arch()} ${release()}`,
		node: process.versions.node,
		postgresql: row?.version ?? 'unknown'
	};
}
