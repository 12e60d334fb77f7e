import { boolean, integer, json, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.server.ts';

/** What is expected of a queue's days to come, as it was made last: a row a day, today to four weeks ahead. */
export const forecast = pgTable(
	'forecast',
	{
		madeAt: instant('made_at').notNull(),
		queueId: integer('queue_id').notNull(),
		/** Days since 1970 of the date in the queue's zone. */
		day: integer('day').notNull(),
		/** records/forecastJson.ts */
		expected: json('expected').notNull()
	},
	(table) => [primaryKey({ name: 'forecast_pkey', columns: [table.queueId, table.day] })]
);

/**
 * What was said of a day some days before, as it was said then, beside what the naive methods would have said: a row
 * for each of a few distances, for as long as accuracy looks back.
 */
export const keptForecast = pgTable(
	'kept_forecast',
	{
		queueId: integer('queue_id').notNull(),
		day: integer('day').notNull(),
		/** Days: 1 was made on the evening before. */
		ahead: smallint('ahead').notNull(),
		/** Not made on that day, but later from what was known then. */
		replayed: boolean('replayed').notNull(),
		method: text('method').notNull(),
		/** By hour of the clock, 0 to 23, of each method. */
		expected: json('expected').notNull()
	},
	(table) => [primaryKey({ name: 'kept_forecast_pkey', columns: [table.queueId, table.day, table.ahead] })]
);

/** What forecasting a queue goes on from. */
export const forecastState = pgTable('forecast_state', {
	madeAt: instant('made_at').notNull(),
	queueId: integer('queue_id').primaryKey(),
	/** The last day of which a forecast from its first minute was made and kept. */
	madeOn: integer('made_on').notNull(),
	/** What fits before have taught. */
	learned: json('learned').notNull()
});
