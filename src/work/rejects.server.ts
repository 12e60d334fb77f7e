import type { Settings } from '#model/settings.ts';
import type { Database } from '#records/database.server.ts';
import { boundRejects } from '#records/keepRejects.server.ts';
import { rejectBounds } from '#records/rejectBounds.ts';
import { dropOldRejects } from '#records/rejects.server.ts';

const hourMs = 3_600_000;

/** Drops refused records that are old, or more than are kept, now and every hour. Gives what ends it. */
export function keepRejectRetention(
	database: Database,
	{ rejectsDays }: Pick<Settings, 'rejectsDays'>,
	now: () => number
): () => void {
	const run = async () => {
		try {
			await dropOldRejects(database, rejectsDays, now());
			await boundRejects(database, rejectBounds);
		} catch (error) {
			console.error('Retention of refused records:', error);
		}
	};
	void run();
	const timer = setInterval(run, hourMs);
	return () => clearInterval(timer);
}
