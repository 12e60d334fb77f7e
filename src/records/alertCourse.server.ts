import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { AlertEnd, AlertFiring, AlertPhase, AlertReading } from '#model/alert.ts';
import { alertFiring, alertRule } from './alertSchema.server.ts';
import type { AlertRule } from './alertRules.server.ts';
import { fromRow } from './alertFirings.server.ts';
import type { Writable } from './inTransaction.server.ts';

/** Writes down how far a rule is on its way; false where it was deleted meanwhile, or another process went on with it. */
export async function recordStand(
	{ db }: Writable,
	{ queueId, id, phase, seenAt }: Pick<AlertRule, 'queueId' | 'id' | 'phase' | 'seenAt'>,
	stand: { phase: AlertPhase; sinceAt: number; seenAt: number }
): Promise<boolean> {
	const rows = await db
		.update(alertRule)
		.set({ phase: stand.phase, sinceAt: new Date(stand.sinceAt), seenAt: new Date(stand.seenAt) })
		.where(
			and(
				eq(alertRule.queueId, queueId),
				eq(alertRule.id, id),
				eq(alertRule.phase, phase),
				eq(alertRule.seenAt, new Date(seenAt)),
				isNull(alertRule.deletedAt)
			)
		)
		.returning({ id: alertRule.id });
	return rows.length > 0;
}

/** Begins a firing. */
export async function beginFiring(
	{ db }: Writable,
	{ queueId, id, settings }: Pick<AlertRule, 'queueId' | 'id' | 'settings'>,
	{
		beganAt,
		firedAt,
		reading,
		badness
	}: { beganAt: number; firedAt: number; reading: AlertReading; badness: number }
): Promise<AlertFiring> {
	const [row] = await db
		.insert(alertFiring)
		.values({
			id: randomUUID(),
			queueId,
			ruleId: id,
			settings,
			beganAt: new Date(beganAt),
			firedAt: new Date(firedAt),
			last: reading,
			worst: reading,
			badness: finite(badness)
		})
		.returning();
	if (!row) throw new Error('the firing was not stored');
	return fromRow(row);
}

/** What was measured last, and the worst so far. */
export async function recordReading(
	{ db }: Writable,
	{ queueId, id }: Pick<AlertFiring, 'queueId' | 'id'>,
	{ last, worst, badness }: { last: AlertReading; worst: AlertReading; badness: number }
): Promise<void> {
	await db
		.update(alertFiring)
		.set({ last, worst, badness: finite(badness) })
		.where(isFiring(queueId, id));
}

/** Notes that it was told; false where that had been done before. */
export async function recordTold(
	{ db }: Writable,
	{ queueId, id }: Pick<AlertFiring, 'queueId' | 'id'>,
	now: number
): Promise<boolean> {
	const rows = await db
		.update(alertFiring)
		.set({ toldAt: new Date(now) })
		.where(and(isFiring(queueId, id), isNull(alertFiring.toldAt)))
		.returning({ id: alertFiring.id });
	return rows.length > 0;
}

/** Ends a firing; the firing as it is then. Null where it was over already. */
export async function endFiring(
	{ db }: Writable,
	{ queueId, id }: Pick<AlertFiring, 'queueId' | 'id'>,
	{ now, end }: { now: number; end: AlertEnd }
): Promise<AlertFiring | null> {
	const [row] = await db
		.update(alertFiring)
		.set({ resolvedAt: new Date(now), end })
		.where(and(isFiring(queueId, id), isNull(alertFiring.resolvedAt)))
		.returning();
	return row ? fromRow(row) : null;
}

const isFiring = (queueId: number, id: string) =>
	and(eq(alertFiring.queueId, queueId), eq(alertFiring.id, id));

/** Nothing was measured: no reading is better than any. */
function finite(badness: number): number {
	return Number.isFinite(badness) ? badness : -1e308;
}
