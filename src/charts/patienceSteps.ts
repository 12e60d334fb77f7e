import { area, curveStepAfter, line } from 'd3';
import { shareAxes, type ShareAxes } from './shareAxes.ts';

/** The share of callers who would still wait, with its interval, from `seconds` on. */
export interface PatienceStep {
	seconds: number;
	share: number;
	low: number;
	high: number;
}

export interface PatienceShape extends ShareAxes {
	line: string;
	band: string;
	/** Where half are gone, as a cross of two strokes; null where that is not reached. */
	median: string | null;
}

/**
 * A line in steps within its band.
 * @param until how far it is known: the longest wait of which enough callers tell
 */
export function patienceSteps(
	points: readonly PatienceStep[],
	{ until, medianSeconds }: { until: number; medianSeconds: number | null }
): PatienceShape {
	const axes = shareAxes(Math.max(10, until));
	const first = { seconds: 0, share: 1, low: 1, high: 1 };
	const within = points.filter(({ seconds }) => seconds <= until);
	const steps = [first, ...within, { ...(within.at(-1) ?? first), seconds: until }];
	const median = medianSeconds !== null && medianSeconds <= until ? axes.x(medianSeconds) : null;
	return {
		...axes,
		line:
			line<PatienceStep>()
				.x(({ seconds }) => axes.x(seconds))
				.y(({ share }) => axes.y(share))
				.curve(curveStepAfter)(steps) ?? '',
		band:
			area<PatienceStep>()
				.x(({ seconds }) => axes.x(seconds))
				.y0(({ low }) => axes.y(low))
				.y1(({ high }) => axes.y(high))
				.curve(curveStepAfter)(steps) ?? '',
		median: median === null ? null : `M0,${axes.y(0.5)}H${median}V${axes.y(0)}`
	};
}
