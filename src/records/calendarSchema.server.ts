import {
	boolean,
	date,
	index,
	integer,
	json,
	pgTable,
	primaryKey,
	smallint,
	text
} from 'drizzle-orm/pg-core';
import { instant } from './columns.server.ts';

/**
 * Special days. What the packages know (`own` false) is renewed by them; what managers said (`own` true) stands beside
 * it and goes before it. No column of the key is null, so that one row can replace another: 0 and '' are "no one".
 */
export const specialDay = pgTable(
	'special_day',
	{
		date: date('date', { mode: 'string' }).notNull(),
		/** The one queue that it holds for; 0: not for one alone. */
		queueId: integer('queue_id').notNull().default(0),
		/** ISO 3166-1 and the part of ISO 3166-2 after it; '': any. */
		country: text('country').notNull().default(''),
		subdivision: text('subdivision').notNull().default(''),
		kind: text('kind').notNull(),
		own: boolean('own').notNull(),
		standsFor: smallint('stands_for'),
		verified: boolean('verified').notNull(),
		schedule: boolean('schedule').notNull(),
		nameEn: text('name_en'),
		nameZh: text('name_zh'),
		source: text('source').notNull()
	},
	(table) => [
		primaryKey({
			name: 'special_day_pkey',
			columns: [table.queueId, table.country, table.subdivision, table.date, table.own, table.kind]
		}),
		index('special_day_country').on(table.country, table.date)
	]
);

/** The countries whose days the packages have filled in, and with which state of theirs. */
export const calendarSeed = pgTable('calendar_seed', {
	country: text('country').primaryKey(),
	version: text('version').notNull(),
	seededAt: instant('seeded_at').notNull().defaultNow()
});

/** What managers changed, so that it can be taken back: the rows that went and the rows that came. */
export const specialDayChange = pgTable(
	'special_day_change',
	{
		changedAt: instant('changed_at').notNull(),
		id: text('id').primaryKey(),
		/** The queue on whose page it was made; 0: none. */
		queueId: integer('queue_id').notNull(),
		by: text('by').notNull(),
		removed: json('removed').$type<SpecialDayRow[]>().notNull(),
		added: json('added').$type<SpecialDayRow[]>().notNull(),
		undone: boolean('undone').notNull().default(false)
	},
	(table) => [index('special_day_change_at').on(table.changedAt)]
);

export type SpecialDayRow = typeof specialDay.$inferSelect;
