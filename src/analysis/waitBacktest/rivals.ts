import { drainAt, emptyDrain } from '../waitEstimate/drain.ts';
import { addTo, meanOf } from '../waitEstimate/means.ts';
import type { WaitEvent } from '../waitEstimate/waitEvent.ts';

/** The simple estimates that ours is to beat, each in seconds for a caller who comes now; 0 until there is one. */
export type RivalEstimates = Record<(typeof rivals)[number], number>;

/**
 * `running_mean`: of all waits so far. `les`: the last caller to enter service. `hol`: how long the head of the line has
 * waited by now, else as `les`. `mean_10`: of the last ten answered. `queue_length`: those who wait and oneself, times
 * talk time, over agents, as vendors have it.
 */
export const rivals = ['running_mean', 'les', 'hol', 'mean_10', 'queue_length'] as const;

/** Told of the same events as the estimator, so that nobody knows more than another. */
export class Rivals {
	#waits = { sum: 0, count: 0 };
	#lastTen: number[] = [];
	#waiting = new Map<string, number>();
	#talks = new Map<string, number>();
	#talk = { sum: 0, weight: 0 };
	/** Only for the number of agents: as well counted as the estimator does, those between two talks included. */
	#drain = emptyDrain(-Infinity);

	event(event: WaitEvent): void {
		this.#drain = drainAt(this.#drain, event.at, {
			waiting: this.#waiting.size,
			talking: this.#talks.size,
			staffed: null,
			talkSeconds: null
		});
		if (event.kind === 'enqueued') this.#waiting.set(event.id, event.at);
		else if (event.kind === 'answered') this.#answer(event.id, event.at);
		else if (event.kind === 'left') this.#waiting.delete(event.id);
		else if (event.kind === 'finished') this.#finish(event.id, event.at);
	}

	estimates(now: number): RivalEstimates {
		const les = this.#lastTen.at(-1) ?? 0;
		const [headAt] = this.#waiting.values();
		const talkSeconds = meanOf(this.#talk) ?? 0;
		return {
			running_mean: this.#waits.count > 0 ? this.#waits.sum / this.#waits.count : 0,
			les,
			hol: headAt === undefined ? les : (now - headAt) / 1000,
			mean_10: this.#lastTen.reduce((sum, wait) => sum + wait, 0) / Math.max(1, this.#lastTen.length),
			queue_length:
				((this.#waiting.size + 1) * talkSeconds) / Math.max(1, this.#talks.size, this.#drain.agents ?? 0)
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
