import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	index,
	integer,
	json,
	pgEnum,
	pgTable,
	primaryKey,
	smallint,
	text
} from 'drizzle-orm/pg-core';
import { outcomes } from '#model/call.ts';
import type { Queue } from '#model/queue.ts';
import { bytea, instant } from './columns.server.ts';

export const queue = pgTable('queue', {
	id: integer('id').generatedAlwaysAsIdentity().primaryKey(),
	slug: text('slug').notNull().unique(),
	/** Also in the settings; here because the write path reads it under the queue's lock. */
	zone: text('zone').notNull(),
	settings: json('settings').$type<Omit<Queue, 'slug' | 'zone'>>().notNull(),
	createdAt: instant('created_at').notNull().defaultNow(),
	changedAt: instant('changed_at').notNull().defaultNow()
});

/** The systems that calls come from. */
export const source = pgTable('source', {
	id: integer('id').generatedAlwaysAsIdentity().primaryKey(),
	name: text('name').notNull().unique()
});

/** Why people call, as the sources name it. Id 0 is never used: in the rollups it stands for all topics together. */
export const topic = pgTable('topic', {
	id: integer('id').generatedAlwaysAsIdentity().primaryKey(),
	name: text('name').notNull().unique()
});

/** `deleted` keeps a call's place, so that a late copy of it does not bring it back. */
export const outcomeType = pgEnum('outcome', [...outcomes, 'deleted']);

/** Wide columns first: no padding between them. */
export const call = pgTable(
	'call',
	{
		enqueuedAt: instant('enqueued_at').notNull(),
		answeredAt: instant('answered_at'),
		endedAt: instant('ended_at'),
		revision: bigint('revision', { mode: 'number' }).notNull().default(0),
		/** Keyed hash of the caller's number; the number itself is never stored. */
		caller: bigint('caller', { mode: 'bigint' }),
		queueId: integer('queue_id').notNull(),
		sourceId: integer('source_id').notNull(),
		topicId: integer('topic_id'),
		priority: integer('priority'),
		talkSeconds: integer('talk_seconds'),
		holdSeconds: integer('hold_seconds'),
		wrapSeconds: integer('wrap_seconds'),
		outcome: outcomeType('outcome').notNull(),
		/** The caller's number was seen in this queue in the 24 hours before. */
		repeat: boolean('repeat').notNull().default(false),
		id: text('id').notNull(),
		agent: text('agent'),
		channel: text('channel').notNull().default('voice')
	},
	(table) => [
		primaryKey({ name: 'call_pkey', columns: [table.sourceId, table.id] }),
		index('call_queue_enqueued').on(table.queueId, table.enqueuedAt),
		index('call_queue_caller')
			.on(table.queueId, table.caller, table.enqueuedAt)
			.where(sql`caller is not null`)
	]
);

/**
 * The sums of a queue's calls by quarter hour (level 15, in UTC), by hour (60), day (1440) and month (32000) by wall time
 * of the queue's zone, for all topics together (topic 0) and for each topic. Written with the calls, in their transaction.
 */
export const rollup = pgTable(
	'rollup',
	{
		startAt: instant('start_at').notNull(),
		answeredWaitMs: bigint('answered_wait_ms', { mode: 'number' }).notNull(),
		talkSeconds: bigint('talk_seconds', { mode: 'number' }).notNull(),
		holdSeconds: bigint('hold_seconds', { mode: 'number' }).notNull(),
		wrapSeconds: bigint('wrap_seconds', { mode: 'number' }).notNull(),
		queueId: integer('queue_id').notNull(),
		topicId: integer('topic_id').notNull(),
		answered: integer('answered').notNull(),
		abandoned: integer('abandoned').notNull(),
		overflowed: integer('overflowed').notNull(),
		timedOut: integer('timed_out').notNull(),
		callback: integer('callback').notNull(),
		voicemail: integer('voicemail').notNull(),
		rejected: integer('rejected').notNull(),
		lost: integer('lost').notNull(),
		waiting: integer('waiting').notNull(),
		handled: integer('handled').notNull(),
		withCaller: integer('with_caller').notNull(),
		repeatCallers: integer('repeat_callers').notNull(),
		splitSeconds: integer('split_seconds').notNull(),
		longestAnsweredMs: integer('longest_answered_ms'),
		longestAbandonedMs: integer('longest_abandoned_ms'),
		level: smallint('level').notNull(),
		/** How many packings of counts `waits` is made of. */
		parts: smallint('parts').notNull().default(1),
		/** Packed counts by wait (rollups/packedWaits.ts). */
		waits: bytea('waits').notNull()
	},
	(table) => [
		primaryKey({ name: 'rollup_pkey', columns: [table.queueId, table.level, table.topicId, table.startAt] })
	]
);

/**
 * What logs have said so far of the ways of one caller through one queue, for as long as more may come: the lines that
 * tell of a call come one by one, and a call is what all of them make together. Numbers of callers are hashed in them.
 */
export const callTrail = pgTable(
	'call_trail',
	{
		/** From then on nothing more is expected, and it is dropped; its calls stay as they are. */
		keptUntil: instant('kept_until').notNull(),
		sourceId: integer('source_id').notNull(),
		/** 0 where the events concern the whole system. */
		queueId: integer('queue_id').notNull(),
		/** Nothing of its own has ended its last call, so a restart of the system may. */
		unended: boolean('unended').notNull(),
		/** The id of the trail's first call. */
		trail: text('trail').notNull(),
		/** One event a line: what it says, a tab, the caller's hash. */
		events: text('events').notNull()
	},
	(table) => [
		primaryKey({ name: 'call_trail_pkey', columns: [table.sourceId, table.trail] }),
		index('call_trail_unended')
			.on(table.sourceId)
			.where(sql`unended`)
	]
);

/** Records that were refused, with what was sent (callers' numbers masked). */
export const reject = pgTable(
	'reject',
	{
		id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
		receivedAt: instant('received_at').notNull().defaultNow(),
		line: integer('line').notNull(),
		/** The system that it came from and what it was read as; null: refused before this was kept. */
		source: text('source'),
		format: text('format'),
		recordId: text('record_id'),
		field: text('field'),
		code: text('code').notNull(),
		message: text('message').notNull(),
		text: text('text').notNull()
	},
	(table) => [
		index('reject_received').on(table.receivedAt),
		index('reject_source').on(table.source, table.code, table.id)
	]
);

/** What this installation made up for itself at its first start, such as its secret. */
export const installation = pgTable('installation', {
	name: text('name').primaryKey(),
	value: text('value').notNull()
});
