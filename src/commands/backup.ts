import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { StartError } from '#model/startError.ts';
import { writeBackup } from '#records/backup/writeBackup.server.ts';
import { pathFrom } from './pathFrom.ts';
import { noteCommand } from './noteCommand.ts';
import type { Command } from './runCommand.ts';
import { withDatabase } from './withDatabase.ts';

/** Writes the whole database into one file, beside a running product. */
export const backup: Command = {
	usage: 'FILE',
	summary: 'writes the whole database, as it is at one moment, into a new file; calls may come in meanwhile',
	async run(args) {
		const { positionals } = parseArgs({ args, allowPositionals: true });
		const [file] = positionals;
		if (file === undefined || positionals.length > 1) {
			console.error('Name one file to write: npm run offpeak -- backup FILE');
			return 2;
		}
		return withDatabase(async (database, { clockOffsetMs }) => {
			const path = pathFrom(file);
			const { rows, figures } = await writeBackup(database, path, {
				now: Date.now(),
				progress: (table, count) => console.log(`${table}: ${count} rows`)
			}).catch((error) => {
				throw error instanceof Error && 'code' in error && error.code === 'EEXIST'
					? new StartError(`${file} is there already: name another file.`)
					: error;
			});
			// It holds all that there is to know: who reads the log should see that it left.
			const note = { action: 'backup made', subject: basename(file) };
			await noteCommand(database, note, Date.now() + clockOffsetMs);
			const all = Object.values(rows).reduce((sum, count) => sum + count, 0);
			console.log(
				`${file} holds ${all} rows of ${figures.length} queues. Keep it as safe as the database itself.`
			);
			return 0;
		});
	}
};
