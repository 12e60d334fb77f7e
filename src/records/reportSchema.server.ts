import { index, integer, pgTable, smallint, text, unique } from 'drizzle-orm/pg-core';
import { person } from './accessSchema.server.ts';
import { instant } from './columns.server.ts';

/** Who gets the report of the week by e-mail, of which queue and when. */
export const reportSubscription = pgTable(
	'report_subscription',
	{
		/** The hour of the week that comes next. */
		dueAt: instant('due_at').notNull(),
		/** When it is tried: later than due after a mail server has not taken it. */
		nextAt: instant('next_at').notNull(),
		sentAt: instant('sent_at'),
		/** Nothing is sent any more; it can go on again. */
		stoppedAt: instant('stopped_at'),
		personId: integer('person_id')
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		/** 0: all queues that the person may see. */
		queueId: integer('queue_id').notNull(),
		weekday: smallint('weekday').notNull(),
		hour: smallint('hour').notNull(),
		/** Not to be guessed: whoever has it, from a mail, can stop these mails and let them go on. */
		id: text('id').primaryKey(),
		lang: text('lang').$type<'zh' | 'en'>().notNull(),
		/** The public address as it was when the person asked, where no setting says it. */
		origin: text('origin').notNull()
	},
	(table) => [
		unique('report_subscription_of').on(table.personId, table.queueId),
		index('report_subscription_next').on(table.nextAt)
	]
);
