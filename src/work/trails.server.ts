import type { Database } from '#records/database.server.ts';
import { dropTrails } from '#records/trails.server.ts';

const hourMs = 3_600_000;

/** Drops what logs have said of calls of which nothing more is expected, now and every hour. Gives what ends it. */
export function keepTrails(database: Database, now: () => number): () => void {
	const run = () => dropTrails(database, now()).catch((error) => console.error('Trails of calls:', error));
	void run();
	const timer = setInterval(run, hourMs);
	return () => clearInterval(timer);
}
