import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './root.js';

/** Everything that a build is made from; a folder stands for all in it. */
const inputs = [
	'src',
	'static',
	'drizzle',
	'package.json',
	'package-lock.json',
	'svelte.config.js',
	'tsconfig.json',
	'vite.config.ts',
	'vite.commands.config.ts'
];

/**
 * A hash of names and contents of all that a build is made from (a few hundred small files, some hundredths of a
 * second), tests aside. By content, because a clone, a checkout or a copy changes times and not the product.
 * Null where there are no sources: such an installation has only its build.
 */
export function fingerprint() {
	if (!existsSync(inRoot('src'))) return null;
	const hash = createHash('sha256');
	for (const file of inputs.flatMap(filesIn)) {
		const content = readFileSync(inRoot(file));
		hash.update(`${file}\0${content.length}\0`).update(content);
	}
	return hash.digest('hex');
}

/** @param {string} path @returns {string[]} */
function filesIn(path) {
	if (!existsSync(inRoot(path))) return [];
	if (!statSync(inRoot(path)).isDirectory()) return /\.test\.\w+$/.test(path) ? [] : [path];
	return readdirSync(inRoot(path))
		.sort()
		.flatMap((name) => filesIn(join(path, name)));
}
