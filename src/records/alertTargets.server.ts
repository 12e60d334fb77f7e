import { randomBytes, randomUUID } from 'node:crypto';
import { and, asc, desc, eq, inArray, isNotNull, isNull, lt } from 'drizzle-orm';
import type { AlertTarget } from '#model/alert.ts';
import { alertTarget } from './alertSchema.server.ts';
import type { Database } from './database.server.ts';

type Connection = Pick<Database, 'db'>;
interface Writer {
	by: string;
	now: number;
}

/** A removed one, and its secret, can come back for so long. */
const restorableMs = 30 * 86_400_000;

/** Whom alerts of queues (null: of all) can be sent to, the oldest first. */
export async function listAlertTargets(
	{ db }: Connection,
	queueIds: number[] | null = null
): Promise<AlertTarget[]> {
	const rows = await db
		.select()
		.from(alertTarget)
		.where(
			and(
				queueIds === null ? undefined : inArray(alertTarget.queueId, queueIds),
				isNull(alertTarget.deletedAt)
			)
		)
		.orderBy(asc(alertTarget.changedAt), asc(alertTarget.id));
	return rows.map(fromRow);
}

/** Adds one; a webhook gets a secret to sign with. */
export async function addAlertTarget(
	{ db }: Connection,
	target: Pick<AlertTarget, 'queueId' | 'kind' | 'address' | 'lang'>,
	{ by, now }: Writer
): Promise<AlertTarget> {
	const made = { ...target, id: randomUUID(), by, secret: target.kind === 'webhook' ? newSecret() : null };
	await db.insert(alertTarget).values({ ...made, changedAt: new Date(now) });
	return made;
}

/** Takes one away, for now; null where it is gone already. What was told to it stays on record. */
export async function removeAlertTarget(
	{ db }: Connection,
	queueId: number,
	id: string,
	now: number
): Promise<AlertTarget | null> {
	await db.delete(alertTarget).where(lt(alertTarget.deletedAt, new Date(now - restorableMs)));
	const [row] = await db
		.update(alertTarget)
		.set({ deletedAt: new Date(now) })
		.where(and(isTarget(queueId, id), isNull(alertTarget.deletedAt)))
		.returning();
	return row ? fromRow(row) : null;
}

/** Brings back one that was removed, with its secret; null where it is gone. */
export async function restoreAlertTarget(
	{ db }: Connection,
	queueId: number,
	id: string
): Promise<AlertTarget | null> {
	const [row] = await db
		.update(alertTarget)
		.set({ deletedAt: null })
		.where(and(isTarget(queueId, id), isNotNull(alertTarget.deletedAt)))
		.returning();
	return row ? fromRow(row) : null;
}

/** The one of a queue's that was removed last, while it can come back. */
export async function lastRemovedTarget(
	{ db }: Connection,
	queueId: number
): Promise<{ target: AlertTarget; deletedAt: number } | null> {
	const [row] = await db
		.select()
		.from(alertTarget)
		.where(and(eq(alertTarget.queueId, queueId), isNotNull(alertTarget.deletedAt)))
		.orderBy(desc(alertTarget.deletedAt))
		.limit(1);
	return row?.deletedAt ? { target: fromRow(row), deletedAt: row.deletedAt.getTime() } : null;
}

/** Gives a webhook a new secret; null where there is no such webhook. What is signed from now on is signed with it. */
export async function renewSecret(
	{ db }: Connection,
	queueId: number,
	id: string,
	{ by, now }: Writer
): Promise<AlertTarget | null> {
	const [row] = await db
		.update(alertTarget)
		.set({ secret: newSecret(), by, changedAt: new Date(now) })
		.where(and(isTarget(queueId, id), isNull(alertTarget.deletedAt), eq(alertTarget.kind, 'webhook')))
		.returning();
	return row ? fromRow(row) : null;
}

const isTarget = (queueId: number, id: string) =>
	and(eq(alertTarget.queueId, queueId), eq(alertTarget.id, id));

/** As Standard Webhooks writes them: 32 random bytes. */
function newSecret(): string {
	return `whsec_${randomBytes(32).toString('base64')}`;
}

function fromRow(row: typeof alertTarget.$inferSelect): AlertTarget {
	const { id, queueId, kind, address, lang, secret, by } = row;
	return { id, queueId, kind, address, lang, secret, by };
}
