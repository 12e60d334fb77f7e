import { median, quantile } from 'd3';

/** One day of a row without gaps, on the scale on which effects add up (logarithms of loads). */
export interface ScaledDay {
	/** Null: not known, or the line was closed. */
	value: number | null;
	/** Variance that even a perfect expectation would leave: of a count of n, 1/n. */
	noise: number;
	/** 1..7 */
	standsFor: number;
	/** Whether it may say what ordinary days bring. */
	ordinary: boolean;
}

export interface OrdinaryDays {
	/** What an ordinary day in place of each would have had; null where nothing like it was seen. */
	expected: (number | null)[];
	/** The same for the days to come, by `standsFor`. */
	toCome: (standsFor: number) => number | null;
	/** Between ordinary days and what the days around them let expect, without their `noise`. */
	sd: number;
	/** How far a weekday stands from the mean of all; null for one never seen. */
	weekday: (standsFor: number) => number | null;
}

/** In days to either side: what is near weighs more. The one that foretells ordinary days best is taken. */
const widths = [14, 28, 56];
const [firstRounds, lastRounds] = [2, 2];
/** 80 % of normal deviations are within so many standard deviations. */
const z80 = 1.2816;
/** Deviations beyond so many standard deviations do not count: outages. */
const cut = 5;
const fewest = 10;

/**
 * What an ordinary day in place of each would have brought: level × weekday, the level a local mean (tricube weights)
 * of the ordinary days around it, itself left out; deviations are weighed by Tukey's biweight, so an outage or a day
 * that nobody marked moves nothing (Cleveland 1979, robust locally weighted regression, of degree 0).
 */
export function ordinaryDays(days: readonly ScaledDay[]): OrdinaryDays | null {
	const usable = days.map((day) => day.ordinary && day.value !== null);
	const used = Int32Array.from(usable.flatMap((is, i) => (is ? [i] : [])));
	if (used.length < fewest) return null;
	const column = {
		used,
		value: Float64Array.from(days, (day) => day.value ?? 0),
		weekday: Uint8Array.from(days, (day) => day.standsFor)
	};
	const begin = coarseLevel(column, days.length);
	const fits = widths.map((width) => fit(column, begin, width));
	for (const one of fits) one.refine(firstRounds);
	const best = fits.reduce((one, next) => (next.spread < one.spread * 0.98 ? next : one));
	best.refine(lastRounds);
	const noise = median(used, (i) => days[i]?.noise) ?? 0;
	const of = (k: number) => (best.seen[k] ? (best.shift[k] ?? 0) : null);
	const sum = (at: number | null | undefined, k: number) => {
		const own = of(k);
		return at === null || at === undefined || own === null ? null : at + own;
	};
	return {
		expected: days.map((day, i) => sum(best.levelAt(i), day.standsFor)),
		toCome: (k) => sum(best.levelAt(days.length), k),
		sd: Math.sqrt(Math.max((best.spread * 0.3) ** 2, best.spread ** 2 - noise)),
		weekday: of
	};
}

interface Column {
	/** The places of the days that say what is ordinary, in order. */
	used: Int32Array;
	value: Float64Array;
	weekday: Uint8Array;
}

interface Fit {
	refine: (rounds: number) => void;
	spread: number;
	/** Of weekdays 1..7 from their mean. */
	shift: Float64Array;
	seen: boolean[];
	levelAt: (place: number) => number | null;
}

function fit({ used, value, weekday }: Column, begin: Float64Array, width: number): Fit {
	const shift = new Float64Array(8);
	const seen = Array.from({ length: 8 }, (_, k) => used.some((i) => weekday[i] === k));
	const weight = new Float64Array(used.length).fill(1);
	const left = new Float64Array(used.length);
	const levels = Float64Array.from(used, (i) => begin[i] ?? 0);
	const level = localMean(used, weight, left, kernel(width));
	const found: Fit = { refine, spread: 1, shift, seen, levelAt: level };
	separate();
	return found;

	function refine(rounds: number): void {
		for (let round = 0; round < rounds; round++) {
			for (let n = 0; n < used.length; n++) levels[n] = level(used[n] ?? 0) ?? levels[n] ?? 0;
			separate();
		}
	}

	/** Tells weekdays from the level, and weighs the days by what is left. */
	function separate(): void {
		for (let n = 0; n < used.length; n++) left[n] = (value[used[n] ?? 0] ?? 0) - (levels[n] ?? 0);
		for (let k = 1; k <= 7; k++)
			if (seen[k]) shift[k] = median(left.filter((_, n) => weekday[used[n] ?? 0] === k)) ?? 0;
		centre(shift, seen);
		const sizes = left.map((own, n) => Math.abs(own - (shift[weekday[used[n] ?? 0] ?? 0] ?? 0)));
		found.spread = Math.max(1e-6, (quantile(sizes, 0.8) ?? 1) / z80);
		for (let n = 0; n < used.length; n++) {
			weight[n] = biweight((sizes[n] ?? 0) / (cut * found.spread));
			// From here on what is averaged: the day without its weekday.
			const i = used[n] ?? 0;
			left[n] = (value[i] ?? 0) - (shift[weekday[i] ?? 0] ?? 0);
		}
	}
}

/** The median of the days around, weekdays not told apart: where to begin. */
function coarseLevel({ used, value }: Column, length: number): Float64Array {
	const reach = 21;
	const level = new Float64Array(length);
	let last = median(used, (i) => value[i]) ?? 0;
	for (let i = 0; i < length; i++) {
		if (i % 7 === 0)
			last =
				median(
					used.filter((j) => Math.abs(j - i) <= reach),
					(j) => value[j]
				) ?? last;
		level[i] = last;
	}
	return level;
}

function kernel(width: number): Float64Array {
	return Float64Array.from({ length: width + 1 }, (_, k) => (1 - (k / (width + 1)) ** 3) ** 3);
}

/** The weighted mean around a place without its own day; where no day is near enough, of days from further away. */
function localMean(
	used: Int32Array,
	weight: Float64Array,
	figures: Float64Array,
	near: Float64Array
): (place: number) => number | null {
	return (place) => {
		for (let stretch = 1; stretch <= 64; stretch *= 2) {
			const reach = (near.length - 1) * stretch;
			let [sum, total] = [0, 0];
			for (let n = firstFrom(used, place - reach); n < used.length; n++) {
				const distance = Math.abs((used[n] ?? 0) - place);
				if (distance > reach) break;
				if (distance === 0) continue;
				const own = (weight[n] ?? 0) * (near[Math.floor(distance / stretch)] ?? 0);
				sum += own * (figures[n] ?? 0);
				total += own;
			}
			if (total > 2) return sum / total;
		}
		return null;
	};
}

/** The first index whose place is not before one. */
function firstFrom(used: Int32Array, place: number): number {
	let [low, high] = [0, used.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((used[middle] ?? 0) < place) low = middle + 1;
		else high = middle;
	}
	return low;
}

function centre(weekday: Float64Array, seen: boolean[]): void {
	const known = [1, 2, 3, 4, 5, 6, 7].filter((k) => seen[k]);
	const mean = known.reduce((sum, k) => sum + (weekday[k] ?? 0), 0) / known.length;
	for (const k of known) weekday[k] = (weekday[k] ?? 0) - mean;
}

function biweight(u: number): number {
	return Math.abs(u) >= 1 ? 0 : (1 - u * u) ** 2;
}
