import { and, eq, gt, inArray, lt } from 'drizzle-orm';
import type { Shift } from '#model/shift.ts';
import type { Database } from './database.server.ts';
import { plannedShift } from './staffSchema.server.ts';

/** The planned shifts that are on at any time from `fromAt` up to `toAt`, in order of their start. */
export async function readPlannedShifts(
	{ db }: Pick<Database, 'db'>,
	queueId: number,
	fromAt: number,
	toAt: number
): Promise<Shift[]> {
	const rows = await db
		.select({ startAt: plannedShift.startAt, endAt: plannedShift.endAt, agents: plannedShift.agents })
		.from(plannedShift)
		.where(
			and(
				eq(plannedShift.queueId, queueId),
				lt(plannedShift.startAt, new Date(toAt)),
				gt(plannedShift.endAt, new Date(fromAt))
			)
		)
		.orderBy(plannedShift.startAt, plannedShift.endAt);
	return rows.map((row) => ({
		startAt: row.startAt.getTime(),
		endAt: row.endAt.getTime(),
		agents: row.agents
	}));
}

/** Puts these shifts in place of all that was planned for the dates. */
export async function replacePlannedShifts(
	{ db }: Pick<Database, 'db'>,
	queueId: number,
	dates: string[],
	shifts: (Shift & { date: string })[]
): Promise<void> {
	if (dates.length === 0) return;
	await db.transaction(async (tx) => {
		await tx
			.delete(plannedShift)
			.where(and(eq(plannedShift.queueId, queueId), inArray(plannedShift.date, dates)));
		for (let from = 0; from < shifts.length; from += rowsAtOnce)
			await tx.insert(plannedShift).values(
				shifts.slice(from, from + rowsAtOnce).map((shift) => ({
					queueId,
					date: shift.date,
					agents: shift.agents,
					startAt: new Date(shift.startAt),
					endAt: new Date(shift.endAt)
				}))
			);
	});
}

/** A statement has at most 65,535 parameters. */
const rowsAtOnce = 5000;
