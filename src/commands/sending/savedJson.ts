import { readFile, rename, writeFile } from 'node:fs/promises';

/** Reads a file that `saveJson` wrote; null where there is none, or none that can be read. */
export async function readJson(path: string): Promise<unknown> {
	try {
		return JSON.parse(await readFile(path, 'utf8'));
	} catch {
		return null;
	}
}

/** Replaces a file as a whole: whoever reads it finds the old text or the new one. */
export async function saveJson(path: string, value: unknown): Promise<void> {
	const next = `${path}.next`;
	await writeFile(next, `${JSON.stringify(value)}\n`);
	await rename(next, path);
}
