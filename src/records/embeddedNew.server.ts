import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { createCluster } from './embeddedCluster.server.ts';
import { homeFolder, placeText, readHome, type Home, type Place } from './embeddedHome.server.ts';
import type { Programs } from './embeddedProgram.server.ts';
import { canReach } from './reachable.server.ts';

interface NewHomeOptions {
	/** Where data go whose account cannot reach DATA_DIR. */
	elsewhere: string;
	durable: boolean;
}

const HOUR_MS = 3_600_000;

/**
 * Makes the home beside its place and moves it there in one step. Of two processes that do so at once one wins,
 * and both get the winner's.
 */
export async function makeHome(dataDir: string, programs: Programs, options: NewHomeOptions): Promise<Home> {
	const folder = homeFolder(dataDir);
	await removeUnfinished(folder);
	const unfinished = `${folder}.new-${randomBytes(6).toString('hex')}`;
	let base = unfinished;
	try {
		// The server's account must pass through the home of another's data, but sees nothing in it.
		await makeFolder(unfinished, programs.account ? 0o711 : 0o700);
		if (programs.account && !(await canReach(unfinished, programs.account)))
			base = await makeBase(dataDir, programs.account.name, options.elsewhere);
		const password = randomBytes(24).toString('hex');
		const place: Place = { base: base === unfinished ? '.' : base, sockets: null, port: null };
		await writeFile(join(unfinished, 'place.json'), placeText(place), { mode: 0o644, flush: true });
		await writeFile(join(unfinished, 'password'), password, { mode: 0o600, flush: true });
		await createCluster(programs, base, password, options.durable);
		await moveIntoPlace(unfinished, folder);
	} catch (error) {
		await rm(unfinished, { recursive: true, force: true });
		await rm(base, { recursive: true, force: true });
		if (!isTaken(error)) throw error;
	}
	const home = await readHome(dataDir);
	if (!home) throw new Error(`The embedded database in ${folder} was removed while it was made.`);
	return home;
}

/** A folder named from DATA_DIR, so that people recognise it, and never used twice. */
async function makeBase(dataDir: string, account: string, elsewhere: string): Promise<string> {
	if (await mkdir(elsewhere, { recursive: true })) await chmod(elsewhere, 0o755);
	const hash = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 12);
	const base = join(elsewhere, `data-${hash}-${randomBytes(4).toString('hex')}`);
	await makeFolder(base, 0o711);
	return base;
}

async function makeFolder(folder: string, mode: number): Promise<void> {
	await mkdir(folder);
	await chmod(folder, mode);
}

async function moveIntoPlace(unfinished: string, folder: string): Promise<void> {
	await rename(unfinished, folder);
	if (process.platform === 'win32') return;
	const parent = await open(dirname(folder), 'r');
	await parent.sync().finally(() => parent.close());
}

/** What a rename onto a folder that is not empty says, by system. */
function isTaken(error: unknown): boolean {
	if (!(error instanceof Error) || !('syscall' in error) || error.syscall !== 'rename') return false;
	return 'code' in error && ['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(String(error.code));
}

/** What first starts left that were cut off. Younger ones may still be at work. */
async function removeUnfinished(folder: string): Promise<void> {
	for (const name of await readdir(dirname(folder))) {
		if (!name.startsWith(`${basename(folder)}.new-`)) continue;
		const path = join(dirname(folder), name);
		const its = await stat(path).catch(() => null);
		if (its && Date.now() - its.mtimeMs > HOUR_MS) await rm(path, { recursive: true, force: true });
	}
}
