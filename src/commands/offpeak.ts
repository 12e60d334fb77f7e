import { fail } from './prepare.ts';
import { runCommand } from './runCommand.ts';

try {
	process.exitCode = await runCommand(process.argv.slice(2), {});
} catch (error) {
	await fail(error);
}
