import { eq } from 'drizzle-orm';
import type { Database } from './database.server.ts';
import { publishedWeek } from './estimateSchema.server.ts';

/** What is published of a queue. */
export interface Published {
	/** Date of the queue's zone for which it was made. */
	day: string;
	/** The settings that it was made under. */
	settings: string;
	/** Waits, ms, by the name of the pool of hours. */
	pools: Map<string, { medianMs: number; mostMs: number; nearlyAllMs: number }>;
	mostHeld: number | null;
}

export async function findPublished(
	{ db }: Pick<Database, 'db'>,
	queueId: number
): Promise<Published | null> {
	const [row] = await db.select().from(publishedWeek).where(eq(publishedWeek.queueId, queueId));
	if (!row) return null;
	const { day, settings, mostHeld } = row;
	const pools = row.pools.map(([name, medianMs, mostMs, nearlyAllMs]) => {
		return [name, { medianMs, mostMs, nearlyAllMs }] as const;
	});
	return { day, settings, pools: new Map(pools), mostHeld };
}

/** Puts it in the place of what was published before. */
export async function savePublished(
	{ db }: Pick<Database, 'db'>,
	queueId: number,
	{ day, settings, pools, mostHeld }: Published
): Promise<void> {
	const made = {
		madeAt: new Date(),
		day,
		settings,
		pools: [...pools].map(([name, { medianMs, mostMs, nearlyAllMs }]): [string, number, number, number] => [
			name,
			medianMs,
			mostMs,
			nearlyAllMs
		]),
		mostHeld
	};
	await db
		.insert(publishedWeek)
		.values({ queueId, ...made })
		.onConflictDoUpdate({ target: publishedWeek.queueId, set: made });
}

/** Publishes another share of callers for whom "most under" held. */
export async function saveMostHeld(
	{ db }: Pick<Database, 'db'>,
	queueId: number,
	mostHeld: number | null
): Promise<void> {
	await db.update(publishedWeek).set({ mostHeld }).where(eq(publishedWeek.queueId, queueId));
}
