import { area, curveStepAfter } from 'd3';
import { shareAxes, type ShareAxes } from './shareAxes.ts';

/** What has become of all callers after so many seconds; the three add up to 1. */
export interface WaitShare {
	seconds: number;
	answered: number;
	gone: number;
	waiting: number;
}

export interface WaitSharesShape extends ShareAxes {
	/** From the bottom up: answered, gone, and those who still wait fill the rest. */
	areas: { name: 'answered' | 'gone' | 'waiting'; path: string }[];
}

/** Three areas in steps on each other, from the call to the wait that one in fifty exceeds. */
export function waitShares(course: readonly WaitShare[]): WaitSharesShape {
	const longest = course.find(({ waiting }) => waiting <= 0.02)?.seconds ?? 0;
	const axes = shareAxes(Math.max(10, longest));
	const first = { seconds: 0, answered: 0, gone: 0, waiting: 1 };
	const within = course.filter(({ seconds }) => seconds <= axes.end);
	const steps = [first, ...within, { ...(within.at(-1) ?? first), seconds: axes.end }];
	const between = (low: (one: WaitShare) => number, high: (one: WaitShare) => number) =>
		area<WaitShare>()
			.x(({ seconds }) => axes.x(seconds))
			.y0((one) => axes.y(low(one)))
			.y1((one) => axes.y(high(one)))
			.curve(curveStepAfter)(steps) ?? '';
	const answered = (one: WaitShare) => one.answered;
	const ended = (one: WaitShare) => one.answered + one.gone;
	return {
		...axes,
		areas: [
			{ name: 'waiting', path: between(ended, () => 1) },
			{ name: 'gone', path: between(answered, ended) },
			{ name: 'answered', path: between(() => 0, answered) }
		]
	};
}
