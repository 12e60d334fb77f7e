import { pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.server.ts';

/** How tables of the same columns were read when one was last imported. */
export const importLayout = pgTable('import_layout', {
	/** A hash of the columns' names. */
	columns: text('columns').primaryKey(),
	/** The query that it was read with. */
	query: text('query').notNull(),
	usedAt: instant('used_at').notNull()
});
