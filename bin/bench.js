// `npm run bench`: the benchmarks, on a current build of the product; arguments go to bench/main.ts.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { ensureBuild } from './build.js';
import { inRoot, root } from './root.js';

process.chdir(root);
if (!(await ensureBuild())) process.exit(1);
// Node 20 runs no TypeScript. Beside node_modules/ and not in it, so that packages are found.
const outDir = inRoot('.svelte-kit', 'bench');
await build({
	configFile: false,
	logLevel: 'warn',
	build: { ssr: 'bench/main.ts', target: 'node20', outDir, emptyOutDir: true, minify: false }
});
await import(pathToFileURL(join(outDir, 'main.js')).href);
