import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildModule, runChild } from './testing/childProgram.ts';
import { removeEmbedded, startEmbedded, type EmbeddedServer } from './embedded.server.ts';
import { clusterOf, readHome } from './embeddedHome.server.ts';
import { findPostmaster } from './postmaster.server.ts';
import { holdFolder } from './productLock.server.ts';

let folder: string;
let server: EmbeddedServer;
let module: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'lock-'));
	await chmod(folder, 0o711);
	server = await startEmbedded(folder, { durable: false });
	module = await buildModule('src/records/productLock.server.ts');
});
afterAll(async () => {
	await removeEmbedded(folder);
	await rm(folder, { recursive: true });
});

const holdInChild = () =>
	runChild(`${module}
		const held = await holdFolder(${JSON.stringify(server.connection)});
		console.log(held ? 'held' : 'refused');
		if (held) setInterval(() => {}, 1000);`);

test('one product holds a folder; it is free again when that one lets go or is killed', async () => {
	const child = holdInChild();
	expect(await child.line).toBe('held');
	expect(await holdFolder(server.connection)).toBeNull();
	const second = holdInChild();
	expect(await second.line).toBe('refused');
	await second.ended;

	child.process.kill('SIGKILL');
	const held = await holdFolder(server.connection);
	expect(held).not.toBeNull();
	await held?.release();
	const next = await holdFolder(server.connection);
	expect(next).not.toBeNull();
	await next?.release();
});

test('a product holds its folder again after the server was killed and restarted', async () => {
	let lost = false;
	const held = await holdFolder(server.connection, { onLost: () => (lost = true) });
	const home = await readHome(folder);
	const running = home && (await findPostmaster(clusterOf(home)));
	if (!running) throw new Error('no server');
	process.kill(running.pid, 'SIGKILL');
	server = await startEmbedded(folder, { durable: false });
	await expect.poll(holders, { timeout: 20_000 }).toBe(1);
	expect(await holdFolder(server.connection)).toBeNull();
	expect(lost).toBe(false);
	await held?.release();
});

async function holders(): Promise<number> {
	const sql = postgres({ ...server.connection, max: 1 });
	const locks = await sql`select 1 from pg_locks where locktype = 'advisory' and granted`;
	await sql.end();
	return locks.length;
}
