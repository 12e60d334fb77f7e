import { date, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { instant } from './columns.server.ts';

/** The staff that managers have planned, as they brought it: people from an instant to another. */
export const plannedShift = pgTable(
	'planned_shift',
	{
		startAt: instant('start_at').notNull(),
		endAt: instant('end_at').notNull(),
		queueId: integer('queue_id').notNull(),
		agents: integer('agents').notNull(),
		/** The day that the shift starts on, by the queue's zone: bringing a day again replaces it. */
		date: date('date').notNull()
	},
	(table) => [
		primaryKey({ name: 'planned_shift_pkey', columns: [table.queueId, table.startAt, table.endAt] })
	]
);
