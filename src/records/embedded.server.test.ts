import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
	appendFile,
	chmod,
	cp,
	mkdir,
	mkdtemp,
	readFile,
	readdir,
	readlink,
	rm,
	stat,
	writeFile
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { buildModule, runChild } from './testing/childProgram.ts';
import {
	removeEmbedded,
	startEmbedded,
	type EmbeddedOptions,
	type EmbeddedServer
} from './embedded.server.ts';
import { isRoot, serverAccount } from './embeddedAccount.server.ts';
import { installedBinaries } from './embeddedBinaries.server.ts';
import { baseOf, clusterOf, readHome } from './embeddedHome.server.ts';
import { findPostmaster } from './postmaster.server.ts';

const root = isRoot();
const linux = process.platform === 'linux';
const quick: EmbeddedOptions = { durable: false };

let top: string;
let module: string;
const used: [string, EmbeddedOptions][] = [];

beforeAll(async () => {
	top = await mkdtemp(join(tmpdir(), 'embedded-'));
	await chmod(top, 0o711);
	module = await buildModule('src/records/embedded.server.ts');
});
afterEach(async () => {
	for (const [folder, options] of used.splice(0)) await removeEmbedded(folder, options);
});
afterAll(async () => {
	await rm(top, { recursive: true });
});

/** A new data folder, cleaned up after the test. */
function dataFolder(name: string, options: EmbeddedOptions = quick): string {
	const folder = join(top, name);
	used.push([folder, options]);
	return folder;
}

async function ask<T>(server: EmbeddedServer, question: (sql: postgres.Sql) => Promise<T>): Promise<T> {
	const sql = postgres({ ...server.connection, max: 1 });
	return question(sql).finally(() => sql.end({ timeout: 1 }));
}

async function homeOf(folder: string) {
	const home = await readHome(folder);
	if (!home) throw new Error(`no home in ${folder}`);
	return home;
}

async function pidOf(folder: string): Promise<number> {
	const found = await findPostmaster(clusterOf(await homeOf(folder)));
	if (!found) throw new Error(`nothing runs on ${folder}`);
	return found.pid;
}

const startIn = (folder: string) =>
	runChild(`${module}
		const { started } = await startEmbedded(${JSON.stringify(folder)}, { durable: false });
		console.log(String(started));
		setInterval(() => {}, 1000);`);

describe('a data folder', () => {
	test('is made, joined, stopped and started again, with what was written', async () => {
		const folder = dataFolder('plain', {});
		const said: string[] = [];
		const first = await startEmbedded(folder, { say: (sentence) => said.push(sentence) });
		expect(first.started).toBe(true);
		// As root, where the server lies may be worth a sentence; from here on nothing is.
		said.length = 0;
		await ask(first, (sql) => sql`create table kept as select '号码' as word`);

		const second = await startEmbedded(folder);
		expect(second.started).toBe(false);
		expect(second.connection).toEqual(first.connection);

		await second.stop();
		expect(await findPostmaster(clusterOf(await homeOf(folder)))).toBeNull();
		expect(said).toEqual([]);
		await first.stop();
		expect(said).toEqual(['The embedded database had stopped already.']);

		const third = await startEmbedded(folder);
		expect(third.started).toBe(true);
		expect(await ask(third, (sql) => sql`select word, upper('é') as up from kept`)).toEqual([
			{ word: '号码', up: 'É' }
		]);
	});

	test('is private: password file, socket folder, no superuser, no TCP, nobody without the password', async () => {
		const folder = dataFolder('private');
		const server = await startEmbedded(folder, quick);
		const home = await homeOf(folder);
		const mode = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);
		expect(await mode(join(home.folder, 'password'))).toBe('600');
		expect(await mode(clusterOf(home))).toBe('700');
		expect(await mode(dirname(server.connection.path ?? ''))).toBe('700');
		const [facts] = await ask(
			server,
			(sql) => sql`
				select rolsuper, rolpassword is null as hidden, current_setting('listen_addresses') as addresses,
					current_setting('synchronous_commit') as commit, current_setting('TimeZone') as zone
				from pg_roles where rolname = current_user`
		);
		expect(facts).toEqual({ rolsuper: false, hidden: false, addresses: '', commit: 'on', zone: 'UTC' });
		for (const wrong of [{ password: 'wrong' }, { user: 'postgres', password: '' }])
			await expect(
				ask({ ...server, connection: { ...server.connection, ...wrong } }, (sql) => sql`select 1`)
			).rejects.toThrow(/password/);
		if (linux) expect(await listeningSockets(await pidOf(folder))).toEqual([]);
	});

	test('may be called what it likes', async () => {
		const folder = dataFolder(`it's $HOME "x" \`id\` 数据`);
		const server = await startEmbedded(folder, quick);
		expect(await ask(server, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
		await server.stop();
		expect((await startEmbedded(folder, quick)).started).toBe(true);
	});

	test('may have a path too long for a socket, which then lies among the temporary files', async () => {
		const folder = dataFolder('long/'.repeat(24));
		await mkdir(folder, { recursive: true });
		const server = await startEmbedded(folder, quick);
		const path = server.connection.path ?? '';
		expect(Buffer.byteLength(path)).toBeLessThanOrEqual(107);
		expect((await stat(dirname(path))).mode & 0o777).toBe(0o700);
		await server.stop();
		const again = await startEmbedded(folder, quick);
		expect(again.connection.path).toBe(path);

		// Cleaned away under a running server, it is made anew.
		await rm(dirname(path), { recursive: true });
		const restarted = await startEmbedded(folder, quick);
		expect(restarted.started).toBe(true);
		expect(await ask(restarted, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
	});

	test('of another major version is refused in a sentence', async () => {
		const folder = dataFolder('old');
		const server = await startEmbedded(folder, quick);
		await server.stop();
		const file = join(clusterOf(await homeOf(folder)), 'PG_VERSION');
		const version = await readFile(file, 'utf8');
		await writeFile(file, '13\n');
		await expect(startEmbedded(folder, quick)).rejects.toThrow(
			/made by PostgreSQL 13, .* brings PostgreSQL 18/
		);
		await writeFile(file, version);
	});

	test('whose server does not start is told with the last lines of the log', async () => {
		const folder = dataFolder('broken');
		await (await startEmbedded(folder, quick)).stop();
		await appendFile(join(clusterOf(await homeOf(folder)), 'postgresql.conf'), 'no_such_setting = 1\n');
		await expect(startEmbedded(folder, quick)).rejects.toThrow(
			/did not start. Its log ends:\n.*no_such_setting/s
		);
	});
});

describe('after a crash', () => {
	test('of the product the server is joined', async () => {
		const folder = dataFolder('orphaned');
		const child = startIn(folder);
		expect(await child.line).toBe('true');
		child.process.kill('SIGKILL');
		await child.ended;
		expect((await startEmbedded(folder, quick)).started).toBe(false);
	});

	test('of the server it starts again, even while one of its processes is busy', async () => {
		const folder = dataFolder('killed');
		const first = await startEmbedded(folder, quick);
		const sql = postgres({ ...first.connection, max: 1, onnotice: () => {} });
		await sql`create table kept as select 1 as one`;
		const busy = sql`select count(*) from generate_series(1, 2000) a, generate_series(1, 1000000) b`.catch(
			String
		);
		const pid = await pidOf(folder);
		await seenBusy(first);
		process.kill(pid, 'SIGKILL');
		const second = await startEmbedded(folder, quick);
		expect(second.started).toBe(true);
		expect(await pidOf(folder)).not.toBe(pid);
		expect(await ask(second, (again) => again`select one from kept`)).toEqual([{ one: 1 }]);
		expect(await busy).toMatch(/CONNECTION_CLOSED/);
		await sql.end({ timeout: 0 });
	});

	test('of one of its processes it is joined only when it has recovered', async () => {
		const folder = dataFolder('shaken');
		const first = await startEmbedded(folder, quick);
		for (let round = 0; round < 5; round++) {
			await ask(first, async (sql) => {
				const [backend] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
				if (backend) process.kill(backend.pid, 'SIGKILL');
			});
			const joined = await startEmbedded(folder, quick);
			expect(joined.started).toBe(false);
			expect(await ask(joined, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
		}
	});

	test.skipIf(!linux)(
		'a stale number that belongs to another program now does not stop the start',
		async () => {
			const folder = dataFolder('reused');
			const server = await startEmbedded(folder, quick);
			const cluster = clusterOf(await homeOf(folder));
			const left = await readFile(join(cluster, 'postmaster.pid'), 'utf8');
			await server.stop();
			const account = await serverAccount();
			const other = spawn('sleep', ['60'], account ? { uid: account.uid, gid: account.gid } : {});
			await once(other, 'spawn');
			await writeFile(join(cluster, 'postmaster.pid'), left.replace(/^\d+/, String(other.pid)));
			await writeFile(`${server.connection.path}.lock`, left.replace(/^\d+/, String(other.pid)));
			expect((await startEmbedded(folder, quick)).started).toBe(true);
			other.kill();
		}
	);
});

test('two first starts at the same moment, and two later ones, end up with one server', async () => {
	const folder = dataFolder('twice');
	for (let round = 0; round < 2; round++) {
		const children = [startIn(folder), startIn(folder)];
		const started = await Promise.all(children.map((child) => child.line));
		expect(started.sort()).toEqual(['false', 'true']);
		for (const child of children) child.process.kill('SIGKILL');
		await Promise.all(children.map((child) => child.ended));
		const joined = await startEmbedded(folder, quick);
		expect(joined.started).toBe(false);
		await joined.stop();
	}
	expect(await readdir(folder)).toEqual(['postgres']);
});

describe('binaries', () => {
	test('without the links between libraries are completed', async () => {
		const binaries = await copyWithoutLinks('bare');
		const folder = dataFolder('linked', { ...quick, binaries });
		const said: string[] = [];
		const server = await startEmbedded(folder, {
			...quick,
			binaries,
			say: (sentence) => said.push(sentence)
		});
		expect(await ask(server, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
		expect(said).toEqual([]);
	});

	// Root writes everywhere, so this needs an ordinary user.
	test.skipIf(root)('without the links in a folder that cannot be written are copied', async () => {
		const binaries = await copyWithoutLinks('readonly');
		await chmod(join(binaries.native, 'lib'), 0o555);
		const folder = dataFolder('copied', { ...quick, binaries });
		const said: string[] = [];
		const server = await startEmbedded(folder, {
			...quick,
			binaries,
			say: (sentence) => said.push(sentence)
		});
		expect(await ask(server, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
		expect(said).toEqual([expect.stringContaining(join(folder, 'postgresql-'))]);
		await chmod(join(binaries.native, 'lib'), 0o755);
	});

	// Only root lends its server another account.
	test.skipIf(!root)(
		'and data that the account cannot reach go elsewhere, which one sentence says',
		async () => {
			const binaries = await copyWithoutLinks('closed');
			await chmod(dirname(binaries.native), 0o700);
			const elsewhere = join(top, 'elsewhere');
			const options = { ...quick, binaries, elsewhere };
			await mkdir(join(top, 'home'), { mode: 0o700 });
			const folder = dataFolder('home/data', options);
			const said: string[] = [];
			const server = await startEmbedded(folder, { ...options, say: (sentence) => said.push(sentence) });
			expect(await ask(server, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
			const base = baseOf(await homeOf(folder));
			expect(dirname(base)).toBe(elsewhere);
			expect(said).toEqual([expect.stringMatching(/^The database runs as \w+, .*\.$/)]);
			expect(said[0]).toContain(base);
			expect(said[0]).toContain(join(elsewhere, `postgresql-${binaries.version}`, 'native'));
			await server.stop();
			expect((await startEmbedded(folder, options)).started).toBe(true);
			await removeEmbedded(folder, options);
			expect(await readdir(elsewhere)).toEqual([`postgresql-${binaries.version}`]);
		}
	);

	async function copyWithoutLinks(name: string) {
		const installed = await installedBinaries();
		const native = join(top, name, 'native');
		await cp(installed.native, native, { recursive: true, verbatimSymlinks: true });
		for (const entry of await readdir(join(native, 'lib'), { withFileTypes: true }))
			if (entry.isSymbolicLink()) await rm(join(native, 'lib', entry.name));
		return { native, version: installed.version };
	}
});

/** Waits until the server reports the long question as running. */
async function seenBusy(server: EmbeddedServer): Promise<void> {
	await ask(server, async (sql) => {
		for (;;) {
			const found =
				await sql`select 1 from pg_stat_activity where state = 'active' and query like '%generate_series%'
				and pid <> pg_backend_pid()`;
			if (found.length) return;
		}
	});
}

/** The process's sockets that the kernel lists as TCP. */
async function listeningSockets(pid: number): Promise<string[]> {
	const names = await readdir(`/proc/${pid}/fd`);
	const targets = await Promise.all(names.map((name) => readlink(`/proc/${pid}/fd/${name}`).catch(() => '')));
	const sockets = targets.flatMap((target) => target.match(/^socket:\[(\d+)\]$/)?.[1] ?? []);
	const tables = await Promise.all(
		['tcp', 'tcp6'].map((name) => readFile(`/proc/net/${name}`, 'utf8').catch(() => ''))
	);
	const open = new Set(
		tables.flatMap((table) => table.split('\n').map((line) => line.trim().split(/\s+/)[9] ?? ''))
	);
	return sockets.filter((inode) => open.has(inode));
}
