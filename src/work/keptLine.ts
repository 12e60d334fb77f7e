import { dayKind } from '#analysis/dayKind.ts';
import { LiveLine, type HeardCall, type LineState } from '#analysis/liveWait/liveLine.ts';
import { shownNow, type ShownWait, type WhyNotLive } from '#analysis/liveWait/shownNow.ts';
import type { TypicalHours } from '#analysis/typicalHours.ts';
import type { WaitEstimate } from '#analysis/waitEstimate/createWaitEstimator.ts';
import { openAt } from '#time/serviceHours.ts';
import { wallTime } from '#time/zone.ts';
import type { DatedQueue } from './datedQueues.server.ts';

/** What is shown of the wait now changes only on this grid. */
export const shownGridMs = 60_000;

export interface Shown {
	shown: ShownWait | null;
	whyNotLive: WhyNotLive | null;
}

/** The line of one queue while the process runs, and what callers were told of it last. */
export class KeptLine {
	#live = new LiveLine();
	/** What came in before the past was recalled; null afterwards. */
	#early: { calls: HeardCall[]; heardAt: number }[] | null = [];
	#listeners = new Set<() => void>();
	/** What was shown last, and of what it was made. */
	#shown: Shown = { shown: null, whyNotLive: 'unknown' };
	#grid = -1;
	#madeOf: { dated: DatedQueue; typical: TypicalHours } | null = null;

	get isRecalled(): boolean {
		return this.#early === null;
	}

	/** Takes the calls of the past as of `at`, then what has come in since; once, until it forgets. */
	recall(past: readonly HeardCall[], at: number): void {
		if (!this.#early) return;
		this.#live.recall(past, at);
		for (const { calls, heardAt } of this.#early) this.#live.hear(calls, heardAt);
		this.#early = null;
	}

	forget(): void {
		this.#live = new LiveLine();
		this.#early = [];
		this.#grid = -1;
	}

	hear(calls: HeardCall[], heardAt: number): void {
		if (this.#early) this.#early.push({ calls, heardAt });
		else if (this.#live.hear(calls, heardAt)) for (const changed of this.#listeners) changed();
	}

	state(at: number): LineState | null {
		return this.isRecalled ? this.#live.state(at) : null;
	}

	estimate(at: number): WaitEstimate | null {
		return this.state(at)?.feed === 'live' ? this.#live.estimate(at) : null;
	}

	/** The same within a grid step, so that nobody can tell from it when a single caller came or left. */
	shown(dated: DatedQueue, typical: TypicalHours, at: number): Shown {
		const grid = Math.floor(at / shownGridMs);
		if (this.#grid < grid || this.#madeOf?.dated !== dated || this.#madeOf.typical !== typical) {
			this.#shown = this.#shownOnGrid(dated, typical, grid * shownGridMs);
			this.#grid = grid;
			this.#madeOf = { dated, typical };
		}
		return this.#shown;
	}

	onChange(changed: () => void): () => void {
		this.#listeners.add(changed);
		return () => this.#listeners.delete(changed);
	}

	#shownOnGrid({ queue }: DatedQueue, typical: TypicalHours, at: number): Shown {
		if (!openAt(queue, at)) return { shown: null, whyNotLive: null };
		const { date, hour } = wallTime(queue.zone, at);
		const { kind, weekday } = dayKind(queue, date);
		const feed = this.state(at)?.feed;
		const live = this.#live;
		return shownNow(feed ? { feed, estimate: live.estimate(at), learned: live.learned } : null, {
			typical: typical(kind, weekday, hour),
			minCalls: queue.public.min_calls,
			before: this.#shown.shown
		});
	}
}
