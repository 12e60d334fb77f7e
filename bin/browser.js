import { chromium } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { inRoot } from './root.js';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const places = [
	'/usr/bin',
	'/usr/local/bin',
	'/snap/bin',
	'/opt/google/chrome/chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	join(homedir(), 'Applications/Google Chrome.app/Contents/MacOS/Google Chrome'),
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
];
/** Stands for the browser that Playwright keeps in its own cache. */
const playwrights = '';

/**
 * The program of a browser that was seen to start: CHROME_PATH, the system's, Playwright's own (''), else one that
 * is fetched now. Null, after a sentence, where there is none to be had: then the tests fail, they never skip.
 */
export async function findBrowser() {
	const named = process.env.CHROME_PATH;
	if (named) {
		if (await starts(named)) return named;
		console.error(`CHROME_PATH is ${named}, which does not start as a browser.`);
		return null;
	}
	for (const program of [...onSystem(), playwrights]) if (await starts(program)) return program;
	for (const fetched of [fromDebian, fromPlaywright]) {
		for (const program of fetched()) if (await starts(program)) return program;
	}
	console.error(
		'There is no browser for the end-to-end tests and none could be fetched: install Chromium or Chrome ' +
			'(on Debian as root: apt-get install chromium) or set CHROME_PATH to one.'
	);
	return null;
}

function onSystem() {
	const folders = (process.env.PATH ?? '').split(delimiter).concat(places.slice(0, 3));
	const programs = folders.flatMap((folder) => names.map((name) => join(folder, name)));
	return [...new Set(programs), ...places.slice(3)].filter((program) => existsSync(program));
}

/** @param {string} program */
async function starts(program) {
	try {
		// As the tests start it: without the sandbox, which root and most containers do not have.
		const browser = await chromium.launch({ executablePath: program || undefined, timeout: 30_000 });
		await browser.close();
		return true;
	} catch {
		return false;
	}
}

function fromDebian() {
	if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return [];
	console.log('No browser found: installing Chromium with apt-get …');
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const run = (/** @type {string[]} */ ...args) =>
		spawnSync('apt-get', ['-qq', ...args], { env, stdio: 'ignore' });
	run('update');
	run('install', '-y', '--no-install-recommends', 'chromium');
	return onSystem();
}

function fromPlaywright() {
	console.log("No browser found: fetching Playwright's Chromium …");
	const cli = inRoot('node_modules', '@playwright', 'test', 'cli.js');
	spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'ignore' });
	return [playwrights];
}
