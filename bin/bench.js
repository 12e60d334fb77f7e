// `npm run bench`: the benchmarks, on a current build of the product; arguments go to bench/main.ts.
// `npm run bench -- NAME`: those of bench/NAME/main.ts instead; only `public` and `mixed` need a server.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { ensureBuild } from './build.js';
import { inRoot, root } from './root.js';

process.chdir(root);
const [name = ''] = process.argv.slice(2);
const entry = /^\w+$/.test(name) ? `bench/${name}/main.ts` : 'bench/main.ts';
if (!existsSync(entry)) {
	console.error(`There is no benchmark ${JSON.stringify(name)}.`);
	process.exit(2);
}
const needsBuild = ['bench/main.ts', 'bench/public/main.ts', 'bench/mixed/main.ts'].includes(entry);
if (needsBuild && !(await ensureBuild())) process.exit(1);
// Node 20 runs no TypeScript. Beside node_modules/ and not in it, so that packages are found.
const outDir = inRoot('.svelte-kit', 'bench');
await build({
	configFile: false,
	logLevel: 'warn',
	build: { ssr: entry, target: 'node20', outDir, emptyOutDir: true, minify: false }
});
await import(pathToFileURL(join(outDir, 'main.js')).href);
