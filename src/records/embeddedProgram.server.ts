import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Account } from './reachable.server.ts';

/** Where PostgreSQL's programs are, and who runs them (null: this process's own account). */
export interface Programs {
	native: string;
	account: Account | null;
}

export interface Ran {
	code: number | null;
	output: string;
}

interface RunOptions {
	/** The folder to run in: the account must be able to enter it. */
	cwd: string;
	input?: string;
	/** The program leaves another one running that would keep its pipes open: give it none. */
	leavesServer?: boolean;
}

/** Runs one of PostgreSQL's programs to its end. Throws only when it could not be run at all. */
export function run(
	programs: Programs,
	name: 'initdb' | 'pg_ctl' | 'postgres',
	args: string[],
	options: RunOptions
) {
	const file = join(programs.native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
	return new Promise<Ran>((resolve, reject) => {
		const child = spawn(file, args, {
			cwd: options.cwd,
			env: environment(options.cwd),
			stdio: options.leavesServer ? 'ignore' : 'pipe',
			windowsHide: true,
			...(programs.account && { uid: programs.account.uid, gid: programs.account.gid })
		});
		let output = '';
		const collect = (text: string) => (output += text);
		child.stdout?.setEncoding('utf8').on('data', collect);
		child.stderr?.setEncoding('utf8').on('data', collect);
		// A program that fails early closes its input; its exit code tells the story.
		child.stdin?.on('error', () => {}).end(options.input ?? '');
		child.on('error', (error) =>
			reject(new Error(cannotRun(file, programs, error.message), { cause: error }))
		);
		child.on('close', (code) => resolve({ code, output: output.trim() }));
	});
}

function cannotRun(file: string, { account }: Programs, why: string): string {
	const who = account ? ` as ${account.name}` : '';
	const hint = why.includes('ENOENT')
		? ' The binaries need a system with glibc (not Alpine), macOS or Windows; elsewhere set DATABASE_URL.'
		: '';
	return `The embedded database's program ${file} cannot be run${who} (${why}).${hint}`;
}

/** Little is passed on: PG* variables would redirect the programs, locales change their words, secrets are not theirs. */
function environment(home: string): NodeJS.ProcessEnv {
	const passed = ['PATH', 'SystemRoot', 'SystemDrive', 'windir', 'ComSpec', 'TEMP', 'TMP'];
	const own = { HOME: home, LC_ALL: 'C', LANG: 'C', TZ: 'UTC' };
	return Object.assign(Object.fromEntries(passed.map((name) => [name, process.env[name]])), own);
}
