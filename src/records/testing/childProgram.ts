import { spawn, type ChildProcess } from 'node:child_process';
import { build } from 'vite';

/** Builds a module of ours, so that another process can run it without the test's own tools. */
export async function buildModule(file: string): Promise<string> {
	const built = await build({
		configFile: false,
		logLevel: 'silent',
		build: { ssr: file, write: false, rolldownOptions: { output: { codeSplitting: false } } }
	});
	const [bundle] = [built].flat();
	if (!bundle || !('output' in bundle)) throw new Error(`nothing built from ${file}`);
	return bundle.output[0].code;
}

export interface Child {
	process: ChildProcess;
	/** The first line it prints. */
	line: Promise<string>;
	ended: Promise<void>;
}

/** Runs the module with more code after it in a process of its own. */
export function runChild(code: string): Child {
	const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	let text = '';
	const line = new Promise<string>((resolve) => {
		child.stdout.setEncoding('utf8').on('data', (more: string) => {
			text += more;
			if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')));
		});
		child.once('exit', () => resolve(text));
	});
	return { process: child, line, ended: new Promise((resolve) => child.once('exit', () => resolve())) };
}
