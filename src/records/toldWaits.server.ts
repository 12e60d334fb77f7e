import { and, asc, desc, eq, gte, lt, sql } from 'drizzle-orm';
import type { Database } from './database.server.ts';
import { heldDay, toldWait } from './estimateSchema.server.ts';
import { installation } from './schema.server.ts';

/** What callers of a queue were told from an instant on; basis null: nothing. Minutes, null: more than an hour. */
export interface ToldWait {
	queueId: number;
	fromAt: number;
	halfUnder: number | null;
	mostUnder: number | null;
	basis: 'live' | 'typical' | null;
}

type Connection = Pick<Database, 'db'>;

/** Stores changes of what callers are told; of one instant the first that was stored stays. */
export async function addTold({ db }: Connection, told: readonly ToldWait[]): Promise<void> {
	if (told.length === 0) return;
	const rows = told.map((one) => ({ ...one, fromAt: new Date(one.fromAt) }));
	await db.insert(toldWait).values(rows).onConflictDoNothing();
}

/** What held at `fromAt` and each change after it, before `toAt`, in order of time. */
export async function readTold(
	{ db }: Connection,
	queueId: number,
	{ fromAt, toAt }: { fromAt: number; toAt: number }
): Promise<ToldWait[]> {
	const ofQueue = eq(toldWait.queueId, queueId);
	const [before, after] = await Promise.all([
		db
			.select()
			.from(toldWait)
			.where(and(ofQueue, lt(toldWait.fromAt, new Date(fromAt))))
			.orderBy(desc(toldWait.fromAt))
			.limit(1),
		db
			.select()
			.from(toldWait)
			.where(and(ofQueue, gte(toldWait.fromAt, new Date(fromAt)), lt(toldWait.fromAt, new Date(toAt))))
			.orderBy(asc(toldWait.fromAt))
	]);
	return [...before, ...after].map((row) => ({ ...row, fromAt: row.fromAt.getTime() }));
}

/** Drops what was told before an instant. */
export async function dropTold({ db }: Connection, before: number): Promise<void> {
	await db.delete(toldWait).where(lt(toldWait.fromAt, new Date(before)));
}

const clockName = 'told_until';

/** Notes that callers are still told what was stored last. */
export async function keepTelling({ db }: Connection, at: number): Promise<void> {
	const value = String(at);
	await db
		.insert(installation)
		.values({ name: clockName, value })
		.onConflictDoUpdate({ target: installation.name, set: { value } });
}

/**
 * After a pause of the product: nobody was told anything since it was last seen. Where that is only just, another process
 * goes on telling.
 * @param lately ms since 1970
 */
export async function endTold({ db }: Connection, lately: number): Promise<void> {
	const [row] = await db.select().from(installation).where(eq(installation.name, clockName));
	if (!row || Number(row.value) >= lately) return;
	const fromAt = new Date(Number(row.value));
	await db.execute(sql`
		insert into told_wait (queue_id, from_at)
		select queue_id, ${fromAt.toISOString()}::timestamptz from (
			select distinct on (queue_id) queue_id, basis from told_wait
			where from_at <= ${fromAt.toISOString()}::timestamptz order by queue_id, from_at desc) last
		where basis is not null
		on conflict do nothing`);
}

/** How what was told on a day held. */
export interface HeldDay {
	/** Date of the queue's zone. */
	day: string;
	callers: number;
	halfHeld: number;
	mostHeld: number;
	liveCallers: number;
	replayed: boolean;
}

/** A queue's days from one (in) to another (out), in order. */
export async function readHeld(
	{ db }: Connection,
	queueId: number,
	fromDay: string,
	toDay: string
): Promise<HeldDay[]> {
	const { day, callers, halfHeld, mostHeld, liveCallers, replayed } = heldDay;
	return db
		.select({ day, callers, halfHeld, mostHeld, liveCallers, replayed })
		.from(heldDay)
		.where(and(eq(heldDay.queueId, queueId), gte(heldDay.day, fromDay), lt(heldDay.day, toDay)))
		.orderBy(asc(heldDay.day));
}

/** Stores days; a day that is stored is replaced, except that a replayed one never replaces one that was told. */
export async function saveHeld({ db }: Connection, queueId: number, days: readonly HeldDay[]): Promise<void> {
	if (days.length === 0) return;
	await db
		.insert(heldDay)
		.values(days.map((day) => ({ queueId, ...day })))
		.onConflictDoUpdate({
			target: [heldDay.queueId, heldDay.day],
			set: {
				callers: sql`excluded.callers`,
				halfHeld: sql`excluded.half_held`,
				mostHeld: sql`excluded.most_held`,
				liveCallers: sql`excluded.live_callers`,
				replayed: sql`excluded.replayed`
			},
			setWhere: sql`${heldDay.replayed} or not excluded.replayed`
		});
}
