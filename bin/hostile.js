// `npm run hostile`: attacks a product as people who mean harm would (e2e/hostile/).
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { ensureBuild } from './build.js';
import { inRoot, root } from './root.js';

process.chdir(root);
if (!(await ensureBuild())) process.exit(1);
const outDir = inRoot('.svelte-kit', 'hostile');
await build({
	configFile: false,
	logLevel: 'warn',
	build: { ssr: 'e2e/hostile/main.ts', target: 'node20', outDir, emptyOutDir: true, minify: false }
});
await import(pathToFileURL(join(outDir, 'main.js')).href);
