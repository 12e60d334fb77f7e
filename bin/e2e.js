// `npm run e2e`: the end-to-end tests, with a current build and a browser; arguments go to Playwright.
import { spawnSync } from 'node:child_process';
import { findBrowser } from './browser.js';
import { ensureBuild } from './build.js';
import { inRoot, root } from './root.js';

if (!(await ensureBuild())) process.exit(1);
const browser = await findBrowser();
if (browser === null) process.exit(1);
const cli = inRoot('node_modules', '@playwright', 'test', 'cli.js');
const { status } = spawnSync(process.execPath, [cli, 'test', ...process.argv.slice(2)], {
	cwd: root,
	env: { ...process.env, OFFPEAK_BROWSER: browser },
	stdio: 'inherit'
});
process.exitCode = status ?? 1;
