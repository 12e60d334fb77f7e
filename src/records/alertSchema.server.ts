import { sql } from 'drizzle-orm';
import { doublePrecision, index, integer, json, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { AlertEnd, AlertPhase, AlertReading, AlertSettings, AlertTarget } from '#model/alert.ts';
import { instant } from './columns.server.ts';

/** Where alerts of a queue are sent; one that was removed stays for the record of what was told to it. */
export const alertTarget = pgTable(
	'alert_target',
	{
		changedAt: instant('changed_at').notNull(),
		deletedAt: instant('deleted_at'),
		queueId: integer('queue_id').notNull(),
		id: text('id').notNull(),
		kind: text('kind').$type<AlertTarget['kind']>().notNull(),
		address: text('address').notNull(),
		lang: text('lang').$type<AlertTarget['lang']>().notNull(),
		secret: text('secret'),
		by: text('by').notNull()
	},
	(table) => [primaryKey({ name: 'alert_target_pkey', columns: [table.queueId, table.id] })]
);

/** Rules, with how far each is on its way; one that was deleted is kept for a while, so that it can come back. */
export const alertRule = pgTable(
	'alert_rule',
	{
		changedAt: instant('changed_at').notNull(),
		deletedAt: instant('deleted_at'),
		silencedUntil: instant('silenced_until'),
		sinceAt: instant('since_at').notNull(),
		seenAt: instant('seen_at').notNull(),
		queueId: integer('queue_id').notNull(),
		id: text('id').notNull(),
		phase: text('phase').$type<AlertPhase>().notNull(),
		settings: json('settings').$type<AlertSettings>().notNull(),
		by: text('by').notNull(),
		silencedBy: text('silenced_by')
	},
	(table) => [primaryKey({ name: 'alert_rule_pkey', columns: [table.queueId, table.id] })]
);

/** Each time that a rule fired. */
export const alertFiring = pgTable(
	'alert_firing',
	{
		beganAt: instant('began_at').notNull(),
		firedAt: instant('fired_at').notNull(),
		resolvedAt: instant('resolved_at'),
		toldAt: instant('told_at'),
		silencedUntil: instant('silenced_until'),
		/** How bad the worst reading was (analysis/alerts/judgeAlert.ts). */
		badness: doublePrecision('badness').notNull(),
		queueId: integer('queue_id').notNull(),
		id: text('id').notNull(),
		ruleId: text('rule_id').notNull(),
		end: text('end').$type<AlertEnd>(),
		settings: json('settings').$type<AlertSettings>().notNull(),
		last: json('last').$type<AlertReading>().notNull(),
		worst: json('worst').$type<AlertReading>().notNull(),
		silencedBy: text('silenced_by')
	},
	(table) => [
		primaryKey({ name: 'alert_firing_pkey', columns: [table.queueId, table.id] }),
		index('alert_firing_fired').on(table.firedAt),
		index('alert_firing_open')
			.on(table.queueId)
			.where(sql`resolved_at is null`)
	]
);

/** What was sent, or is to be, to whom. */
export const alertDelivery = pgTable(
	'alert_delivery',
	{
		createdAt: instant('created_at').notNull(),
		/** Not before; later after each failure. */
		dueAt: instant('due_at').notNull(),
		sentAt: instant('sent_at'),
		gaveUpAt: instant('gave_up_at'),
		queueId: integer('queue_id').notNull(),
		tries: integer('tries').notNull(),
		/** The same at each try, so that a receiver knows it again. */
		id: text('id').notNull(),
		/** Null: a test. */
		firingId: text('firing_id'),
		targetId: text('target_id').notNull(),
		event: text('event').$type<'firing' | 'resolved' | 'test'>().notNull(),
		kind: text('kind').$type<AlertTarget['kind']>().notNull(),
		address: text('address').notNull(),
		/** A webhook's body, or a mail as JSON. */
		body: text('body').notNull(),
		error: text('error')
	},
	(table) => [
		primaryKey({ name: 'alert_delivery_pkey', columns: [table.queueId, table.id] }),
		index('alert_delivery_firing').on(table.queueId, table.firingId),
		index('alert_delivery_due')
			.on(table.dueAt)
			.where(sql`sent_at is null and gave_up_at is null`)
	]
);
