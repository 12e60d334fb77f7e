import type { Queue } from '#model/queue.ts';
import { exampleIntervals } from '#records/annotations.server.ts';
import type { Database } from '#records/database.server.ts';
import type { StoredQueue } from '#records/queues.server.ts';
import { meanPatienceSeconds } from '#rollups/patience.ts';
import { readTallies } from '#rollups/read.server.ts';
import { emptyTally, mergeTally, offered } from '#rollups/tally.ts';
import { intervals, type Interval } from '#time/intervals.ts';
import { addDays, dayStart, wallTime } from '#time/zone.ts';
import { pastWeeks, questionLimits, type QuestionForm } from './staffingQuestion.ts';

/** What the last weeks say about a queue's staffing. */
export interface StaffingPast {
	usual: QuestionForm;
	/** Handling times have been recorded. */
	measured: boolean;
	/** How the calls of an hour lie in its quarters: weights of any size. */
	quarterWeight: (quarter: Interval) => number;
}

/** Where no handling time was ever recorded. */
const assumedAhtSeconds = 300;
/** So many calls are added to each quarter of the day, so that a few calls do not make a pattern. */
const priorCalls = 10;

/** Reads the 8 weeks before today, without what was marked as no example. */
export async function staffingPast(
	database: Database,
	stored: StoredQueue,
	now: number
): Promise<StaffingPast> {
	const { queue } = stored;
	const today = wallTime(queue.zone, now).date;
	const fromAt = dayStart(queue.zone, addDays(today, -7 * pastWeeks));
	const all = intervals(queue.zone, fromAt, dayStart(queue.zone, today), 'quarter');
	const quarters = await exampleIntervals(database, [stored.id], all);
	const tallies = await readTallies(database, [stored], quarters);
	const sum = emptyTally();
	const calls = Array.from({ length: 96 }, () => priorCalls);
	tallies.forEach((tally, i) => {
		mergeTally(sum, tally);
		const place = quarterOfDay(queue, quarters[i]?.startAt ?? fromAt);
		calls[place] = (calls[place] ?? 0) + offered(tally);
	});
	const handling = sum.talkSeconds + sum.holdSeconds + sum.wrapSeconds;
	const aht = sum.handled > 0 ? Math.max(questionLimits.aht.from, Math.round(handling / sum.handled)) : null;
	const patience = meanPatienceSeconds(sum);
	return {
		usual: {
			aht: aht ?? assumedAhtSeconds,
			volume: 100,
			target: Math.min(questionLimits.target.to, Math.round(queue.service_level.target * 100)),
			threshold: queue.service_level.threshold_seconds,
			patience: patience === null ? null : Math.max(questionLimits.patience.from, Math.round(patience)),
			shrinkage: 30,
			occupancy: 90,
			least: 1,
			shift: 4
		},
		measured: aht !== null,
		quarterWeight: ({ startAt }) => calls[quarterOfDay(queue, startAt)] ?? 0
	};
}

function quarterOfDay({ zone }: Pick<Queue, 'zone'>, at: number): number {
	const { hour, minute } = wallTime(zone, at);
	return hour * 4 + Math.floor(minute / 15);
}
