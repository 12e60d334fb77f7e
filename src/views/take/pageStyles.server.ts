import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const kept = new Map<string, Promise<string>>();
let folder: Promise<string | null> | undefined;

/** All styles of a page that the server wrote: those in it, and the sheets that it names, as the build has them. */
export async function pageStyles(html: string): Promise<string> {
	const inside = [...html.matchAll(/<style[^>]*>([^]*?)<\/style>/g)].map(([, css = '']) => css);
	const names = [...html.matchAll(/<link[^>]*href="[^"]*\/([\w.-]+\.css)"[^>]*>/g)].map(
		([, name = '']) => name
	);
	folder ??= sheetsFolder();
	const sheets = await folder;
	const read = (name: string) => {
		const known = kept.get(name) ?? (sheets ? readFile(join(sheets, name), 'utf8') : Promise.resolve(''));
		kept.set(name, known);
		known.catch(() => kept.delete(name));
		return known;
	};
	return [...(await Promise.all([...new Set(names)].map(read))), ...inside].join('\n');
}

/** Where the build keeps them: above this file, wherever the bundler has put that; null in development, where pages carry them. */
async function sheetsFolder(): Promise<string | null> {
	const way = ['client', '_app', 'immutable', 'assets'];
	for (let at = dirname(fileURLToPath(import.meta.url)); ; at = dirname(at)) {
		const found = join(at, ...way);
		if (await readdir(found).catch(() => null)) return found;
		if (dirname(at) === at) return null;
	}
}
