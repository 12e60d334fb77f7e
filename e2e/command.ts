import { execFile } from 'node:child_process';
import { settingNames } from '#access/settings.ts';
import type { Product } from './product.ts';

/** Runs a command of Offpeak beside the running product, on the same data: how it ended and what it said. */
export function runBeside(
	product: Product,
	...given: (string | { input: string })[]
): Promise<{ code: number; output: string }> {
	const input = given.map((one) => (typeof one === 'string' ? '' : one.input)).join('');
	const args = given.flatMap((one) => (typeof one === 'string' ? [one] : []));
	// Set but empty, so that a developer's own settings do not count.
	const unset = Object.fromEntries(settingNames.map((name) => [name, '']));
	const env = { ...process.env, ...unset, ...product.databaseEnv, DATA_DIR: product.dataDir };
	return new Promise((resolve) => {
		const child = execFile(process.execPath, ['bin/offpeak.js', ...args], { env }, (error, stdout, stderr) =>
			resolve({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr })
		);
		child.stdin?.end(input);
	});
}

/** A key that the running product takes, made with the command line; without queues, for all of them. */
export async function makeKey(
	product: Product,
	scopes: string[],
	queues: string[] = []
): Promise<{ key: string; id: string }> {
	const limits = [
		...scopes.flatMap((scope) => ['--scope', scope]),
		...queues.flatMap((queue) => ['--queue', queue])
	];
	const { output } = await runBeside(product, 'key', 'create', '--name', 'a test', ...limits);
	const [, key, id] = /^(offpeak_\S+)\n.*Number (\d+)/m.exec(output) ?? [];
	if (!key || !id) throw new Error(`no key was made: ${output}`);
	return { key, id };
}
