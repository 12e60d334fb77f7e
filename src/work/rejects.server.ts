import type { Database } from '#records/database.server.ts';
import { boundRejects } from '#records/keepRejects.server.ts';
import { rejectBounds } from '#records/rejectBounds.ts';

const hourMs = 3_600_000;

/** Drops refused records that are more than are kept, now and every hour. Gives what ends it. */
export function keepRejectBounds(database: Database): () => void {
	const run = () =>
		boundRejects(database, rejectBounds).catch((error) => console.error('Too many refused records:', error));
	void run();
	const timer = setInterval(run, hourMs);
	return () => clearInterval(timer);
}
