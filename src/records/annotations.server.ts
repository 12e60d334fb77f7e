import { randomUUID } from 'node:crypto';
import { and, desc, eq, isNotNull, isNull, lt, or } from 'drizzle-orm';
import type { Annotation } from '#model/annotation.ts';
import type { Interval } from '#time/intervals.ts';
import { overlaps, type TimeRange } from '#time/ranges.ts';
import { addDays, dayStart } from '#time/zone.ts';
import { annotation } from './annotationSchema.server.ts';
import type { Database } from './database.server.ts';
import { tell } from './notices.server.ts';

type Connection = Pick<Database, 'db' | 'sql'>;

/** What is written of an annotation; `by` and `now` say who and when. */
export type AnnotationDraft = Omit<Annotation, 'id' | 'by' | 'changedAt'>;
export interface Writer {
	by: string;
	now: number;
}

/** A deleted one can come back for so long. */
export const restorableMs = 30 * 86_400_000;
/** Changes of another process show after so long, should its message be lost; of this one at once. */
const trustedMs = 5_000;

/** The annotations of a queue, those of all queues among them, that have a moment in a range; in order of their start. */
export async function readAnnotations(
	database: Connection,
	queueId: number,
	{ fromAt, toAt }: TimeRange = { fromAt: -Infinity, toAt: Infinity }
): Promise<Annotation[]> {
	return (await allOf(database)).filter(
		(one) => (one.queueId === null || one.queueId === queueId) && overlaps([one], fromAt, toAt)
	);
}

/**
 * The stretches of a range that are no examples of what is usual, for any of the queues. What is *typical* or
 * *forecast* is to be learned without every hour that one of them touches; what was *counted* never changes by them.
 */
export async function leftOutRanges(
	database: Connection,
	queueIds: readonly number[],
	range: TimeRange
): Promise<TimeRange[]> {
	return (await allOf(database)).filter(
		(one) =>
			one.leaveOut &&
			(one.queueId === null || queueIds.includes(one.queueId)) &&
			overlaps([one], range.fromAt, range.toAt)
	);
}

/** Intervals, without those that a stretch touches that is no example of what is usual for one of the queues. */
export async function exampleIntervals(
	database: Connection,
	queueIds: readonly number[],
	intervals: Interval[]
): Promise<Interval[]> {
	const [first, last] = [intervals[0], intervals.at(-1)];
	if (!first || !last) return intervals;
	const ranges = await leftOutRanges(database, queueIds, { fromAt: first.startAt, toAt: last.endAt });
	return ranges.length === 0
		? intervals
		: intervals.filter(({ startAt, endAt }) => !overlaps(ranges, startAt, endAt));
}

/** Whether a date of a zone is an example of what is usual: no stretch touches it that is none. Looks at a range of time. */
export async function exampleDays(
	database: Connection,
	queueIds: readonly number[],
	zone: string,
	range: TimeRange
): Promise<(date: string) => boolean> {
	const ranges = await leftOutRanges(database, queueIds, range);
	if (ranges.length === 0) return () => true;
	return (date) => !overlaps(ranges, dayStart(zone, date), dayStart(zone, addDays(date, 1)));
}

/** Writes a new annotation, or another text of one there is; null where that one is gone. */
export async function writeAnnotation(
	database: Connection,
	id: string | null,
	draft: AnnotationDraft,
	{ by, now }: Writer
): Promise<Annotation | null> {
	const { db } = database;
	const { queueId, fromAt, toAt, ...said } = draft;
	const values = {
		...said,
		queueId: queueId ?? everyQueue,
		fromAt: new Date(fromAt),
		toAt: new Date(toAt),
		by,
		changedAt: new Date(now)
	};
	const before = id === null ? undefined : (await allOf(database)).find((one) => one.id === id);
	const [row] =
		id === null
			? await db
					.insert(annotation)
					.values({ id: randomUUID(), ...values })
					.returning()
			: await db
					.update(annotation)
					.set(values)
					.where(and(eq(annotation.id, id), isNull(annotation.deletedAt)))
					.returning();
	if (!row) return null;
	told(database, [before?.queueId, queueId]);
	return fromRow(row);
}

/** Takes one away, for now; whether it was there. */
export async function deleteAnnotation(database: Connection, id: string, now: number): Promise<boolean> {
	const { db } = database;
	await db.delete(annotation).where(lt(annotation.deletedAt, new Date(now - restorableMs)));
	const [row] = await db
		.update(annotation)
		.set({ deletedAt: new Date(now) })
		.where(and(eq(annotation.id, id), isNull(annotation.deletedAt)))
		.returning();
	if (row) told(database, [fromRow(row).queueId]);
	return row !== undefined;
}

/** Brings one back that was deleted on this queue's page, `ownOnly` only of this queue; whether it was still there. */
export async function restoreAnnotation(
	database: Connection,
	id: string,
	{ queueId, ownOnly }: { queueId: number; ownOnly: boolean }
): Promise<boolean> {
	const ofQueue = eq(annotation.queueId, queueId);
	const isHere = ownOnly ? ofQueue : or(ofQueue, eq(annotation.queueId, everyQueue));
	const [row] = await database.db
		.update(annotation)
		.set({ deletedAt: null })
		.where(and(eq(annotation.id, id), isNotNull(annotation.deletedAt), isHere))
		.returning();
	if (row) told(database, [fromRow(row).queueId]);
	return row !== undefined;
}

/** The one of a queue's that was deleted last, while it can come back. */
export async function lastDeleted(
	{ db }: Pick<Database, 'db'>,
	queueId: number
): Promise<(Annotation & { deletedAt: number }) | null> {
	const [row] = await db
		.select()
		.from(annotation)
		.where(
			and(
				isNotNull(annotation.deletedAt),
				or(eq(annotation.queueId, queueId), eq(annotation.queueId, everyQueue))
			)
		)
		.orderBy(desc(annotation.deletedAt))
		.limit(1);
	return row?.deletedAt ? { ...fromRow(row), deletedAt: row.deletedAt.getTime() } : null;
}

/** Makes the next reading ask the database: another process has written. */
export function rereadAnnotations({ sql }: Pick<Database, 'sql'>): void {
	keptBySql.delete(sql);
}

const everyQueue = 0;
const keptBySql = new WeakMap<Database['sql'], { readAt: number; all: Promise<Annotation[]> }>();

/** All there are: managers write a few a month, and every page asks. */
async function allOf(database: Connection): Promise<Annotation[]> {
	const known = keptBySql.get(database.sql);
	const now = performance.now();
	if (known && now - known.readAt < trustedMs) return known.all;
	const all = readAll(database);
	const kept = { readAt: now, all };
	keptBySql.set(database.sql, kept);
	all.catch(() => keptBySql.get(database.sql) === kept && keptBySql.delete(database.sql));
	return all;
}

async function readAll({ db }: Pick<Database, 'db'>): Promise<Annotation[]> {
	const rows = await db
		.select()
		.from(annotation)
		.where(isNull(annotation.deletedAt))
		.orderBy(annotation.fromAt, annotation.id);
	return rows.map(fromRow);
}

/** Whoever has learned from the time that was marked, here or in another process, learns again. */
function told(database: Connection, queueIds: (number | null | undefined)[]): void {
	rereadAnnotations(database);
	for (const queueId of new Set(queueIds))
		if (queueId !== undefined) tell(database, { kind: 'annotations', queueId });
}

function fromRow(row: typeof annotation.$inferSelect): Annotation {
	const { id, queueId, fromAt, toAt, text, leaveOut, by, changedAt } = row;
	return {
		id,
		queueId: queueId === everyQueue ? null : queueId,
		fromAt: fromAt.getTime(),
		toAt: toAt.getTime(),
		text,
		leaveOut,
		by,
		changedAt: changedAt.getTime()
	};
}
