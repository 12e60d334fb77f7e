import type { Interval } from '#time/intervals.ts';
import { coarseLevels, levels, type RollupLevel } from './levels.ts';
import { addCall, emptyTally, longer, mergeTally, waitOf, type CountedCall, type Tally } from './tally.ts';

/** In the rollups, topic 0 stands for all calls, whatever their topic. */
export const allTopics = 0;

export const quarterMs = 15 * 60_000;

export interface RollupKey {
	queueId: number;
	level: RollupLevel;
	topicId: number;
	startAt: number;
}

/** What one rollup row has to change by. */
export interface RollupChange extends RollupKey {
	endAt: number;
	difference: Tally;
	/** The longest waits among the calls taken away: if one was the row's longest, the row's longest is looked up anew. */
	removedAnsweredMs: number | null;
	removedAbandonedMs: number | null;
}

/** A call with its place in the rollups. */
export interface PlacedCall extends CountedCall {
	queueId: number;
	topicId: number | null;
}

/** Gathers what a batch adds and takes away, folded to one difference per quarter hour, queue and topic. */
export class RollupChanges {
	private readonly quarters = new Map<string, RollupChange>();

	add(call: PlacedCall): void {
		addCall(this.quarterOf(call).difference, call, 1);
	}

	remove(call: PlacedCall): void {
		const change = this.quarterOf(call);
		addCall(change.difference, call, -1);
		const waitMs = waitOf(call);
		if (call.outcome === 'answered') change.removedAnsweredMs = longer(change.removedAnsweredMs, waitMs);
		if (call.outcome === 'abandoned') change.removedAbandonedMs = longer(change.removedAbandonedMs, waitMs);
	}

	/** A call whose mark "called before" has changed, and nothing else of it. */
	markRepeat(call: Pick<PlacedCall, 'queueId' | 'topicId' | 'enqueuedAt' | 'repeat'>): void {
		this.quarterOf(call).difference.repeatCallers += call.repeat ? 1 : -1;
	}

	/**
	 * All rows that change, at every level, for every topic touched and for all topics together; in one order for
	 * everybody who writes.
	 * @param spanOf the time of a queue's row of a level around an instant
	 */
	rows(spanOf: (queueId: number, level: RollupLevel, at: number) => Interval): RollupChange[] {
		const quarters = new Map<string, RollupChange>();
		for (const change of this.quarters.values()) {
			if (change.topicId !== noTopic) mergeChange(quarters, change);
			mergeChange(quarters, { ...change, topicId: allTopics });
		}
		const coarse = new Map<string, RollupChange>();
		for (const level of coarseLevels)
			for (const change of quarters.values())
				mergeChange(coarse, { ...change, level, ...spanOf(change.queueId, level, change.startAt) });
		return [...quarters.values(), ...coarse.values()].sort(inOrder);
	}

	private quarterOf(call: Pick<PlacedCall, 'queueId' | 'topicId' | 'enqueuedAt'>): RollupChange {
		const quarter = Math.floor(call.enqueuedAt / quarterMs);
		const topicId = call.topicId ?? noTopic;
		// The quarter's number and not its instant: this runs for every call, and short numbers are quick to write.
		const key = `${call.queueId} ${topicId} ${quarter}`;
		let change = this.quarters.get(key);
		if (!change) {
			const startAt = quarter * quarterMs;
			change = {
				queueId: call.queueId,
				level: levels.quarter,
				topicId,
				startAt,
				endAt: startAt + quarterMs,
				difference: emptyTally(),
				removedAnsweredMs: null,
				removedAbandonedMs: null
			};
			this.quarters.set(key, change);
		}
		return change;
	}
}

/** Calls without a topic count only in the row of all topics. */
const noTopic = -1;

function mergeChange(sums: Map<string, RollupChange>, change: RollupChange): void {
	const key = keyOf(change);
	let sum = sums.get(key);
	if (!sum) {
		sum = { ...change, difference: emptyTally(), removedAnsweredMs: null, removedAbandonedMs: null };
		sums.set(key, sum);
	}
	mergeTally(sum.difference, change.difference);
	sum.removedAnsweredMs = longer(sum.removedAnsweredMs, change.removedAnsweredMs);
	sum.removedAbandonedMs = longer(sum.removedAbandonedMs, change.removedAbandonedMs);
}

function inOrder(a: RollupKey, b: RollupKey): number {
	return a.queueId - b.queueId || a.level - b.level || a.topicId - b.topicId || a.startAt - b.startAt;
}

export function keyOf({ queueId, level, topicId, startAt }: RollupKey): string {
	return `${queueId} ${level} ${topicId} ${startAt}`;
}
