import type { TimedCall } from '../waitEstimate/callEvents.ts';

/**
 * `live`: calls are told of while they happen. `late`: only afterwards, when who waits now cannot be known. `silent`:
 * nothing was told for longer than there are no calls. `unknown`: nothing was told yet.
 */
export type FeedState = 'live' | 'late' | 'silent' | 'unknown';

/** Of so many calls, the latest, it is known how soon they were told of. */
const callsKept = 20;
/** So many of them must have been told of in time. */
const inTimeShare = 0.8;
/** A waiting caller told of so long after coming is old news. */
const waitingLateMs = 60_000;
/** Anything else first told of so long after the caller came: those who waited meanwhile are not told of. */
const firstLateMs = 15_000;
/** Stored calls that are open and came so lately were told of while they happened. */
const openMs = 30 * 60_000;
/** How many times the usual pause between two calls is silence, and the bounds of that. */
const pauses = 8;
const shortestSilenceMs = 5 * 60_000;
const longestSilenceMs = 30 * 60_000;

/** Whether records of a queue come while its calls happen: only then is who waits now known. */
export class Feed {
	#inTime: boolean[] = [];
	#pauses: number[] = [];
	#lastCallAt: number | null = null;
	#lastHeardAt = -Infinity;

	/** A stored call. Nobody knows when it was told of, unless it is not over yet. */
	recalled(call: TimedCall, now: number): void {
		this.#pause(call.enqueuedAt);
		if (call.endedAt !== null || now - call.enqueuedAt > openMs || call.enqueuedAt > now) return;
		this.#keep(true);
		this.#lastHeardAt = Math.max(this.#lastHeardAt, call.answeredAt ?? call.enqueuedAt);
	}

	/** @param first nothing was told of the call before */
	heard({ enqueuedAt, answeredAt, endedAt }: TimedCall, heardAt: number, first: boolean): void {
		this.#lastHeardAt = Math.max(this.#lastHeardAt, heardAt);
		if (!first) return;
		this.#pause(enqueuedAt);
		const waits = answeredAt === null && endedAt === null;
		this.#keep(heardAt - enqueuedAt <= (waits ? waitingLateMs : firstLateMs));
	}

	state(at: number): FeedState {
		if (this.#inTime.length === 0) return 'unknown';
		if (this.#inTime.filter(Boolean).length < inTimeShare * this.#inTime.length) return 'late';
		return at - this.#lastHeardAt > this.#silenceMs() ? 'silent' : 'live';
	}

	#keep(inTime: boolean): void {
		this.#inTime.push(inTime);
		if (this.#inTime.length > callsKept) this.#inTime.shift();
	}

	#pause(at: number): void {
		if (this.#lastCallAt !== null && at > this.#lastCallAt) {
			this.#pauses.push(at - this.#lastCallAt);
			if (this.#pauses.length > callsKept) this.#pauses.shift();
		}
		this.#lastCallAt = Math.max(this.#lastCallAt ?? at, at);
	}

	/** By the median, which the night between two days does not lengthen. */
	#silenceMs(): number {
		const sorted = [...this.#pauses].sort((a, b) => a - b);
		const usual = sorted[Math.floor(sorted.length / 2)] ?? longestSilenceMs;
		return Math.min(longestSilenceMs, Math.max(shortestSilenceMs, pauses * usual));
	}
}
