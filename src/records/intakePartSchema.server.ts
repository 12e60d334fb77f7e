import { bigint, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.server.ts';

/** What has come in of each source in stretches of five minutes, by when it came. */
export const intakePart = pgTable(
	'intake_part',
	{
		startAt: instant('start_at').notNull(),
		/** The least and the most by which records came after what they tell of; below 0: from the future. */
		leastDelayMs: bigint('least_delay_ms', { mode: 'number' }),
		mostAheadMs: bigint('most_ahead_ms', { mode: 'number' }),
		read: integer('read').notNull(),
		refused: integer('refused').notNull(),
		source: text('source').notNull()
	},
	(table) => [primaryKey({ name: 'intake_part_pkey', columns: [table.source, table.startAt] })]
);

/** Which queues a source has told of, and when last. */
export const sourceQueue = pgTable(
	'source_queue',
	{
		seenAt: instant('seen_at').notNull(),
		queueId: integer('queue_id').notNull(),
		source: text('source').notNull()
	},
	(table) => [primaryKey({ name: 'source_queue_pkey', columns: [table.queueId, table.source] })]
);
