import { bigint, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.server.ts';

/** What has come in of each source since it was first heard of. */
export const intake = pgTable('intake', {
	/** When something of it came last. */
	receivedAt: instant('received_at').notNull(),
	/** The latest instant that any of its records tells of; null: none could be read. */
	newestAt: instant('newest_at'),
	/** How far behind it the last records came that told of something new. */
	delayMs: bigint('delay_ms', { mode: 'number' }),
	/** Calls that were new. */
	calls: bigint('calls', { mode: 'number' }).notNull(),
	/** Records or lines: those that were read, and those that were refused. */
	read: bigint('read', { mode: 'number' }).notNull(),
	refused: bigint('refused', { mode: 'number' }).notNull(),
	source: text('source').primaryKey()
});
