import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** DATA_DIR/postgres: whatever the embedded database needs to be found again. It is made whole or not at all. */
export interface Home {
	folder: string;
	place: Place;
	/** The product's password, from the file `password`, which only its owner can read. */
	password: string;
}

/** The note of where things are, in the file `place.json`. */
export interface Place {
	/** The folder of `cluster` (the data): the home itself, or one that the server's account can reach. */
	base: string;
	/** A socket folder elsewhere, when its path would be too long in the base. */
	sockets: string | null;
	/** The port on loopback (Windows only). */
	port: number | null;
}

export const homeFolder = (dataDir: string) => join(resolve(dataDir), 'postgres');
export const baseOf = (home: Home) => resolve(home.folder, home.place.base);
export const clusterOf = (home: Home) => join(baseOf(home), 'cluster');

/** The home in this DATA_DIR; null where none was made yet. */
export async function readHome(dataDir: string): Promise<Home | null> {
	const folder = homeFolder(dataDir);
	if (!(await stat(folder).catch(() => null))) return null;
	try {
		const place: Place = JSON.parse(await readFile(join(folder, 'place.json'), 'utf8'));
		return { folder, place, password: await readFile(join(folder, 'password'), 'utf8') };
	} catch (cause) {
		const why = cause instanceof Error ? cause.message : String(cause);
		const who = why.startsWith('EACCES') ? ': start Offpeak as the account that made it, or as root' : '';
		throw new Error(`The embedded database in ${folder} cannot be opened (${why})${who}.`, { cause });
	}
}

/** Remembers another socket folder or port. The note is never half written. */
export async function notePlace(home: Home, changed: Partial<Place>): Promise<void> {
	Object.assign(home.place, changed);
	const unfinished = join(home.folder, `place.json.new-${process.pid}`);
	await writeFile(unfinished, placeText(home.place), { mode: 0o644 });
	await rename(unfinished, join(home.folder, 'place.json'));
}

export const placeText = (place: Place) => `${JSON.stringify(place, null, '\t')}\n`;
