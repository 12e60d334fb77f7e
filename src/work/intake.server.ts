import type { Intake } from '#ingest/intake.ts';
import type { Database } from '#records/database.server.ts';
import { addIntake } from '#records/intake.server.ts';

const everyMs = 5_000;

/** Writes down what has come in of each source, every few seconds and at the end. Gives what ends it. */
export function keepIntake(database: Database, intake: Intake): () => Promise<void> {
	const run = () =>
		saveIntake(database, intake).catch((error) => console.error('Counting what comes in:', error));
	const timer = setInterval(run, everyMs);
	return async () => {
		clearInterval(timer);
		await run();
	};
}

/** Writes it down now. A power cut costs these counts some seconds; no figure of a queue goes by them. */
export async function saveIntake(database: Pick<Database, 'sql'>, intake: Intake): Promise<void> {
	const arrivals = intake.take();
	try {
		await addIntake(
			database,
			[...arrivals].map(([source, sum]) => ({ source, ...sum }))
		);
	} catch (error) {
		intake.putBack(arrivals);
		throw error;
	}
}
