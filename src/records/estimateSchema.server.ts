import { boolean, integer, json, pgTable, primaryKey, real, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.server.ts';

/**
 * What is published of a queue's typical hours, a row a queue: made once a day from the one before, so that nothing
 * in it shows a single call (analysis/steadyPools.ts). No counts.
 */
export const publishedWeek = pgTable('published_week', {
	madeAt: instant('made_at').notNull(),
	queueId: integer('queue_id').primaryKey(),
	/** Date of the queue's zone for which it was made. */
	day: text('day').notNull(),
	/** The settings that it was made under. */
	settings: text('settings').notNull(),
	/** By the name of the pool: median, 80th and 90th percentile, ms. */
	pools: json('pools')
		.$type<[name: string, medianMs: number, mostMs: number, nearlyAllMs: number][]>()
		.notNull(),
	/** The published share of callers for whom "most under" held; null: none. */
	mostHeld: real('most_held')
});

/** What callers were told of the wait now, from an instant on: a row for each change. */
export const toldWait = pgTable(
	'told_wait',
	{
		fromAt: instant('from_at').notNull(),
		queueId: integer('queue_id').notNull(),
		/** Minutes; null: more than an hour, or nothing was told. */
		halfUnder: integer('half_under'),
		mostUnder: integer('most_under'),
		/** `live`, `typical`; null: nothing was told. */
		basis: text('basis').$type<'live' | 'typical'>()
	},
	(table) => [primaryKey({ name: 'told_wait_pkey', columns: [table.queueId, table.fromAt] })]
);

/** How what callers were told held, a row a queue and day of its zone. */
export const heldDay = pgTable(
	'held_day',
	{
		queueId: integer('queue_id').notNull(),
		callers: integer('callers').notNull(),
		halfHeld: integer('half_held').notNull(),
		mostHeld: integer('most_held').notNull(),
		liveCallers: integer('live_callers').notNull(),
		/** Nobody was told anything on that day: it is what would have been said, from what was known then. */
		replayed: boolean('replayed').notNull(),
		day: text('day').notNull()
	},
	(table) => [primaryKey({ name: 'held_day_pkey', columns: [table.queueId, table.day] })]
);
