import { and, desc, eq, inArray, isNull, isNotNull, lt, or, sql } from 'drizzle-orm';
import type { AlertFiring } from '#model/alert.ts';
import { alertFiring } from './alertSchema.server.ts';
import type { Database } from './database.server.ts';
import { fromSilence, toSilence } from './silence.server.ts';

type Connection = Pick<Database, 'db'>;

export interface FiringFilter {
	/** null: of all queues. */
	queueIds: number[] | null;
	/** True: still firing; false: over; null: both. */
	isOpen: boolean | null;
}

/** Where a page ended. */
export interface FiringCursor {
	firedAt: number;
	id: string;
}

/** What fired, the latest first. */
export async function listFirings(
	{ db }: Connection,
	{ queueIds, isOpen }: FiringFilter,
	{ before = null, limit }: { before?: FiringCursor | null; limit: number }
): Promise<AlertFiring[]> {
	const { firedAt, id, queueId, resolvedAt } = alertFiring;
	const rows = await db
		.select()
		.from(alertFiring)
		.where(
			and(
				queueIds === null ? undefined : inArray(queueId, queueIds),
				isOpen === null ? undefined : isOpen ? isNull(resolvedAt) : isNotNull(resolvedAt),
				before === null
					? undefined
					: or(
							lt(firedAt, new Date(before.firedAt)),
							and(eq(firedAt, new Date(before.firedAt)), lt(id, before.id))
						)
			)
		)
		.orderBy(desc(firedAt), desc(id))
		.limit(limit);
	return rows.map(fromRow);
}

/** How often each rule of the queues has fired since an instant, and when last. */
export async function countFirings(
	{ db }: Connection,
	queueIds: number[],
	sinceAt: number
): Promise<Map<string, number>> {
	const rows = await db
		.select({ ruleId: alertFiring.ruleId, count: sql<number>`count(*)::int` })
		.from(alertFiring)
		.where(
			and(
				inArray(alertFiring.queueId, queueIds),
				sql`${alertFiring.firedAt} >= ${new Date(sinceAt).toISOString()}::timestamptz`
			)
		)
		.groupBy(alertFiring.ruleId);
	return new Map(rows.map(({ ruleId, count }) => [ruleId, count]));
}

/** Silences a firing until an instant (Infinity: for ever), or undoes that (null). Null where it is not there. */
export async function silenceFiring(
	{ db }: Connection,
	queueId: number,
	id: string,
	{ until, by }: { until: number | null; by: string }
): Promise<AlertFiring | null> {
	const [row] = await db
		.update(alertFiring)
		.set({ silencedUntil: toSilence(until), silencedBy: until === null ? null : by })
		.where(and(eq(alertFiring.queueId, queueId), eq(alertFiring.id, id), isNull(alertFiring.resolvedAt)))
		.returning();
	return row ? fromRow(row) : null;
}

/** Drops what was over before an instant, with what was told of it. */
export async function dropFirings({ sql: run }: Pick<Database, 'sql'>, beforeAt: number): Promise<void> {
	const before = new Date(beforeAt).toISOString();
	await run`delete from alert_delivery where created_at < ${before}::timestamptz`;
	await run`delete from alert_firing where resolved_at < ${before}::timestamptz`;
}

export function fromRow(row: typeof alertFiring.$inferSelect): AlertFiring {
	const { id, queueId, ruleId, settings, end, last, worst, silencedBy } = row;
	return {
		...{ id, queueId, ruleId, settings, end, last, worst, silencedBy },
		beganAt: row.beganAt.getTime(),
		firedAt: row.firedAt.getTime(),
		resolvedAt: row.resolvedAt?.getTime() ?? null,
		toldAt: row.toldAt?.getTime() ?? null,
		silencedUntil: fromSilence(row.silencedUntil)
	};
}
