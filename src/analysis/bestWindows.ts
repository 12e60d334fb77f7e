import type { Level } from '#model/publicAnswer.ts';
import type { ComingDay } from './comingHours.ts';
import { lengthMs, openHoursOf, runsOf, type OpenHour } from './openRuns.ts';
import { publicStep } from './publicSteps.ts';
import { stableHash } from './stableHash.ts';
import type { TypicalHour } from './typicalHours.ts';

export interface BestWindow {
	startAt: number;
	endAt: number;
	level: Level;
	/** The longest of its hours' expected waits, so that it holds whenever in the window one calls. */
	typical: TypicalHour;
}

const hourMs = 3_600_000;
const mostWindows = 3;
/** Nobody is told that a busy hour is good because all others are busier. */
const levelsTold = [1, 2, 3];

/**
 * Two or three windows of one to three hours in which to call, in order, on different days where that can be; the
 * first is on the soonest day that has a good one. Each is a stretch of the quietest hours of its day.
 *
 * Were everybody sent to the same hour, it would be the busiest (Dong, Yom-Tov, Yom-Tov: announcements of average
 * delays make waits swing). So windows are wide, and which of equally good days, stretches and hours are named
 * turns with `seed`, through a hash that gives the same answer to all who ask with the same seed.
 */
export function bestWindows(days: ComingDay[], seed: string): BestWindow[] {
	const known = days.map(openHoursOf);
	const lowest = levelsTold.find((level) => known.some((hours) => stretches(hours, level).length > 0));
	if (lowest === undefined) return [];
	const limit = Math.max(lowest, 2);
	const byDay = known.map((hours) => quietest(hours, limit)).filter((runs) => runs.length > 0);
	const windows = byDay.map((runs) => turned(runs, seed).map((run) => windowIn(run, seed)));
	const [soonest, ...later] = windows.flatMap((ofDay) => ofDay.slice(0, 1));
	if (!soonest) return [];
	const others = turned(later, seed).sort((a, b) => a.level - b.level);
	const spread = [soonest, ...others].slice(0, mostWindows);
	const chosen = spread.length > 1 ? spread : [soonest, ...windows.flatMap((ofDay) => ofDay.slice(1, 2))];
	return chosen.sort((a, b) => a.startAt - b.startAt);
}

/**
 * The stretches of at least an hour at the lowest level, up to `limit`, at which the day has any, widened by the
 * neighbours that are as good: whose callers would be told no longer a wait.
 */
function quietest(hours: OpenHour[], limit: number): OpenHour[][] {
	const level = levelsTold.find((level) => level <= limit && stretches(hours, level).length > 0);
	if (level === undefined) return [];
	const longestMs = Math.max(
		...stretches(hours, level).flatMap((run) => run.map((hour) => hour.typical.mostMs))
	);
	const asGood = (hour: OpenHour) =>
		hour.level <= level || (hour.level <= limit && told(hour.typical.mostMs) <= told(longestMs));
	return runsOf(hours, asGood).filter(
		(run) => lengthMs(run) >= hourMs && run.some((hour) => hour.level <= level)
	);
}

function told(waitMs: number): number {
	return publicStep(waitMs) ?? Infinity;
}

function stretches(hours: OpenHour[], level: number): OpenHour[][] {
	return runsOf(hours, (hour) => hour.level <= level).filter((run) => lengthMs(run) >= hourMs);
}

/** Up to three hours of a longer run, beginning at one of its hours. */
function windowIn(run: OpenHour[], seed: string): BestWindow {
	const choices = run
		.map((_, i) => {
			const part: OpenHour[] = [];
			for (const hour of run.slice(i)) {
				if (lengthMs([...part, hour]) > 3 * hourMs) break;
				part.push(hour);
			}
			return part;
		})
		.filter((part) => lengthMs(part) >= Math.min(2 * hourMs, lengthMs(run)));
	const part = turned(choices, `${seed} ${run[0]?.day.date}`)[0] ?? run;
	return {
		startAt: part[0]?.startAt ?? 0,
		endAt: part.at(-1)?.endAt ?? 0,
		level: worst(part.map((hour) => hour.level)),
		typical: {
			medianMs: Math.max(...part.map((hour) => hour.typical.medianMs)),
			mostMs: Math.max(...part.map((hour) => hour.typical.mostMs))
		}
	};
}

function worst(levels: Level[]): Level {
	return levels.reduce<Level>((a, b) => (b > a ? b : a), 1);
}

/** The same items, begun at another one. */
function turned<T>(items: T[], seed: string): T[] {
	const first = items.length === 0 ? 0 : stableHash(seed) % items.length;
	return [...items.slice(first), ...items.slice(0, first)];
}
