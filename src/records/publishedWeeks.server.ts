import { eq, sql } from 'drizzle-orm';
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

/**
 * Puts it in the place of what was published before; false, with nothing changed, where another process has published
 * for the same day and settings meanwhile: two states of one day would tell what a single call did.
 * @param anew even then, since the past is another one
 */
export async function savePublished(
	{ db }: Pick<Database, 'db'>,
	queueId: number,
	{ day, settings, pools, mostHeld }: Published,
	{ anew }: { anew: boolean }
): Promise<boolean> {
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
	const stored = await db
		.insert(publishedWeek)
		.values({ queueId, ...made })
		.onConflictDoUpdate({
			target: publishedWeek.queueId,
			set: made,
			setWhere: sql`${anew} or ${publishedWeek.day} <> ${day} or ${publishedWeek.settings} <> ${settings}`
		})
		.returning({ queueId: publishedWeek.queueId });
	return stored.length > 0;
}

/** Publishes another share of callers for whom "most under" held. */
export async function saveMostHeld(
	{ db }: Pick<Database, 'db'>,
	queueId: number,
	mostHeld: number | null
): Promise<void> {
	await db.update(publishedWeek).set({ mostHeld }).where(eq(publishedWeek.queueId, queueId));
}
