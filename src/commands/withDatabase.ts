import { parseSettings } from '#access/settings.ts';
import type { Settings } from '#model/settings.ts';
import { StartError } from '#model/startError.ts';
import { openDatabase, type Database } from '#records/database.server.ts';

/** Runs a command's work on the database of the settings, beside a running product or alone. */
export async function withDatabase<T>(
	work: (database: Database, settings: Settings) => Promise<T>
): Promise<T> {
	const settings = parseSettings(process.env, Date.now());
	if ('error' in settings) throw new StartError(settings.error);
	const database = await openDatabase(settings, { say: console.error });
	try {
		return await work(database, settings);
	} finally {
		await database.close();
	}
}
