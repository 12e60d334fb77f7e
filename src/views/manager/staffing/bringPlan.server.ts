import { readShifts, type ShiftProblem } from '#analysis/staffing/readShifts.ts';
import type { Database } from '#records/database.server.ts';
import { readPlannedShifts, replacePlannedShifts } from '#records/plannedShifts.server.ts';
import type { StoredQueue } from '#records/queues.server.ts';
import { addDays, dayStart, formatInstant } from '#time/zone.ts';

/** What became of a plan that was brought. */
export interface BroughtPlan {
	shifts: number;
	days: number;
	/** The first of them. */
	problems: ShiftProblem[];
	problemCount: number;
	/** What was removed, as it can be brought again; null: nothing was. */
	removed: string | null;
}

const shownProblems = 20;
/** A year of half hours is far below. */
export const planBytes = 2_000_000;

/** Takes the days that a plan names over, in place of what was planned for them; rows that cannot be read are left out. */
export async function bringPlan(
	database: Database,
	{ id, queue }: StoredQueue,
	text: string
): Promise<BroughtPlan> {
	const { shifts, problems } = readShifts(text.slice(0, planBytes), queue.zone);
	const dates = [...new Set(shifts.map(({ date }) => date))];
	await replacePlannedShifts(database, id, dates, shifts);
	return {
		shifts: shifts.length,
		days: dates.length,
		problems: problems.slice(0, shownProblems).map((each) => ({ ...each, text: each.text.slice(0, 200) })),
		problemCount: problems.length,
		removed: null
	};
}

/** Removes what is planned to begin on a date. */
export async function removePlan(
	database: Database,
	{ id, queue: { zone } }: StoredQueue,
	date: string
): Promise<BroughtPlan> {
	const [fromAt, toAt] = [dayStart(zone, date), dayStart(zone, addDays(date, 1))];
	const planned = await readPlannedShifts(database, id, fromAt, toAt);
	const rows = planned
		.filter(({ startAt }) => startAt >= fromAt)
		.map(({ startAt, endAt, agents }) =>
			[formatInstant(zone, startAt), formatInstant(zone, endAt), agents].join()
		);
	await replacePlannedShifts(database, id, [date], []);
	return {
		shifts: 0,
		days: 0,
		problems: [],
		problemCount: 0,
		removed: ['start,end,agents', ...rows].join('\n')
	};
}
