import { callersByWait, type Waits } from '#rollups/waits.ts';

/** An hour that is over, with the waits of those who called. */
export interface PastHour {
	/** Days since 1970. */
	day: number;
	/** 0 to 23 by the clock of the queue's zone. */
	hour: number;
	/** The weekday that the day was like, 1 (Monday) to 7; 8: a day of rest whose evening was one, too. */
	like: number;
	offered: number;
	waits: Waits;
}

/** How long callers wait at an hour of a kind of day, and how that moves with the load. */
export interface WaitRelation {
	/** So many percent longer for a percent more calls than usual, as a power. */
	slope: number;
	/** By `(like - 1) * 24 + hour`; null where too little is known. */
	hours: (UsualHour | null)[];
}

interface UsualHour {
	medianSeconds: number;
	/** Mean of the log of the calls. */
	logCalls: number;
}

const kinds = 8;
/** Waits of so many callers at that hour on any day count as much as those of one caller on such days (goal in docs). */
const pooledCalls = 150;
/** A month ago counts half: plans of staff change. */
const halfLifeDays = 30;
/** On fewer days, a median is an anecdote. */
const fewestDays = 4;
/** Where nobody waits, more calls have no wait to multiply: these seconds stand in for it. */
const floorSeconds = 15;
const slopes = [0, 0.5, 1, 1.5, 2, 2.5, 3];

/**
 * Learns the usual wait of each hour of the week, shrunk towards that hour on all days by 150 calls, and how waits have
 * moved with the calls of an hour beside its usual ones: the slope that would have come nearest to the hours' medians.
 * `today`: days since 1970; `minCalls`: below so many callers at an hour of the day nothing is said about it.
 */
export function learnWaits(past: readonly PastHour[], today: number, minCalls: number): WaitRelation {
	const seen = past.flatMap((hour): SeenHour[] => {
		const bins = callersByWait(hour.waits);
		const callers = bins.reduce((sum, [, count]) => sum + count, 0);
		if (callers === 0) return [];
		const weight = 2 ** ((hour.day - today) / halfLifeDays);
		return [{ ...hour, bins, callers, weight, medianSeconds: weightedMedian(new Map(bins)) }];
	});
	const hours = Array.from({ length: 24 }, (_, hour) => pooled(seen.filter((one) => one.hour === hour)));
	const cells = Array.from({ length: kinds * 24 }, (_, i) => {
		const [like, hour] = [Math.floor(i / 24) + 1, i % 24];
		const all = hours[hour];
		const own = pooled(seen.filter((one) => one.hour === hour && one.like === like));
		if (!all || !own || all.callers < minCalls || all.days < fewestDays) return null;
		return usualHour(own, all);
	});
	return { slope: bestSlope(seen, cells), hours: cells };
}

/**
 * The wait in seconds that half of the callers of an hour will not exceed when `calls` come; null where too little is
 * known of such hours, and where nobody is expected to call.
 */
export function expectedWait(
	{ slope, hours }: WaitRelation,
	{ like, hour, calls }: { like: number; hour: number; calls: number }
): number | null {
	const usual = hours[(like - 1) * 24 + hour];
	return usual && calls >= fewestCalls ? moved(usual, calls, slope) : null;
}

/** Fewer than one call in two weeks. */
const fewestCalls = 0.05;

interface SeenHour extends PastHour {
	bins: [seconds: number, callers: number][];
	callers: number;
	weight: number;
	medianSeconds: number;
}

interface Pool {
	callers: number;
	days: number;
	/** Callers by seconds, and hours: recent ones count more. */
	bins: Map<number, number>;
	weight: number;
	hours: number;
	logCalls: number;
}

function pooled(seen: readonly SeenHour[]): Pool | null {
	if (seen.length === 0) return null;
	const pool: Pool = { callers: 0, days: 0, bins: new Map(), weight: 0, hours: 0, logCalls: 0 };
	for (const { bins, callers, weight, offered } of seen) {
		pool.callers += callers;
		pool.weight += weight * callers;
		pool.hours += weight;
		pool.logCalls += weight * Math.log(offered + 0.5);
		for (const [seconds, count] of bins)
			pool.bins.set(seconds, (pool.bins.get(seconds) ?? 0) + weight * count);
	}
	pool.days = new Set(seen.map(({ day }) => day)).size;
	pool.logCalls /= pool.hours;
	return pool;
}

/** The median of the mixture of both, and the usual load, of which two hours of any day are worth as much. */
function usualHour(own: Pool, all: Pool): UsualHour {
	const bins = new Map(own.bins);
	for (const [seconds, count] of all.bins)
		bins.set(seconds, (bins.get(seconds) ?? 0) + (count * pooledCalls) / all.weight);
	return {
		medianSeconds: weightedMedian(bins),
		logCalls: (own.logCalls * own.hours + all.logCalls * 2) / (own.hours + 2)
	};
}

function bestSlope(seen: readonly SeenHour[], cells: readonly (UsualHour | null)[]): number {
	const errors = slopes.map((slope) => {
		let error = 0;
		for (const { like, hour, offered, callers, weight, medianSeconds } of seen) {
			const usual = cells[(like - 1) * 24 + hour];
			if (usual) error += weight * callers * Math.abs(medianSeconds - moved(usual, offered, slope));
		}
		return error;
	});
	return slopes[errors.indexOf(Math.min(...errors))] ?? 0;
}

function moved({ medianSeconds, logCalls }: UsualHour, calls: number, slope: number): number {
	const factor = Math.exp(slope * (Math.log(calls + 0.5) - logCalls));
	return Math.max(0, (medianSeconds + floorSeconds) * factor - floorSeconds);
}

function weightedMedian(bins: ReadonlyMap<number, number>): number {
	const sorted = [...bins].sort(([a], [b]) => a - b);
	const half = sorted.reduce((sum, [, weight]) => sum + weight, 0) / 2;
	let sum = 0;
	for (const [seconds, weight] of sorted) {
		sum += weight;
		if (sum >= half) return seconds;
	}
	return 0;
}
