import { and, asc, eq, inArray } from 'drizzle-orm';
import { alertDelivery } from './alertSchema.server.ts';
import type { Database } from './database.server.ts';
import type { Writable } from './inTransaction.server.ts';

export type AlertDelivery = typeof alertDelivery.$inferSelect;
export type NewDelivery = Pick<
	AlertDelivery,
	'id' | 'queueId' | 'firingId' | 'targetId' | 'event' | 'kind' | 'address' | 'body'
> & { createdAt: number; dueAt: number };

/** Puts messages on their way; they are sent soon after `dueAt`. */
export async function addDeliveries({ db }: Writable, messages: NewDelivery[]): Promise<void> {
	if (messages.length === 0) return;
	await db.insert(alertDelivery).values(
		messages.map(({ createdAt, dueAt, ...message }) => ({
			...message,
			createdAt: new Date(createdAt),
			dueAt: new Date(dueAt),
			tries: 0
		}))
	);
}

/** What was told of firings, in order. */
export async function deliveriesOf(
	{ db }: Writable,
	queueIds: number[],
	firingIds: string[]
): Promise<AlertDelivery[]> {
	if (queueIds.length === 0 || firingIds.length === 0) return [];
	return db
		.select()
		.from(alertDelivery)
		.where(and(inArray(alertDelivery.queueId, queueIds), inArray(alertDelivery.firingId, firingIds)))
		.orderBy(asc(alertDelivery.createdAt), asc(alertDelivery.id));
}

/** Messages that are due, the oldest first; of one firing to one target none before the one before has been sent or given up. */
export async function dueDeliveries(
	{ sql }: Pick<Database, 'sql'>,
	now: number,
	limit: number
): Promise<{ queueId: number; id: string }[]> {
	return sql<{ queueId: number; id: string }[]>`
		select d.queue_id "queueId", d.id from alert_delivery d
		where d.sent_at is null and d.gave_up_at is null and d.due_at <= to_timestamp(${now}::float8 / 1000)
			and not exists (
				select 1 from alert_delivery earlier
				where earlier.queue_id = d.queue_id and earlier.firing_id = d.firing_id
					and earlier.target_id = d.target_id and earlier.created_at < d.created_at
					and earlier.sent_at is null and earlier.gave_up_at is null
			)
		order by d.due_at limit ${limit}`;
}

export async function findDelivery(
	{ db }: Writable,
	queueId: number,
	id: string
): Promise<AlertDelivery | null> {
	const [row] = await db.select().from(alertDelivery).where(isOne(queueId, id));
	return row ? row : null;
}

/** Writes down how a try went. */
export async function recordTry(
	{ db }: Writable,
	{ queueId, id }: Pick<AlertDelivery, 'queueId' | 'id'>,
	outcome: Partial<Pick<AlertDelivery, 'sentAt' | 'gaveUpAt' | 'dueAt' | 'error'>>
): Promise<void> {
	await db.update(alertDelivery).set(outcome).where(isOne(queueId, id));
}

const isOne = (queueId: number, id: string) =>
	and(eq(alertDelivery.queueId, queueId), eq(alertDelivery.id, id));
