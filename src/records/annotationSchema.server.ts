import { boolean, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.server.ts';

/** What managers say of stretches of time; one that was deleted is kept for a while, so that it can come back. */
export const annotation = pgTable(
	'annotation',
	{
		fromAt: instant('from_at').notNull(),
		toAt: instant('to_at').notNull(),
		changedAt: instant('changed_at').notNull(),
		deletedAt: instant('deleted_at'),
		/** 0: all queues. */
		queueId: integer('queue_id').notNull(),
		leaveOut: boolean('leave_out').notNull(),
		id: text('id').primaryKey(),
		text: text('text').notNull(),
		by: text('by').notNull()
	},
	(table) => [index('annotation_time').on(table.fromAt)]
);
