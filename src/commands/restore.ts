import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { parseSettings } from '#access/settings.ts';
import { StartError } from '#model/startError.ts';
import { BadBackup } from '#records/backup/readBackup.server.ts';
import { restoreBackup } from '#records/backup/restoreBackup.server.ts';
import { openDatabase, type Database } from '#records/database.server.ts';
import { pathFrom } from './pathFrom.ts';
import { noteCommand } from './noteCommand.ts';
import type { Command } from './runCommand.ts';

/** Puts what a backup holds in the place of what is in the database. No product may run on it. */
export const restore: Command = {
	usage: 'FILE [--replace]',
	summary: 'puts what a backup holds into the database; --replace where calls are in it, which go',
	async run(args) {
		const { positionals, values } = parseArgs({
			args,
			allowPositionals: true,
			options: { replace: { type: 'boolean', default: false } }
		});
		const [file] = positionals;
		if (file === undefined || positionals.length > 1) {
			console.error('Name one file to restore: npm run offpeak -- restore FILE');
			return 2;
		}
		const settings = parseSettings(process.env, Date.now());
		if ('error' in settings) throw new StartError(settings.error);
		// As the product: nobody else may be at work on it.
		const database = await openDatabase(settings, { product: true, say: console.error });
		try {
			await refuseOthers(database);
			if (!values.replace) await refuseCalls(database);
			const { rows, figures } = await restoreBackup(database, pathFrom(file)).catch((error) => {
				throw sentence(error, file);
			});
			const calls = rows['public.call'] ?? 0;
			const changes = [{ field: 'calls', from: null, to: String(calls) }];
			const note = { action: 'backup restored', subject: basename(file), changes };
			await noteCommand(database, note, Date.now() + settings.clockOffsetMs);
			console.log(
				`${calls} calls of ${figures.length} queues are restored, and every figure adds up to what it was.`
			);
			return 0;
		} finally {
			await database.close();
		}
	}
};

/** Products on a server of their own hold no folder; what they keep in memory would be of another database. */
async function refuseOthers({ sql }: Database): Promise<void> {
	const [row] = await sql<{ count: number }[]>`
		select count(*)::int from pg_stat_activity
		where datname = current_database() and application_name like 'offpeak %'
			and application_name <> current_setting('application_name')`;
	if (row && row.count > 0)
		throw new StartError('Offpeak is running on this database: stop it first, then restore.');
}

async function refuseCalls({ sql }: Database): Promise<void> {
	const [row] = await sql`select 1 from call limit 1`;
	if (row)
		throw new StartError('There are calls in this database, which would go: add --replace if they may.');
}

function sentence(error: unknown, file: string): unknown {
	if (error instanceof BadBackup) return new StartError(`${file} ${error.message}. Nothing was changed.`);
	if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
		return new StartError(`There is no file ${file}. Nothing was changed.`);
	return error;
}
