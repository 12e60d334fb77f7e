import type { Level } from '#model/publicAnswer.ts';
import type { ComingDay } from './comingHours.ts';
import { lengthMs, openHoursOf, runsOf, type OpenHour } from './openRuns.ts';
import { publicMinutes } from './publicSteps.ts';
import { stableHash } from './stableHash.ts';
import type { TypicalHour } from './typicalHours.ts';

export interface BestWindow {
	startAt: number;
	endAt: number;
	level: Level;
	/** The longest of its hours' expected waits. */
	typical: TypicalHour;
}

const hourMs = 3_600_000;
const longestMs = 3 * hourMs;
/** So many open spans, each within an hour, reach over the longest stretch wherever it begins. */
const mostSpans = 5;
const wideMs = 2 * hourMs;
const mostWindows = 3;
/** Nobody is told that a busy hour is good because all others are busier. */
const levelsTold = [1, 2, 3];

/**
 * Two or three windows of one to three hours in which to call, in order, on different days where that can be; the
 * first is on the soonest day that has a good one.
 *
 * Were everybody sent to the same hour, it would be the busiest (Dong, Yom-Tov, Yom-Tov: announcements of average
 * delays make waits swing). So windows are wide, and which of equally good days and hours are named turns with
 * `seed`, through a hash that gives the same answer to all who ask with the same seed.
 */
export function bestWindows(days: ComingDay[], seed: string): BestWindow[] {
	const known = days.map(openHoursOf);
	const lowest = levelsTold.find((level) => known.some((hours) => partsOf(hours, level).length > 0));
	if (lowest === undefined) return [];
	const byDay = known
		.map((hours) => quietParts(partsOf(hours, Math.max(lowest, 2))))
		.filter((parts) => parts.length > 0)
		.map((parts) => turned(parts, `${seed} ${parts[0]?.[0]?.day.date}`));
	const [soonest, ...later] = byDay.flatMap((parts) => parts.slice(0, 1)).map(windowOf);
	if (!soonest) return [];
	const others = turned(later, seed).sort((a, b) => a.level - b.level);
	const second = byDay[0]?.map(windowOf).find((window) => apart(window, soonest));
	const chosen = others.length > 0 ? others.slice(0, mostWindows - 1) : second ? [second] : [];
	return [soonest, ...chosen].sort((a, b) => a.startAt - b.startAt);
}

/** Every stretch of one to three hours of a day at up to a level. */
function partsOf(hours: OpenHour[], level: number): OpenHour[][] {
	return runsOf(hours, (hour) => hour.level <= level)
		.flatMap((run) =>
			run.flatMap((_, from) => run.slice(from, from + mostSpans).map((_, i) => run.slice(from, from + i + 1)))
		)
		.filter((part) => lengthMs(part) >= hourMs && lengthMs(part) <= longestMs);
}

/**
 * Those of a day's stretches that are named: by day rather than in the night; of two hours at least, if its callers
 * are told no more than one step above the shortest wait of the day; and among them those with the shortest wait.
 */
function quietParts(all: OpenHour[][]): OpenHour[][] {
	const byDaylight = all.filter((part) => part.every(({ hour }) => hour >= 7 && hour < 22));
	const parts = byDaylight.length > 0 ? byDaylight : all;
	const shortest = Math.min(...parts.map(told));
	const wide = parts.filter((part) => lengthMs(part) >= wideMs && told(part) <= shortest + 1);
	const chosen = wide.length > 0 ? wide : parts;
	const best = Math.min(...chosen.map(told));
	return chosen.filter((part) => told(part) === best);
}

/** The place among the public steps of the longest wait in a stretch, so that it holds whenever in it one calls. */
function told(part: OpenHour[]): number {
	const mostMs = Math.max(...part.map((hour) => hour.typical.mostMs));
	return publicMinutes.filter((minutes) => minutes * 60_000 < mostMs).length;
}

function windowOf(part: OpenHour[]): BestWindow {
	return {
		startAt: part[0]?.startAt ?? 0,
		endAt: part.at(-1)?.endAt ?? 0,
		level: part.reduce<Level>((worst, { level }) => (level > worst ? level : worst), 1),
		typical: {
			medianMs: Math.max(...part.map((hour) => hour.typical.medianMs)),
			mostMs: Math.max(...part.map((hour) => hour.typical.mostMs)),
			nearlyAllMs: Math.max(...part.map((hour) => hour.typical.nearlyAllMs))
		}
	};
}

function apart(a: BestWindow, b: BestWindow): boolean {
	return a.endAt < b.startAt || b.endAt < a.startAt;
}

/** The same items, begun at another one. */
function turned<T>(items: T[], seed: string): T[] {
	const first = items.length === 0 ? 0 : stableHash(seed) % items.length;
	return [...items.slice(first), ...items.slice(0, first)];
}
