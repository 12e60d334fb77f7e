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
	/**
	 * The longest waits among the calls taken away, unless one that waited as long has come with them or after them: if
	 * one was the row's longest, the row's longest is looked up anew.
	 */
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
	private readonly all: RollupChange[] = [];
	private readonly quarters = new Map<number, Map<number, Map<number, RollupChange>>>();

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

	/** Adds what has happened after all this: among it calls that were added here may be taken away again. */
	join(later: RollupChanges): void {
		for (const { difference, ...change } of later.all) {
			const mine = this.sumOf(change.queueId, change.topicId, change.startAt / quarterMs);
			mine.removedAnsweredMs = lostAfter(
				mine.removedAnsweredMs,
				change.removedAnsweredMs,
				difference.longestAnsweredMs
			);
			mine.removedAbandonedMs = lostAfter(
				mine.removedAbandonedMs,
				change.removedAbandonedMs,
				difference.longestAbandonedMs
			);
			mergeTally(mine.difference, difference);
		}
	}

	/** A call whose mark "called before" has changed, and nothing else of it. */
	markRepeat(call: Pick<PlacedCall, 'queueId' | 'topicId' | 'enqueuedAt' | 'repeat'>): void {
		this.quarterOf(call).difference.repeatCallers += call.repeat ? 1 : -1;
	}

	/** A call of which the caller is no longer known, and nothing else has changed. */
	forgetCaller(call: Pick<PlacedCall, 'queueId' | 'topicId' | 'enqueuedAt' | 'repeat'>): void {
		const { difference } = this.quarterOf(call);
		difference.withCaller -= 1;
		if (call.repeat) difference.repeatCallers -= 1;
	}

	/**
	 * All rows that change, at every level, for every topic touched and for all topics together; in one order for
	 * everybody who writes.
	 * @param spanOf the time of a queue's row of a level around an instant
	 */
	rows(spanOf: (queueId: number, level: RollupLevel, at: number) => Interval): RollupChange[] {
		const quarters = new Map<string, RollupChange>();
		const mine = new Set<RollupChange>();
		for (const change of this.all) {
			if (change.topicId !== noTopic) mergeChange(quarters, mine, change);
			mergeChange(quarters, mine, { ...change, topicId: allTopics });
		}
		const coarse = new Map<string, RollupChange>();
		for (const level of coarseLevels) {
			let [ofQueue, span]: [number, Interval] = [0, { startAt: 0, endAt: 0 }];
			for (const change of quarters.values()) {
				const { queueId, startAt } = change;
				// Neighbours lie in one month: what the clock says is worked out once.
				if (queueId !== ofQueue || startAt < span.startAt || startAt >= span.endAt)
					[ofQueue, span] = [queueId, spanOf(queueId, level, startAt)];
				mergeChange(coarse, mine, { ...change, level, startAt: span.startAt, endAt: span.endAt });
			}
		}
		return [...quarters.values(), ...coarse.values()].sort(inOrder);
	}

	private quarterOf(call: Pick<PlacedCall, 'queueId' | 'topicId' | 'enqueuedAt'>): RollupChange {
		return this.sumOf(call.queueId, call.topicId ?? noTopic, Math.floor(call.enqueuedAt / quarterMs));
	}

	private sumOf(queueId: number, topicId: number, quarter: number): RollupChange {
		// Maps in maps and no key of text: this runs for every call.
		const ofQueue = inner(this.quarters, queueId);
		const ofTopic = inner(ofQueue, topicId);
		let change = ofTopic.get(quarter);
		if (!change) {
			const startAt = quarter * quarterMs;
			change = {
				queueId,
				level: levels.quarter,
				topicId,
				startAt,
				endAt: startAt + quarterMs,
				difference: emptyTally(),
				removedAnsweredMs: null,
				removedAbandonedMs: null
			};
			ofTopic.set(quarter, change);
			this.all.push(change);
		}
		return change;
	}
}

function inner<Key, Value>(maps: Map<number, Map<Key, Value>>, key: number): Map<Key, Value> {
	let map = maps.get(key);
	if (!map) maps.set(key, (map = new Map()));
	return map;
}

/** What is lost of two that were, once these have come: the first before they came, the second with them. */
function lostAfter(beforeMs: number | null, withMs: number | null, addedMs: number | null): number | null {
	const lostMs = longer(beforeMs, withMs);
	return lostMs !== null && lostMs > (addedMs ?? -1) ? lostMs : null;
}

/** Calls without a topic count only in the row of all topics. */
const noTopic = -1;

/**
 * Adds a change to the sum of its row. A row that only one change is for takes that one's difference as it is; it is
 * copied when a second one comes. `mine` are the sums whose differences have been copied.
 */
function mergeChange(sums: Map<string, RollupChange>, mine: Set<RollupChange>, change: RollupChange): void {
	const key = keyOf(change);
	const sum = sums.get(key);
	if (!sum) {
		sums.set(key, change);
		return;
	}
	if (!mine.has(sum)) {
		const own = { ...sum, difference: emptyTally() };
		mergeTally(own.difference, sum.difference);
		mine.add(own);
		sums.set(key, own);
		return mergeChange(sums, mine, change);
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
