import { mkdtemp, rm, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { watchDisk } from './diskSpace.server.ts';

async function dataDir(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'offpeak-disk-'));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	await mkdir(join(folder, 'postgres', 'cluster'), { recursive: true });
	await writeFile(
		join(folder, 'postgres', 'place.json'),
		JSON.stringify({ base: '.', sockets: null, port: null })
	);
	await writeFile(join(folder, 'postgres', 'password'), 'x');
	return folder;
}

test('refuses calls while less is left than there should be, and not after', async () => {
	let left = 512;
	let looked: () => void = () => {};
	const nextLook = () => new Promise<void>((resolve) => (looked = () => resolve()));
	const folder = await dataDir();
	const disk = await watchDisk(
		{ databaseUrl: null, dataDir: folder, minFreeMb: 512 },
		{
			everyMs: 1,
			freeBytes: async (folder: string): Promise<number> => {
				expect(folder).toMatch(/postgres[\\/]cluster$/);
				// Told when what was found here has been taken in.
				setImmediate(() => looked());
				return left * 1024 * 1024;
			}
		}
	);
	onTestFinished(disk.end);
	expect(disk.problem()).toBeNull();
	left = 511;
	await nextLook();
	await nextLook();
	expect(disk.problem()?.status).toBe(507);
	left = 512;
	await nextLook();
	await nextLook();
	expect(disk.problem()).toBeNull();
});

test('says so where too little is left', async () => {
	const disk = await watchDisk(
		{ databaseUrl: null, dataDir: await dataDir(), minFreeMb: 512 },
		{ freeBytes: async () => 1 }
	);
	onTestFinished(disk.end);
	expect(disk.problem()).toMatchObject({ status: 507, title: 'Disk low', retryAfterSeconds: 60 });
});

interface Reason {
	minFreeMb: number;
	databaseUrl?: string;
	freeBytes: () => Promise<number>;
}

const noReasons: [string, Reason][] = [
	['a disk that cannot be asked', { minFreeMb: 512, freeBytes: () => Promise.reject(new Error('gone')) }],
	['no limit', { minFreeMb: 0, freeBytes: async () => 0 }],
	['a server of its own', { minFreeMb: 512, databaseUrl: 'postgres://elsewhere', freeBytes: async () => 0 }]
];

test.each(noReasons)('%s is no reason to refuse', async (_, { minFreeMb, databaseUrl = null, freeBytes }) => {
	const disk = await watchDisk({ databaseUrl, dataDir: await dataDir(), minFreeMb }, { freeBytes });
	onTestFinished(disk.end);
	expect(disk.problem()).toBeNull();
});

test('the real disk is asked', async () => {
	const disk = await watchDisk({ databaseUrl: null, dataDir: await dataDir(), minFreeMb: 1_000_000_000 });
	onTestFinished(disk.end);
	expect(disk.problem()?.status).toBe(507);
});
