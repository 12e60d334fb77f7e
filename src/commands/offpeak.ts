import { backtest } from './backtest.ts';
import { backup } from './backup.ts';
import { restore } from './restore.ts';
import { backtestWaits } from './backtestWaits.ts';
import { distribute } from './distribute.ts';
import { erase } from './erase.ts';
import { holidays } from './holidays.ts';
import { importCalls } from './import.ts';
import { key } from './key.ts';
import { fail } from './prepare.ts';
import { runCommand } from './runCommand.ts';
import { tail } from './tail.ts';
import { verify } from './verify.ts';

try {
	process.exitCode = await runCommand(process.argv.slice(2), {
		import: importCalls,
		tail,
		verify,
		backup,
		restore,
		distribute,
		erase,
		holidays,
		key,
		backtest,
		'backtest-waits': backtestWaits
	});
} catch (error) {
	await fail(error);
}
