import { readShifts, type ShiftProblem } from '#analysis/staffing/readShifts.ts';
import type { Database } from '#records/database.server.ts';
import { replacePlannedShifts } from '#records/plannedShifts.server.ts';
import type { StoredQueue } from '#records/queues.server.ts';

/** What became of a plan that was brought. */
export interface BroughtPlan {
	shifts: number;
	days: number;
	/** The first of them. */
	problems: ShiftProblem[];
	problemCount: number;
	removed: boolean;
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
		removed: false
	};
}

export async function removePlan(
	database: Database,
	{ id }: StoredQueue,
	date: string
): Promise<BroughtPlan> {
	await replacePlannedShifts(database, id, [date], []);
	return { shifts: 0, days: 0, problems: [], problemCount: 0, removed: true };
}
