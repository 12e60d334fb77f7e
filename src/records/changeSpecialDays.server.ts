import { randomUUID } from 'node:crypto';
import { and, desc, eq, or } from 'drizzle-orm';
import { specialDay, specialDayChange, type SpecialDayRow } from './calendarSchema.server.ts';
import type { Database } from './database.server.ts';
import { tell } from './notices.server.ts';
import { forgetSpecialDays } from './specialDays.server.ts';

/** One change of the calendar, as it can be taken back. */
export interface SpecialDayChange {
	id: string;
	/** ms */
	changedAt: number;
	/** Who made it: an e-mail address, or a command. */
	by: string;
	removed: SpecialDayRow[];
	added: SpecialDayRow[];
	undone: boolean;
}

/** Where in the calendar a row stands. */
export type SpecialDayKey = Pick<SpecialDayRow, 'queueId' | 'country' | 'subdivision' | 'date' | 'kind'>;

type Transaction = Parameters<Parameters<Database['db']['transaction']>[0]>[0];

/**
 * Takes managers' rows out of the calendar and puts others in, as one change that can be undone. Rows that the
 * packages brought are never touched. Gives the change, or null where all is so already.
 */
export async function changeSpecialDays(
	database: Pick<Database, 'db' | 'sql'>,
	{ remove, add }: { remove: SpecialDayKey[]; add: SpecialDayRow[] },
	{ by, queueId, now }: { by: string; queueId: number; now: number }
): Promise<SpecialDayChange | null> {
	const change = await database.db.transaction(async (tx) => {
		const replaced = [...remove, ...add];
		const removed = await take(tx, replaced);
		await put(tx, add);
		if (removed.length === 0 && add.length === 0) return null;
		const row = {
			id: randomUUID(),
			changedAt: new Date(now),
			queueId,
			by,
			removed,
			added: add,
			undone: false
		};
		await tx.insert(specialDayChange).values(row);
		return { ...row, changedAt: now };
	});
	if (change) told(database);
	return change;
}

/**
 * Takes a change back, if it was made on this queue's page and was not undone already; whether it was. `ownOnly`: and
 * only if it concerns no other queue.
 */
export async function undoSpecialDays(
	database: Pick<Database, 'db' | 'sql'>,
	id: string,
	{ queueId, ownOnly }: { queueId: number; ownOnly: boolean }
): Promise<boolean> {
	const undone = await database.db.transaction(async (tx) => {
		const { id: ofChange, queueId: ofQueue, undone } = specialDayChange;
		const [change] = await tx
			.select()
			.from(specialDayChange)
			.where(and(eq(ofChange, id), eq(ofQueue, queueId), eq(undone, false)))
			.for('update');
		if (!change) return false;
		if (ownOnly && [...change.added, ...change.removed].some((row) => row.queueId !== queueId)) return false;
		await tx.update(specialDayChange).set({ undone: true }).where(eq(ofChange, id));
		await take(tx, [...change.added, ...change.removed]);
		await put(tx, change.removed);
		return true;
	});
	if (undone) told(database);
	return undone;
}

/** The newest changes made on a queue's page, undone ones too. */
export async function recentChanges(
	{ db }: Pick<Database, 'db'>,
	queueId: number,
	count: number
): Promise<SpecialDayChange[]> {
	const rows = await db
		.select()
		.from(specialDayChange)
		.where(eq(specialDayChange.queueId, queueId))
		.orderBy(desc(specialDayChange.changedAt))
		.limit(count);
	return rows.map((row) => ({ ...row, changedAt: row.changedAt.getTime() }));
}

/** Whoever keeps something that hangs on calendars, here or in another process, reads it again. */
function told(database: Pick<Database, 'db' | 'sql'>): void {
	forgetSpecialDays(database);
	tell(database, { kind: 'queues_elsewhere' });
}

const keysAtOnce = 200;

async function take(tx: Transaction, keys: SpecialDayKey[]): Promise<SpecialDayRow[]> {
	const taken: SpecialDayRow[] = [];
	for (let at = 0; at < keys.length; at += keysAtOnce)
		taken.push(
			...(await tx
				.delete(specialDay)
				.where(and(eq(specialDay.own, true), or(...keys.slice(at, at + keysAtOnce).map(isAt))))
				.returning())
		);
	return taken;
}

function isAt({ queueId, country, subdivision, date, kind }: SpecialDayKey) {
	return and(
		eq(specialDay.queueId, queueId),
		eq(specialDay.country, country),
		eq(specialDay.subdivision, subdivision),
		eq(specialDay.date, date),
		eq(specialDay.kind, kind)
	);
}

async function put(tx: Transaction, rows: SpecialDayRow[]): Promise<void> {
	for (let at = 0; at < rows.length; at += keysAtOnce)
		await tx.insert(specialDay).values(rows.slice(at, at + keysAtOnce).map((row) => ({ ...row, own: true })));
}
