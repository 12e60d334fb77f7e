import { deviation, mean, median } from 'd3';

/** A stretch of today, up to now, in which other than the usual number of calls came. */
export interface LoadSince {
	/** The place of the slot in which it began. */
	from: number;
	calls: number;
	/** Of like days in the same slots. */
	low: number;
	median: number;
	high: number;
	direction: 'above' | 'below';
}

/** Fewer days do not show how far they lie apart by chance. */
const fewestLike = 4;
/** So many prediction errors: it is the extreme of as many stretches as today has slots, looked at again and again. */
const leastErrors = 4.5;
/** Fewer calls more or less are no news, whatever the odds. */
const leastCalls = 10;

/**
 * Since when today differs from like days: of all stretches that end now, the one whose calls lie furthest from those
 * of like days, in errors of a prediction, s · √(1 + 1/n), with s no less than that of calls that come independently
 * (√mean). Null where none lies outside of what the days had, and so far. A scan statistic (Naus 1965) with the bound
 * set so that of a thousand ordinary looks a few are mistaken (loadSince.test.ts).
 *
 * @param today calls by slot until now
 * @param like the same slots of like days; shorter days end with what they have
 */
export function loadSince(today: readonly number[], like: readonly (readonly number[])[]): LoadSince | null {
	if (like.length < fewestLike) return null;
	const sums = like.map(() => 0);
	let calls = 0;
	let most = leastErrors;
	let found: LoadSince | null = null;
	for (let from = today.length - 1; from >= 0; from--) {
		calls += today[from] ?? 0;
		like.forEach((day, i) => (sums[i] = (sums[i] ?? 0) + (day[from] ?? 0)));
		const middle = mean(sums) ?? 0;
		const spread = Math.max(deviation(sums) ?? 0, Math.sqrt(middle), 1);
		const errors = Math.abs(calls - middle) / (spread * Math.sqrt(1 + 1 / like.length));
		if (errors <= most || Math.abs(calls - middle) < leastCalls) continue;
		const [low, high] = [Math.min(...sums), Math.max(...sums)];
		if (calls >= low && calls <= high) continue;
		most = errors;
		found = {
			from,
			calls,
			low,
			median: median(sums) ?? 0,
			high,
			direction: calls > middle ? 'above' : 'below'
		};
	}
	return found;
}
