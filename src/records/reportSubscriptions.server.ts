import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
import type { Lang } from '#texts/lang.ts';
import type { WeekSlot } from '#time/weekSlot.ts';
import { person } from './accessSchema.server.ts';
import type { Database } from './database.server.ts';
import { reportSubscription } from './reportSchema.server.ts';

type Connection = Pick<Database, 'db'>;

/** Who gets the report of the week, of which queue (null: all that the person may see), and when. */
export interface ReportSubscription extends WeekSlot {
	id: string;
	personId: number;
	queueId: number | null;
	lang: Lang;
	origin: string;
	dueAt: number;
	/** Since when nothing is sent; null: it goes on. */
	stoppedAt: number | null;
}

/** One that is due, with the person as of now. */
export interface DueReport extends ReportSubscription {
	email: string;
	queues: string[] | null;
}

const everyQueue = 0;

/** Asks for a report, or for the same at another hour. */
export async function subscribe(
	{ db }: Connection,
	{ id, queueId, dueAt, ...said }: Omit<ReportSubscription, 'stoppedAt'>
): Promise<void> {
	const set = { ...said, dueAt: new Date(dueAt), nextAt: new Date(dueAt), stoppedAt: null };
	await db
		.insert(reportSubscription)
		.values({ id, queueId: queueId ?? everyQueue, ...set })
		.onConflictDoUpdate({ target: [reportSubscription.personId, reportSubscription.queueId], set });
}

/** What a person gets, or got until it was stopped. */
export async function subscriptionsOf({ db }: Connection, personId: number): Promise<ReportSubscription[]> {
	const rows = await db
		.select()
		.from(reportSubscription)
		.where(eq(reportSubscription.personId, personId))
		.orderBy(asc(reportSubscription.queueId));
	return rows.map(fromRow);
}

export async function subscriptionOf({ db }: Connection, id: string): Promise<ReportSubscription | null> {
	const [row] = await db.select().from(reportSubscription).where(eq(reportSubscription.id, id));
	return row ? fromRow(row) : null;
}

/** Stops one. */
export async function stopReport({ db }: Connection, id: string, now: number): Promise<void> {
	await db
		.update(reportSubscription)
		.set({ stoppedAt: new Date(now) })
		.where(eq(reportSubscription.id, id));
}

/** Lets one go on, from the given hour. */
export async function resumeReport({ db }: Connection, id: string, dueAt: number): Promise<void> {
	const at = new Date(dueAt);
	await db
		.update(reportSubscription)
		.set({ stoppedAt: null, dueAt: at, nextAt: at })
		.where(eq(reportSubscription.id, id));
}

/** What becomes of one that was due: when it is due and tried next, or that it is stopped. */
export type ReportOutcome = { dueAt: number; nextAt: number; sent: boolean } | 'stop';

/**
 * Takes the one that is due for longest and does what it asks for; false when none is due. No other process takes it
 * meanwhile, and should this one die, another does.
 */
export async function takeDueReport(
	{ db }: Connection,
	now: number,
	work: (due: DueReport) => Promise<ReportOutcome>
): Promise<boolean> {
	return db.transaction(async (tx) => {
		const [row] = await tx
			.select({ due: reportSubscription, email: person.email, queues: person.queues })
			.from(reportSubscription)
			.innerJoin(person, eq(person.id, reportSubscription.personId))
			.where(and(isNull(reportSubscription.stoppedAt), lte(reportSubscription.nextAt, new Date(now))))
			.orderBy(asc(reportSubscription.nextAt))
			.limit(1)
			.for('update', { of: reportSubscription, skipLocked: true });
		if (!row) return false;
		const outcome = await work({ ...fromRow(row.due), email: row.email, queues: row.queues });
		const at = new Date(now);
		await tx
			.update(reportSubscription)
			.set(
				outcome === 'stop'
					? { stoppedAt: at }
					: {
							dueAt: new Date(outcome.dueAt),
							nextAt: new Date(outcome.nextAt),
							sentAt: outcome.sent ? at : sql`${reportSubscription.sentAt}`
						}
			)
			.where(eq(reportSubscription.id, row.due.id));
		return true;
	});
}

function fromRow(row: typeof reportSubscription.$inferSelect): ReportSubscription {
	const { id, personId, queueId, weekday, hour, lang, origin, dueAt, stoppedAt } = row;
	return {
		id,
		personId,
		queueId: queueId === everyQueue ? null : queueId,
		weekday,
		hour,
		lang,
		origin,
		dueAt: dueAt.getTime(),
		stoppedAt: stoppedAt?.getTime() ?? null
	};
}
