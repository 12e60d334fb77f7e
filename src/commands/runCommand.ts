/** A command takes what stands behind its name and returns the exit code. */
export interface Command {
	/** What stands behind the name, and what it does, for the help. */
	usage: string;
	summary: string;
	run: (args: string[]) => Promise<number>;
}

/** Runs the command that is named first; without a name, or with `help`, lists them. Unknown names: exit code 2. */
export async function runCommand(args: string[], commands: Record<string, Command>): Promise<number> {
	const [name = 'help', ...rest] = args;
	if (name === 'help' || name === '--help' || name === '-h') {
		console.log(help(commands));
		return 0;
	}
	const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (command) return command.run(rest).catch((error) => explain(error, name, command));
	console.error(`Offpeak has no command ${JSON.stringify(name)}: "npm run offpeak -- help" lists them.`);
	return 2;
}

/** Options that a command does not have are the caller's mistake: a sentence and how it is used, exit code 2. */
function explain(error: unknown, name: string, { usage }: Command): number {
	if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')))
		throw error;
	console.error(`${error.message.split('. ')[0]}.\nUsage: npm run offpeak -- ${`${name} ${usage}`.trim()}`);
	return 2;
}

function help(commands: Record<string, Command>): string {
	const lines = Object.entries(commands).map(([name, { usage, summary }]) => {
		return `  ${`${name} ${usage}`.trim()}\n      ${summary}`;
	});
	return ['Usage: npm run offpeak -- COMMAND', '', ...lines].join('\n');
}
