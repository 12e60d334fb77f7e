import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settingNames } from '#access/settings.ts';
import { removeEmbedded } from '#records/embedded.server.ts';
import { clusterDatabase, type ClusterDatabase } from './clusterDatabase.ts';

/** Who can sign in, and the key with every scope, unless a test sets others. */
export const admin = { email: 'admin@example.com', password: 'an administrator of tests' };
export const apiKey = 'a-key-for-the-end-to-end-tests';

export interface Product {
	/** Where it answers: `http://127.0.0.1:49152`. */
	url: string;
	/** Of its process; undefined where it could not be started. */
	pid: number | undefined;
	dataDir: string;
	/** The settings that name a database of its own, if it has one; a command works on the same data with them. */
	databaseEnv: Record<string, string>;
	/** All that it has said so far. */
	output: () => string;
	/** Ends it as an operator would, and removes its data; the exit code. */
	stop: () => Promise<number | null>;
	/** Ends the process as a power cut would, and leaves its data (and its database running). */
	kill: () => Promise<void>;
}

interface ProductOptions {
	/** Settings beside the defaults; an empty text unsets one. */
	env?: Record<string, string>;
	/** The folder of a product that was killed before. */
	dataDir?: string;
	command?: 'start' | 'demo';
	readyMs?: number;
}

/** Starts the built product on a free port and a folder of its own, and waits until it says that it is ready. */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
	const dataDir = options.dataDir ?? join(tmpdir(), `offpeak-e2e-${randomUUID()}`);
	const cluster = await clusterOf(options);
	if (cluster) clusters.set(dataDir, cluster);
	const env = { ...(cluster ? { DATABASE_URL: cluster.url } : {}), ...options.env };
	const child = spawn(process.execPath, ['bin/offpeak.js', options.command ?? 'start'], {
		env: environment({ DATA_DIR: dataDir, ...env }),
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const output = collect(child);
	const exited = once(child, 'exit');
	const remove = async () => {
		// Also ends the database of a product that was killed.
		await removeEmbedded(dataDir);
		await rm(dataDir, { recursive: true, force: true });
		if (clusters.delete(dataDir)) await cluster?.drop();
	};
	const url = await ready(child, output, options.readyMs ?? 120_000).catch(async (error) => {
		child.kill('SIGKILL');
		await exited;
		if (!options.dataDir) await remove();
		throw error;
	});
	return {
		url,
		pid: child.pid,
		dataDir,
		databaseEnv: databaseOf(env),
		output,
		async stop() {
			child.kill('SIGTERM');
			await exited;
			await remove();
			return child.exitCode;
		},
		async kill() {
			child.kill('SIGKILL');
			await exited;
		}
	};
}

/** By the folders of their products: one that is started where another was killed goes on with its data. */
const clusters = new Map<string, ClusterDatabase>();

async function clusterOf({ dataDir, command, env }: ProductOptions): Promise<ClusterDatabase | null> {
	if (dataDir) return clusters.get(dataDir) ?? null;
	return command || env?.DATABASE_URL ? null : clusterDatabase();
}

function databaseOf(env: Record<string, string> = {}): Record<string, string> {
	return Object.fromEntries(Object.entries(env).filter(([name]) => /^(DATABASE_URL|PG[A-Z]+)$/.test(name)));
}

/** Nothing of the machine's own settings, nor of a developer's `.env` (which leaves alone what is set, if empty). */
function environment(env: Record<string, string>): NodeJS.ProcessEnv {
	const unset = Object.fromEntries(settingNames.map((name) => [name, '']));
	const defaults = {
		PORT: '0',
		TZ: 'America/Los_Angeles',
		OFFPEAK_ADMIN_EMAIL: admin.email,
		OFFPEAK_ADMIN_PASSWORD: admin.password,
		OFFPEAK_API_KEY: apiKey,
		// Tests and benchmarks ask more often than anybody.
		OFFPEAK_KEY_RATE: '0',
		OFFPEAK_ADDRESS_RATE: '0'
	};
	return { ...process.env, ...unset, ...defaults, ...env };
}

function collect(child: ChildProcess): () => string {
	let text = '';
	for (const stream of [child.stdout, child.stderr])
		stream?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
	return () => text;
}

function ready(child: ChildProcess, output: () => string, readyMs: number): Promise<string> {
	return new Promise((resolve, reject) => {
		const fail = (why: string) => {
			clearTimeout(timer);
			reject(new Error(`the product ${why}:\n${output()}`));
		};
		const timer = setTimeout(() => {
			child.kill('SIGTERM');
			fail(`was not ready after ${readyMs} ms`);
		}, readyMs);
		const early = (code: number | null) => fail(`exited with ${code} before it was ready`);
		child.once('exit', early);
		child.stdout?.on('data', () => {
			const url = /(?:^|"msg":")Offpeak is ready at (\S+)/m.exec(output())?.[1];
			if (!url) return;
			clearTimeout(timer);
			child.off('exit', early);
			resolve(url);
		});
	});
}
