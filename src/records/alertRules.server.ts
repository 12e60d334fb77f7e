import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, inArray, isNotNull, isNull, lt } from 'drizzle-orm';
import type { AlertPhase, AlertSettings } from '#model/alert.ts';
import { alertRule } from './alertSchema.server.ts';
import type { Database } from './database.server.ts';
import { fromSilence, toSilence } from './silence.server.ts';

type Connection = Pick<Database, 'db'>;

/** A rule with how far it is on its way. Instants in ms. */
export interface AlertRule {
	id: string;
	queueId: number;
	settings: AlertSettings;
	phase: AlertPhase;
	/** Since when it is in this phase, and when that was last seen. */
	sinceAt: number;
	seenAt: number;
	/** Nobody is told until then; Infinity: for ever. */
	silencedUntil: number | null;
	silencedBy: string | null;
	/** Who wrote it last, and when. */
	by: string;
	changedAt: number;
}

/** A deleted one can come back for so long. */
const restorableMs = 30 * 86_400_000;

/** The rules of queues (null: of all), the oldest first. */
export async function listAlertRules(
	{ db }: Connection,
	queueIds: number[] | null = null
): Promise<AlertRule[]> {
	const ofQueues = queueIds === null ? undefined : inArray(alertRule.queueId, queueIds);
	const rows = await db
		.select()
		.from(alertRule)
		.where(and(ofQueues, isNull(alertRule.deletedAt)))
		.orderBy(asc(alertRule.changedAt), asc(alertRule.id));
	return rows.map(fromRow);
}

/** Writes a new rule, or another text of one there is; null where that one is gone. It goes on from where it was. */
export async function writeAlertRule(
	{ db }: Connection,
	{ queueId, id }: { queueId: number; id: string | null },
	settings: AlertSettings,
	{ by, now }: { by: string; now: number }
): Promise<AlertRule | null> {
	const written = { settings, by, changedAt: new Date(now) };
	const [row] =
		id === null
			? await db
					.insert(alertRule)
					.values({ ...written, ...calm(now), id: randomUUID(), queueId })
					.returning()
			: await db
					.update(alertRule)
					.set(written)
					.where(and(isRule(queueId, id), isNull(alertRule.deletedAt)))
					.returning();
	return row ? fromRow(row) : null;
}

/** Takes one away, for now; null where it is gone already. */
export async function deleteAlertRule(
	{ db }: Connection,
	queueId: number,
	id: string,
	now: number
): Promise<AlertRule | null> {
	await db.delete(alertRule).where(lt(alertRule.deletedAt, new Date(now - restorableMs)));
	const [row] = await db
		.update(alertRule)
		.set({ deletedAt: new Date(now) })
		.where(and(isRule(queueId, id), isNull(alertRule.deletedAt)))
		.returning();
	return row ? fromRow(row) : null;
}

/** Brings back one that was deleted; it begins anew. Null where it is gone. */
export async function restoreAlertRule(
	{ db }: Connection,
	queueId: number,
	id: string,
	now: number
): Promise<AlertRule | null> {
	const [row] = await db
		.update(alertRule)
		.set({ deletedAt: null, ...calm(now) })
		.where(and(isRule(queueId, id), isNotNull(alertRule.deletedAt)))
		.returning();
	return row ? fromRow(row) : null;
}

/** The one of a queue's that was deleted last, while it can come back. */
export async function lastDeletedRule(
	{ db }: Connection,
	queueId: number
): Promise<{ rule: AlertRule; deletedAt: number } | null> {
	const [row] = await db
		.select()
		.from(alertRule)
		.where(and(eq(alertRule.queueId, queueId), isNotNull(alertRule.deletedAt)))
		.orderBy(desc(alertRule.deletedAt))
		.limit(1);
	return row?.deletedAt ? { rule: fromRow(row), deletedAt: row.deletedAt.getTime() } : null;
}

/** Silences one until an instant (Infinity: for ever), or undoes that (null). Null where it is gone. */
export async function silenceAlertRule(
	{ db }: Connection,
	queueId: number,
	id: string,
	{ until, by }: { until: number | null; by: string }
): Promise<AlertRule | null> {
	const [row] = await db
		.update(alertRule)
		.set({ silencedUntil: toSilence(until), silencedBy: until === null ? null : by })
		.where(and(isRule(queueId, id), isNull(alertRule.deletedAt)))
		.returning();
	return row ? fromRow(row) : null;
}

const isRule = (queueId: number, id: string) => and(eq(alertRule.queueId, queueId), eq(alertRule.id, id));

const calm = (now: number) => ({
	phase: 'clear' as const,
	sinceAt: new Date(now),
	seenAt: new Date(now)
});

function fromRow(row: typeof alertRule.$inferSelect): AlertRule {
	const { id, queueId, settings, phase, silencedBy, by } = row;
	return {
		...{ id, queueId, settings, phase, silencedBy, by },
		sinceAt: row.sinceAt.getTime(),
		seenAt: row.seenAt.getTime(),
		silencedUntil: fromSilence(row.silencedUntil),
		changedAt: row.changedAt.getTime()
	};
}
