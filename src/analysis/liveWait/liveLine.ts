import type { Outcome } from '#model/call.ts';
import { callEvents, type TimedCall } from '../waitEstimate/callEvents.ts';
import { createWaitEstimator, type WaitEstimate } from '../waitEstimate/createWaitEstimator.ts';
import type { WaitEvent } from '../waitEstimate/waitEvent.ts';
import { Feed, type FeedState } from './feed.ts';

/** A record as it was heard of; `id` names the call among those of all sources. */
export interface HeardCall extends Omit<TimedCall, 'outcome'> {
	outcome: Outcome | 'deleted';
}

/** Who is in a line and how fresh that is. */
export interface LineState {
	waiting: number;
	/** When the one who waits longest came; null when nobody waits. */
	longestSinceAt: number | null;
	talking: number;
	feed: FeedState;
}

/** How far a call has gone, as it was told of. */
const stages = { enqueued: 1, answered: 2, left: 2, finished: 3, staffed: 0 } as const;
/** A call whose end was never told is forgotten after so long, and one that has ended too: no news of it matters any more. */
const forgetAfterMs = 6 * 3_600_000;
/** Of those that have ended the latest so many are known: one that is told of again later changes nothing either way. */
const endedKept = 1_000;
/** Senders that gather records for some seconds tell of one call after a later one; of so much nothing is lost. */
const disorderMs = 30_000;
const prioritiesKept = 200;

interface Known {
	enqueuedAt: number;
	stage: number;
	answered: boolean;
}

/**
 * One queue as it is now, from records in whatever pieces they come: who waits, who talks, and an estimator that has
 * been told of every event once, in order of time as far as the records are.
 */
export class LiveLine {
	/** Those that are not over, in order of arrival. */
	#open = new Map<string, Known>();
	/** When the callers of those that are over came, in the order in which they ended. */
	#ended = new Map<string, number>();
	#estimator = createWaitEstimator({ forgetAfterMs });
	#feed = new Feed();
	#priorities: number[] = [];
	/** The last event that the estimator was told of. */
	#clockAt = -Infinity;
	/** Callers who waited and were answered, as far as was told: what the estimate rests on. */
	learned = 0;

	/** Takes stored calls of the past as the ground to stand on; in any order, once, before anything is heard. */
	recall(calls: readonly HeardCall[], now: number): void {
		const counted = calls.filter(isCounted);
		this.#tell(counted, -Infinity);
		for (const call of counted) {
			this.#feed.recalled(call, now);
			this.#keepPriority(call.priority ?? null);
		}
	}

	/** Takes records as they come in, `heardAt` being the clock's time. Says whether anything changed. */
	hear(calls: readonly HeardCall[], heardAt: number): boolean {
		this.#forget(heardAt);
		const fresh: TimedCall[] = [];
		for (const call of calls) {
			if (heardAt - call.enqueuedAt > forgetAfterMs) continue;
			const open = this.#open.get(call.id);
			if (!isCounted(call)) {
				if (open) fresh.push(takenBack(call, open, heardAt));
				continue;
			}
			const known = open !== undefined || this.#ended.has(call.id);
			this.#feed.heard(call, heardAt, !known);
			// A call that comes whole and late would be told out of order: its times would be taken as if they were now.
			if (!known && call.endedAt !== null && call.enqueuedAt < this.#clockAt - disorderMs) this.#end(call);
			else {
				if (!known) this.#keepPriority(call.priority ?? null);
				fresh.push(call);
			}
		}
		return this.#tell(fresh, heardAt) > 0;
	}

	state(at: number): LineState {
		let [waiting, talking] = [0, 0];
		let longestSinceAt: number | null = null;
		for (const { enqueuedAt, stage, answered } of this.#open.values()) {
			if (at - enqueuedAt > forgetAfterMs) continue;
			if (stage === stages.enqueued) {
				waiting++;
				longestSinceAt = Math.min(longestSinceAt ?? Infinity, enqueuedAt);
			} else if (stage === stages.answered && answered) talking++;
		}
		return { waiting, longestSinceAt, talking, feed: this.#feed.state(at) };
	}

	/** The wait of a caller of the usual priority who comes now; null where nothing tells of any agent. */
	estimate(at: number): WaitEstimate | null {
		return this.#estimator.estimate(at, { priority: this.#usualPriority() });
	}

	/** Tells the estimator what it was not told of these calls yet; how many events that were. */
	#tell(calls: readonly TimedCall[], now: number): number {
		let told = 0;
		for (const event of callEvents(calls)) {
			if (event.kind === 'staffed') continue;
			const stage = stages[event.kind];
			const known = this.#open.get(event.id);
			if (this.#ended.has(event.id) || stage <= (known?.stage ?? 0)) continue;
			told++;
			this.#count(event, known);
			this.#estimator.event(event);
			this.#clockAt = Math.max(this.#clockAt, event.at);
			const enqueuedAt = known?.enqueuedAt ?? event.at;
			const answered = event.kind === 'answered' || (known?.answered ?? false);
			if (event.kind === 'left' || event.kind === 'finished') this.#end({ id: event.id, enqueuedAt });
			else this.#open.set(event.id, { enqueuedAt, stage, answered });
		}
		this.#forget(now === -Infinity ? this.#clockAt : now);
		return told;
	}

	#count(event: WaitEvent, known: Known | undefined): void {
		if (event.kind === 'answered' && known && event.at > known.enqueuedAt) this.learned++;
	}

	#end({ id, enqueuedAt }: Pick<TimedCall, 'id' | 'enqueuedAt'>): void {
		this.#open.delete(id);
		this.#ended.set(id, enqueuedAt);
	}

	/** Calls stand in the order in which they were told of, which is nearly that of arrival. */
	#forget(now: number): void {
		for (const [id, { enqueuedAt }] of this.#open) {
			if (now - enqueuedAt <= forgetAfterMs) break;
			this.#open.delete(id);
		}
		for (const [id, enqueuedAt] of this.#ended) {
			if (now - enqueuedAt <= forgetAfterMs && this.#ended.size <= endedKept) break;
			this.#ended.delete(id);
		}
	}

	#keepPriority(priority: number | null): void {
		this.#priorities.push(priority ?? 0);
		if (this.#priorities.length > prioritiesKept) this.#priorities.shift();
	}

	/** That of most callers: what is said in public is for the one who has no other. */
	#usualPriority(): number {
		const counts = new Map<number, number>();
		for (const priority of this.#priorities) counts.set(priority, (counts.get(priority) ?? 0) + 1);
		let [usual, most] = [0, 0];
		for (const [priority, count] of counts) if (count > most) [usual, most] = [priority, count];
		return usual;
	}
}

function isCounted(call: HeardCall): call is TimedCall {
	return call.outcome !== 'deleted';
}

/** A record that was deleted, or moved to another queue: its caller is gone from this one, by nobody's own will. */
function takenBack({ id, priority }: HeardCall, { enqueuedAt, answered }: Known, at: number): TimedCall {
	return {
		id,
		priority,
		enqueuedAt,
		answeredAt: answered ? enqueuedAt : null,
		endedAt: at,
		outcome: answered ? 'answered' : 'lost'
	};
}
