import { Calibration, type Basis, type Prediction } from './calibration.ts';
import { drainAt, drained, drainRate, emptyDrain, type Floor } from './drain.ts';
import { Ghosts } from './ghosts.ts';
import { HeadStarts } from './headStarts.ts';
import { addTo, meanOf } from './means.ts';
import type { Caller, WaitEvent } from './waitEvent.ts';
import { waitModel } from './waitModel.ts';

/** The wait of somebody who calls now and finds no agent free. */
export interface WaitEstimate {
	/** Half of such callers wait no longer. */
	medianSeconds: number;
	p80Seconds: number;
	/** Eight of ten wait between these two. */
	p10Seconds: number;
	p90Seconds: number;
	basis: Basis;
	/** Callers who are served before. */
	ahead: number;
}

export interface WaitEstimator {
	/** Tells what has happened. In order of time; what comes late is taken as if it came now. */
	event(event: WaitEvent): void;
	/** null: nothing tells of any agent at work. Changes nothing. */
	estimate(now: number, caller?: { priority?: number | null }): WaitEstimate | null;
}

export interface WaitEstimatorOptions {
	/** Agents on duty, where it is known and does not change; else `staffed` events tell. */
	agents?: number;
	/** A call whose end was never told is forgotten after so long. Default 6 hours. */
	forgetAfterMs?: number;
}

/**
 * Estimates waits of one queue from what has happened in it, learning as it goes. Whatever it knows comes from events,
 * so the last weeks of stored calls (`callEvents`) make one that is as good as if it had always run: 30,000 calls take
 * a fraction of a second. The method, and how well it does, are in docs/waits.md.
 */
export function createWaitEstimator(options: WaitEstimatorOptions = {}): WaitEstimator {
	const { forgetAfterMs = 6 * 3_600_000 } = options;
	const waiting = new Map<string, Caller & { prediction: Prediction | null }>();
	const talks = new Map<string, number>();
	const order = new HeadStarts();
	const ghosts = new Ghosts();
	const calibration = new Calibration();
	let staffed = options.agents ?? null;
	let drain = emptyDrain(-Infinity);
	let talk = { sum: 0, weight: 0 };
	/** One of them leaves in so many seconds that somebody waits; at the start, one in ten minutes. */
	let leaving = { sum: 600, weight: 1 };
	let lastAnswerAt = -Infinity;

	const floor = (): Floor => ({
		waiting: waiting.size,
		talking: talks.size,
		staffed,
		talkSeconds: meanOf(talk)
	});

	function predict(now: number, caller: Caller): Prediction | null {
		if (talks.size === 0 && staffed === null && now - lastAnswerAt > silenceMs) return null;
		const rate = drainRate(drainAt(drain, now, floor()), floor());
		if (rate === 0) return null;
		let ahead = 0;
		for (const other of waiting.values()) if (order.isBefore(other, caller)) ahead++;
		const model = waitModel(ahead, { rate, leaving: leaving.weight / leaving.sum });
		return calibration.predict(ahead, model);
	}

	function advance(at: number): void {
		if (drain.at === -Infinity) drain = emptyDrain(at);
		const seconds = Math.max(0, at - drain.at) / 1000;
		leaving = { ...leaving, sum: leaving.sum + seconds * waiting.size };
		drain = drainAt(drain, at, floor());
		for (const [id, { enqueuedAt }] of waiting) {
			if (at - enqueuedAt < forgetAfterMs) break;
			waiting.delete(id);
		}
		for (const [id, answeredAt] of talks) {
			if (at - answeredAt < forgetAfterMs) break;
			talks.delete(id);
		}
	}

	function learnGhosts(at: number, answered: Caller | null): void {
		for (const { prediction, waitSeconds } of ghosts.resolve(at, answered, order))
			calibration.wouldHaveBeen(prediction, waitSeconds);
	}

	function answer(id: string, at: number): void {
		talks.set(id, at);
		lastAnswerAt = at;
		const caller = waiting.get(id);
		if (!caller) return;
		waiting.delete(id);
		order.learn(caller, waiting.values());
		const waitSeconds = (at - caller.enqueuedAt) / 1000;
		if (waitSeconds > 0) {
			drain = drained(drain);
			if (caller.prediction) calibration.served(caller.prediction, waitSeconds);
		}
		learnGhosts(at, caller);
	}

	function leave(id: string, at: number, by: 'caller' | 'line'): void {
		const caller = waiting.get(id);
		if (!caller) return;
		waiting.delete(id);
		leaving = addTo({ sum: leaving.sum, weight: leaving.weight }, 0, leavingMemory);
		// Whom the line sends away would not have been answered by staying on.
		if (by === 'caller' && at > caller.enqueuedAt && caller.prediction) ghosts.add(caller, caller.prediction);
		learnGhosts(at, null);
	}

	return {
		event(event) {
			const at = Math.max(event.at, drain.at);
			advance(at);
			if (event.kind === 'enqueued') {
				const caller = { id: event.id, enqueuedAt: event.at, priority: event.priority ?? 0 };
				waiting.set(event.id, { ...caller, prediction: predict(at, caller) });
			} else if (event.kind === 'answered') answer(event.id, at);
			else if (event.kind === 'left') leave(event.id, at, event.by);
			else if (event.kind === 'staffed') staffed = event.agents;
			else {
				const answeredAt = talks.get(event.id);
				if (answeredAt !== undefined) talk = addTo(talk, (at - answeredAt) / 1000, talkMemory);
				talks.delete(event.id);
			}
		},
		estimate(now, { priority } = {}) {
			const at = Math.max(now, drain.at);
			const prediction = predict(at, { id: '', enqueuedAt: at, priority: priority ?? 0 });
			if (!prediction) return null;
			const { p10, median, p80, p90 } = prediction.said;
			return {
				medianSeconds: median,
				p80Seconds: p80,
				p10Seconds: p10,
				p90Seconds: p90,
				basis: prediction.basis,
				ahead: prediction.ahead
			};
		}
	};
}

/** Talk times are much the same from week to week; a thousand of them are known to within a few percent. */
const talkMemory = 1000;
/** The same for patience, of which one call in ten or so tells. */
const leavingMemory = 1000;
/** Nobody has talked for so long: nobody seems to be there. */
const silenceMs = 3_600_000;
