// `npm run audit`: known weaknesses in what runs in production, as the registry knows them. Where it does not answer
// (offline, or a mirror without that service) that is said, and is no failure.
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { root } from './root.js';

/**
 * What `npm audit --json` said, in words, and whether it is a failure.
 * @param {string} output
 * @returns {{ failed: boolean, text: string }}
 */
export function verdict(output) {
	const said = parse(output);
	const counts = said?.metadata?.vulnerabilities;
	if (!counts) {
		const why = said?.message ?? said?.error?.summary ?? 'it said nothing';
		return {
			failed: false,
			text: `The registry did not tell of known weaknesses (${why}): production dependencies were NOT audited.`
		};
	}
	if (counts.total === 0) return { failed: false, text: 'No known weaknesses in production dependencies.' };
	const names = Object.entries(said.vulnerabilities ?? {}).map(
		([name, { severity }]) => `${name} (${severity})`
	);
	return { failed: true, text: `Known weaknesses in production dependencies: ${names.join(', ')}.` };
}

/** @param {string} output */
function parse(output) {
	try {
		return JSON.parse(output);
	} catch {
		return null;
	}
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
		cwd: root,
		encoding: 'utf8',
		shell: process.platform === 'win32',
		timeout: 120_000
	});
	const { failed, text } = verdict(stdout ?? '');
	console.log(text);
	process.exitCode = failed ? 1 : 0;
}
