import type { Queue } from '#model/queue.ts';
import { exampleIntervals, leftOutRanges } from '#records/annotations.server.ts';
import type { Database } from '#records/database.server.ts';
import type { StoredQueue } from '#records/queues.server.ts';
import { keepAnswers } from '#rollups/keepAnswers.server.ts';
import { meanPatienceSeconds } from '#rollups/patience.ts';
import { readTallies } from '#rollups/read.server.ts';
import { emptyTally, mergeTally, offered, type Tally } from '#rollups/tally.ts';
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
	const range = {
		startAt: dayStart(queue.zone, addDays(today, -7 * pastWeeks)),
		endAt: dayStart(queue.zone, today)
	};
	const leftOut = await leftOutRanges(database, [stored.id], { fromAt: range.startAt, toAt: range.endAt });
	const key = JSON.stringify(leftOut.map(({ fromAt, toAt }) => [fromAt, toAt]));
	const { sum, calls } = await keptWeeks(database, { key, queues: [stored], range }, () =>
		readWeeks(database, stored, range)
	);
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

const keptWeeks = keepAnswers<{ sum: Tally; calls: number[] }>(2 * 1024 * 1024, ({ sum }) =>
	sum.waits.packed.reduce((bytes, part) => bytes + part.length, 4096)
);

/** All calls of a range together, and how many came in each quarter hour of the day. */
async function readWeeks(
	database: Database,
	stored: StoredQueue,
	{ startAt, endAt }: Interval
): Promise<{ sum: Tally; calls: number[] }> {
	const all = intervals(stored.queue.zone, startAt, endAt, 'quarter');
	const quarters = await exampleIntervals(database, [stored.id], all);
	const tallies = await readTallies(database, [stored], quarters);
	const sum = emptyTally();
	const calls = Array.from({ length: 96 }, () => priorCalls);
	tallies.forEach((tally, i) => {
		mergeTally(sum, tally);
		const place = quarterOfDay(stored.queue, quarters[i]?.startAt ?? startAt);
		calls[place] = (calls[place] ?? 0) + offered(tally);
	});
	return { sum, calls };
}

function quarterOfDay({ zone }: Pick<Queue, 'zone'>, at: number): number {
	const { hour, minute } = wallTime(zone, at);
	return hour * 4 + Math.floor(minute / 15);
}
