import { aheadBand, type AheadBand } from '../waitEstimate/calibration.ts';
import type { TimedCall } from '../waitEstimate/callEvents.ts';
import type { Told } from './replayWaits.ts';
import { rivals } from './rivals.ts';

/** How well waits were told, over the callers who waited and were answered. null: nobody to tell it by. */
export interface WaitScores {
	callers: number;
	/** Those of them to whom Offpeak would have shown no number: in the errors as 0 seconds, not in the shares. */
	without_estimate: number;
	/** The others, by callers ahead. */
	callers_by_ahead: Record<AheadBand, number>;
	methods: Record<(typeof rivals)[number], Errors> & { offpeak: Errors & Held & HeldByAhead };
}

export interface Errors {
	/** Seconds, of the median where a method gives more than one number. */
	rmse: number | null;
	mae: number | null;
}

/** Shares of callers. */
export interface Held {
	/** Waits within the 10–90 % range. */
	coverage_80: number | null;
	/** Waits no longer than the median. */
	median_held: number | null;
	/** Waits no longer than the 80th percentile. */
	most_held: number | null;
}

/** By callers ahead. */
export type HeldByAhead = { [name in keyof Held as `${name}_by_ahead`]: Record<AheadBand, number | null> };

export function scoreWaits(told: Iterable<Told<TimedCall>>): WaitScores {
	const waited = [...told].map((one) => ({ ...one, wait: waitSeconds(one.call) })).filter(isServed);
	const shown = waited.flatMap(({ estimate, wait }) => (estimate ? [{ ...estimate, wait }] : []));
	const errorsOf = (estimate: (one: Waited) => number) =>
		errors(waited.map((one) => estimate(one) - one.wait));
	const bands = byAhead((band) => shown.filter(({ ahead }) => aheadBand(ahead) === band));
	const heldAt = byAhead((band) => held(bands[band]));
	return {
		callers: waited.length,
		without_estimate: waited.length - shown.length,
		callers_by_ahead: byAhead((band) => bands[band].length),
		methods: {
			running_mean: errorsOf((one) => one.rivals.running_mean),
			les: errorsOf((one) => one.rivals.les),
			hol: errorsOf((one) => one.rivals.hol),
			mean_10: errorsOf((one) => one.rivals.mean_10),
			queue_length: errorsOf((one) => one.rivals.queue_length),
			offpeak: {
				...errorsOf(({ estimate }) => estimate?.medianSeconds ?? 0),
				...held(shown),
				coverage_80_by_ahead: byAhead((band) => heldAt[band].coverage_80),
				median_held_by_ahead: byAhead((band) => heldAt[band].median_held),
				most_held_by_ahead: byAhead((band) => heldAt[band].most_held)
			}
		}
	};
}

type Waited = Told<TimedCall> & { wait: number };

function waitSeconds({ enqueuedAt, answeredAt }: TimedCall): number | null {
	return answeredAt === null ? null : (answeredAt - enqueuedAt) / 1000;
}

function isServed<T extends { wait: number | null }>(one: T): one is T & { wait: number } {
	return one.wait !== null && one.wait > 0;
}

function errors(differences: number[]): Errors {
	const squares = differences.map((difference) => difference * difference);
	const mse = mean(squares);
	return { rmse: mse === null ? null : Math.sqrt(mse), mae: mean(differences.map(Math.abs)) };
}

interface Shown {
	wait: number;
	p10Seconds: number;
	medianSeconds: number;
	p80Seconds: number;
	p90Seconds: number;
}

function held(shown: Shown[]): Held {
	const share = (holds: (one: Shown) => boolean) => mean(shown.map((one) => (holds(one) ? 1 : 0)));
	return {
		coverage_80: share(({ wait, p10Seconds, p90Seconds }) => wait >= p10Seconds && wait <= p90Seconds),
		median_held: share(({ wait, medianSeconds }) => wait <= medianSeconds),
		most_held: share(({ wait, p80Seconds }) => wait <= p80Seconds)
	};
}

function mean(values: number[]): number | null {
	return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
}

function byAhead<T>(of: (band: AheadBand) => T): Record<AheadBand, T> {
	return { '0': of('0'), '1-2': of('1-2'), '3-5': of('3-5'), '6+': of('6+') };
}
