// `npm run build`: the application (vite, adapter-node) and the command line into build/, with a fingerprint
// of the sources. All is made in a folder beside it and moved there whole, so a build that broke off is never used.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { withBuildLock } from './buildLock.js';
import { fingerprint } from './fingerprint.js';
import { inRoot, root } from './root.js';

const vite = inRoot('node_modules', 'vite', 'bin', 'vite.js');
const next = '.svelte-kit/next-build';
const previous = '.svelte-kit/previous-build';

/**
 * Sees to a current build and says whether there is one. Without the tools to make one (`npm ci --omit=dev`)
 * a build that is there is used as it is.
 */
export async function ensureBuild() {
	if (isCurrent()) return true;
	if (!existsSync(vite)) {
		if (existsSync(inRoot('build', 'fingerprint'))) {
			console.error(
				'The build is older than the sources; without the tools to renew it, it is used as it is.'
			);
			return true;
		}
		console.error('There is no build, and the tools to make one are not installed: run "npm ci" first.');
		return false;
	}
	console.error('Building (first start and after changes only), about half a minute …');
	return build({ quiet: true, again: false });
}

/**
 * @param {object} options
 * @param {boolean} options.quiet shows what the tools say only when they fail
 * @param {boolean} options.again builds even where the build is current
 */
export function build({ quiet, again }) {
	return withBuildLock(
		async () => {
			if (!again && isCurrent()) return true;
			const made = fingerprint();
			rmSync(inRoot(next), { recursive: true, force: true });
			for (const config of ['vite.config.ts', 'vite.commands.config.ts'])
				if (!(await runVite(['build', '--config', config], quiet))) return false;
			writeFileSync(inRoot(next, 'fingerprint'), String(made));
			moveIntoPlace();
			return true;
		},
		() => console.error('Another start is building; waiting for it …')
	);
}

function isCurrent() {
	const file = inRoot('build', 'fingerprint');
	if (!existsSync(file)) return false;
	const now = fingerprint();
	return now === null || readFileSync(file, 'utf8') === now;
}

function moveIntoPlace() {
	rmSync(inRoot(previous), { recursive: true, force: true });
	mkdirSync(inRoot('.svelte-kit'), { recursive: true });
	if (existsSync(inRoot('build'))) renameSync(inRoot('build'), inRoot(previous));
	renameSync(inRoot(next), inRoot('build'));
	rmSync(inRoot(previous), { recursive: true, force: true });
}

/** @param {string[]} args @param {boolean} quiet @returns {Promise<boolean>} */
function runVite(args, quiet) {
	return new Promise((resolve) => {
		const child = spawn(process.execPath, [vite, ...args], {
			cwd: root,
			env: { ...process.env, OFFPEAK_BUILD_OUT: next, NODE_ENV: 'production' },
			stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit']
		});
		/** @type {Buffer[]} */
		const said = [];
		child.stdout?.on('data', (chunk) => said.push(chunk));
		child.stderr?.on('data', (chunk) => said.push(chunk));
		child.on('close', (code) => {
			if (code !== 0) process.stderr.write(Buffer.concat(said));
			resolve(code === 0);
		});
	});
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	const quiet = process.argv.includes('--quiet');
	process.exitCode = (await build({ quiet, again: true })) ? 0 : 1;
}
