import type { WaitEnds } from './waitEnds.ts';

/** How many callers would still wait after so many seconds, if nobody were answered. */
export interface PatiencePoint {
	seconds: number;
	/** Share 0..1, with its 95 % interval. */
	share: number;
	low: number;
	high: number;
	/** Who still waited just before. */
	atRisk: number;
}

export interface PatienceCurve {
	/** A point at every wait after which somebody gave up. */
	points: PatiencePoint[];
	/** When half would be gone, in seconds; null: more than half outlasted what is known. The interval is of 95 %; an end that is not known is null. */
	median: { seconds: number; low: number | null; high: number | null } | null;
	/**
	 * How far the curve can be off because waits are counted in bins: within a bin it is not known who went first. 0
	 * where all waits are exact. Of points with `solid` callers still waiting.
	 */
	within: number;
	abandoned: number;
}

/** A point with fewer callers still waiting is hardly more than a story of single persons. */
export const solid = 10;
const z = 1.959964;

/**
 * The patience curve of Kaplan and Meier (1958): callers who gave up are the events, callers who were answered are
 * censored at their wait. Who is answered at the same wait at which another gives up was still there. Intervals by
 * Greenwood's variance on the scale of log(−log S); that of the median after Brookmeyer and Crowley (1982).
 */
export function patienceCurve(ends: readonly WaitEnds[]): PatienceCurve {
	let atRisk = ends.reduce((sum, { answered, abandoned }) => sum + answered + abandoned, 0);
	let [share, lowest, greenwood, within, abandoned] = [1, 1, 0, 0, 0];
	const points: PatiencePoint[] = [];
	for (const end of ends) {
		if (end.abandoned > 0 && atRisk > 0) {
			share *= 1 - end.abandoned / atRisk;
			// Had all who were answered in this bin gone before.
			const left = end.exact ? atRisk : atRisk - end.answered;
			lowest *= Math.max(0, 1 - end.abandoned / left);
			greenwood += end.abandoned / (atRisk * (atRisk - end.abandoned));
			if (atRisk >= solid) within = Math.max(within, share - lowest);
			points.push({ seconds: end.seconds, share, ...interval(share, greenwood), atRisk });
			abandoned += end.abandoned;
		}
		atRisk -= end.answered + end.abandoned;
	}
	return { points, median: medianOf(points), within, abandoned };
}

function interval(share: number, greenwood: number): { low: number; high: number } {
	if (share <= 0 || share >= 1 || !Number.isFinite(greenwood)) return { low: share, high: share };
	const spread = Math.exp((z * Math.sqrt(greenwood)) / Math.log(share));
	return { low: share ** (1 / spread), high: share ** spread };
}

/** The interval is where half lies within the intervals of the curve. */
function medianOf(points: readonly PatiencePoint[]): PatienceCurve['median'] {
	const median = points.find(({ share }) => share <= 0.5);
	if (!median) return null;
	const first = points.find(({ low }) => low <= 0.5);
	const past = points.find(({ high }) => high < 0.5);
	return { seconds: median.seconds, low: first?.seconds ?? null, high: past?.seconds ?? null };
}

/** The share that would still wait after `seconds`. */
export function patientAfter({ points }: PatienceCurve, seconds: number): number {
	return points.findLast((point) => point.seconds <= seconds)?.share ?? 1;
}
