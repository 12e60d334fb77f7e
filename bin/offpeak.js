#!/usr/bin/env node
// The launcher: sees to a current build, then starts the server from it or runs a command.
import { existsSync } from 'node:fs';
import { ensureBuild } from './build.js';
import { importBuilt, inRoot, root } from './root.js';

const [command = 'help'] = process.argv.slice(2);

needNode(20, 19);
// Commands find the files they are given from where they were called (npm has moved here and tells from where);
// all else, such as .env and ./data, lies in the project's folder.
if (process.cwd() !== root) process.env.INIT_CWD = process.cwd();
process.chdir(root);
if (existsSync(inRoot('.env'))) process.loadEnvFile(inRoot('.env'));

if (!(await ensureBuild())) process.exit(1);
if (command === 'start' || command === 'demo') await start(command === 'demo');
else await importBuilt('offpeak.js');

/** @param {boolean} demo */
async function start(demo) {
	const { prepare, prepareDemo, fail } = await importBuilt('prepare.js');
	try {
		if (demo) prepareDemo();
		else prepare();
		await importBuilt('start.js');
	} catch (error) {
		await fail(error);
	}
}

/** @param {number} major @param {number} minor */
function needNode(major, minor) {
	const [has = 0, hasMinor = 0] = process.versions.node.split('.').map(Number);
	if (has > major || (has === major && hasMinor >= minor)) return;
	console.error(`Offpeak needs Node ${major}.${minor} or later; this is ${process.versions.node}.`);
	process.exit(1);
}
