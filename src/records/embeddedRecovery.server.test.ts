import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { removeEmbedded, startEmbedded, type EmbeddedServer } from './embedded.server.ts';
import { clusterOf, readHome } from './embeddedHome.server.ts';
import { findPostmaster } from './postmaster.server.ts';

const linux = process.platform === 'linux';
let top: string;

beforeAll(async () => {
	top = await mkdtemp(join(tmpdir(), 'recovery-'));
	await chmod(top, 0o711);
	return () => rm(top, { recursive: true });
});

async function start(name: string) {
	const folder = join(top, name);
	const server = await startEmbedded(folder, { durable: false });
	onTestFinished(() => removeEmbedded(folder, { durable: false }));
	const home = await readHome(folder);
	const head = home && (await findPostmaster(clusterOf(home)));
	if (!head) throw new Error('no server was started');
	return { server, head: head.pid };
}

/** Kills a process of the server and stops the one that begins to recover, so that it gets no further. */
async function stopInRecovery(server: EmbeddedServer, head: number): Promise<void> {
	const sql = postgres({ ...server.connection, max: 1, onnotice: () => {} });
	// Much to recover, so that it takes a moment.
	await sql`create table much as select i, md5(i::text) from generate_series(1, 400000) i`;
	const [backend] = await sql<{ pid: number }[]>`select pg_backend_pid() pid`;
	if (backend) process.kill(backend.pid, 'SIGKILL');
	// In one go, so that it is not over meanwhile.
	const endAt = performance.now() + 5_000;
	while (!startingUp(head).some((pid) => process.kill(pid, 'SIGSTOP')))
		if (performance.now() > endAt) throw new Error('nobody was seen to recover');
	await sql.end({ timeout: 0 });
}

function startingUp(head: number): number[] {
	const children = readFileSync(`/proc/${head}/task/${head}/children`, 'utf8').split(' ').filter(Boolean);
	return children.map(Number).filter((pid) => titleOf(pid).startsWith('postgres: startup'));
}

function titleOf(pid: number): string {
	try {
		return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
	} catch {
		// It has just ended.
		return '';
	}
}

test.skipIf(!linux)('a recovery that stands still is ended and begun anew', async () => {
	const { server, head } = await start('stuck');
	expect(await server.revive()).toBe(false);
	await stopInRecovery(server, head);
	await expect.poll(() => server.revive(), { interval: 500, timeout: 50_000 }).toBe(true);
	const sql = postgres({ ...server.connection, max: 1 });
	expect(await sql`select 1 one`).toEqual([{ one: 1 }]);
	await sql.end();
});

test.skipIf(!linux)('a server that recovers is stopped, too', async () => {
	const { server, head } = await start('recovering');
	await stopInRecovery(server, head);
	await server.stop();
	expect(await server.revive()).toBe(true);
});
