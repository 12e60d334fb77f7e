import type { Intake } from '#ingest/intake.ts';
import type { Database } from '#records/database.server.ts';
import { addIntake } from '#records/intake.server.ts';
import { addIntakeParts, addSourceQueues, dropIntakeParts } from '#records/intakeParts.server.ts';
import { onNotice } from '#records/notices.server.ts';

const everyMs = 5_000;
const hourMs = 3_600_000;
/** So long it is known in which stretches of five minutes something came. */
const partsKeptMs = 35 * 24 * hourMs;

/**
 * Writes down what has come in of each source, and for which queues, every few seconds and at the end. Gives what
 * ends it.
 */
export function keepIntake(database: Database, intake: Intake, now: () => number): () => Promise<void> {
	let pairs = new Map<string, { sourceId: number; queueId: number }>();
	let droppedAt = -Infinity;
	const endNotices = onNotice(database, (notice) => {
		if (notice.kind !== 'calls') return;
		let last = '';
		for (const { sourceId, queueId } of notice.calls) {
			const key = `${sourceId} ${queueId}`;
			if (key === last) continue;
			last = key;
			pairs.set(key, { sourceId, queueId });
		}
	});
	const save = async () => {
		const seen = pairs;
		pairs = new Map();
		await saveIntake(database, intake);
		await addSourceQueues(database, [...seen.values()], now());
		if (now() - droppedAt < hourMs) return;
		droppedAt = now();
		await dropIntakeParts(database, droppedAt - partsKeptMs);
	};
	const run = () => save().catch((error) => console.error('Counting what comes in:', error));
	const timer = setInterval(run, everyMs);
	return async () => {
		clearInterval(timer);
		endNotices();
		await run();
	};
}

/** Writes it down now. A power cut costs these counts some seconds; no figure of a queue goes by them. */
export async function saveIntake(database: Pick<Database, 'sql'>, intake: Intake): Promise<void> {
	const arrivals = intake.take();
	const rows = [...arrivals].map(([source, sum]) => ({ source, ...sum }));
	try {
		await addIntake(database, rows);
	} catch (error) {
		intake.putBack(arrivals);
		throw error;
	}
	await addIntakeParts(database, rows);
}
