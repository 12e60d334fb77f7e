import { addTo, meanOf } from '../waitEstimate/means.ts';
import type { WaitEvent } from '../waitEstimate/waitEvent.ts';

/** The simple estimates that ours is to beat, each in seconds for a caller who comes now; 0 until there is one. */
export type RivalEstimates = Record<(typeof rivals)[number], number>;

/**
 * `running_mean`: of all waits so far. `les`: the last caller to enter service. `hol`: how long the head of the line has
 * waited by now, else as `les`. `mean_10`: of the last ten answered. `queue_length`: callers ahead and oneself, times talk
 * time, over agents.
 */
export const rivals = ['running_mean', 'les', 'hol', 'mean_10', 'queue_length'] as const;

/** Told of the same events as the estimator, so that nobody knows more than another. */
export class Rivals {
	#waits = { sum: 0, count: 0 };
	#lastTen: number[] = [];
	#waiting = new Map<string, number>();
	#talks = new Map<string, number>();
	#talk = { sum: 0, weight: 0 };

	event(event: WaitEvent): void {
		if (event.kind === 'enqueued') this.#waiting.set(event.id, event.at);
		else if (event.kind === 'answered') this.#answer(event.id, event.at);
		else if (event.kind === 'left') this.#waiting.delete(event.id);
		else if (event.kind === 'finished') this.#finish(event.id, event.at);
	}

	/** `ahead`: as the estimator sees it, priorities heeded. */
	estimates(now: number, ahead: number): RivalEstimates {
		const les = this.#lastTen.at(-1) ?? 0;
		const [headAt] = this.#waiting.values();
		const talkSeconds = meanOf(this.#talk) ?? 0;
		return {
			running_mean: this.#waits.count > 0 ? this.#waits.sum / this.#waits.count : 0,
			les,
			hol: headAt === undefined ? les : (now - headAt) / 1000,
			mean_10: this.#lastTen.reduce((sum, wait) => sum + wait, 0) / Math.max(1, this.#lastTen.length),
			queue_length: ((ahead + 1) * talkSeconds) / Math.max(1, this.#talks.size)
		};
	}

	#answer(id: string, at: number): void {
		const enqueuedAt = this.#waiting.get(id);
		if (enqueuedAt === undefined) return;
		this.#waiting.delete(id);
		this.#talks.set(id, at);
		const wait = (at - enqueuedAt) / 1000;
		this.#lastTen.push(wait);
		if (this.#lastTen.length > 10) this.#lastTen.shift();
		if (wait > 0) this.#waits = { sum: this.#waits.sum + wait, count: this.#waits.count + 1 };
	}

	#finish(id: string, at: number): void {
		const answeredAt = this.#talks.get(id);
		this.#talks.delete(id);
		if (answeredAt !== undefined) this.#talk = addTo(this.#talk, (at - answeredAt) / 1000, 1000);
	}
}
