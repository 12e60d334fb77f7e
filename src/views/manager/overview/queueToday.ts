import { band } from '#analysis/band.ts';
import type { LineState } from '#analysis/liveWait/liveLine.ts';
import type { SparkHour } from '#charts/sparkDay.ts';
import type { Queue } from '#model/queue.ts';
import { figures, levelParts, withinThreshold } from '#rollups/loadRow.ts';
import { emptyTally, mergeTally, offered, type Tally } from '#rollups/tally.ts';
import { formatClock, formatNumber, formatPercent, formatSeconds, formatTime } from '#texts/format.ts';
import type { Lang } from '#texts/lang.ts';
import { managerTexts } from '#texts/manager.ts';
import { overviewTexts } from '#texts/overview.ts';
import { zoneLabel } from '#texts/zoneLabel.ts';
import type { Calendar } from '#time/calendar.ts';
import { floorTo } from '#time/intervals.ts';
import { wallTime } from '#time/zone.ts';
import type { LikeLoads } from '../likeLoads.server.ts';
import { todayFinding } from '../todayFinding.ts';
import { unusual } from './unusual.ts';

/** A queue's row in the overview, in words and numbers as they are shown. */
export interface QueueToday {
	slug: string;
	name: string;
	/** What is unusual and since when, else how the day goes. */
	sentence: string;
	/** Somebody should look. */
	needsAttention: boolean;
	/** Today, or on days like it. */
	hasCalls: boolean;
	/** Higher first, then by weight, then by name. */
	rank: number;
	weight: number;
	/** Of the present moment; empty where it is not known. */
	now: string[];
	nowNote: string;
	/** How long the first of those who wait has waited, and whether that is beyond the threshold; null: nobody, or not known. */
	longest: { text: string; tooLong: boolean } | null;
	soFar: string;
	until: string;
	like: string;
	spark: SparkHour[];
	/** What the table has in numbers: like days' median by now, and today's calls by hour up to the running one. */
	day: { median: number | null; hours: (number | null)[] };
	serviceLevel: string;
	/** The formula in short. */
	formula: string;
	missesTarget: boolean;
	abandonment: string;
	median: string;
	/** As numbers, for the total. */
	counts: {
		offered: number;
		answered: number;
		/** Gone without an answer, of those who count (metrics.md: abandonment rate). */
		gaveUp: [gone: number, of: number];
		flowedOut: number;
		level: [inTime: number, of: number];
		/** Of the present moment; null where it is not known. */
		present: { waiting: number; talking: number } | null;
	};
}

/** @param line who waits and talks; null: nothing is known of it */
export function queueToday(
	queue: Queue & { calendar: Calendar },
	loads: LikeLoads,
	line: LineState | null,
	{ now, lang, otherZone }: { now: number; lang: Lang; otherZone: boolean }
): QueueToday {
	const texts = overviewTexts(lang);
	const { zone, country, calendar, service_level: level } = queue;
	const number = (value: number) => formatNumber(value, lang);
	const time = formatTime(loads.untilAt, lang, zone);
	const tally = countedTally(loads, now);
	const within = withinThreshold(tally, level);
	const row = figures(tally, within, level);
	const { finding, like } = todayFinding(
		{
			date: loads.date,
			time,
			soFar: loads.today.soFar,
			like: loads.like.map((day) => day.soFar),
			country,
			calendar,
			monthEndDays: queue.month_end_days
		},
		lang
	);
	const gone = row.abandoned - (level.formula === 'short_removed' ? row.short_abandoned : 0);
	const inTime = levelParts(tally, level, within);
	const odd = unusual(queue, loads, lang);
	const live = line?.feed === 'live' ? line : null;
	return {
		slug: queue.slug,
		name: queue.name[lang],
		sentence: odd?.sentence ?? finding,
		needsAttention: (odd?.rank ?? 0) >= 2,
		hasCalls: [loads.today, ...loads.like].some(({ total }) => total > 0),
		rank: odd?.rank ?? 0,
		weight: odd?.weight ?? 0,
		now: live ? nowTexts(live, now, lang) : [],
		nowNote: live ? '' : line?.feed === 'silent' ? texts.silent : texts.nowUnknown,
		longest: live && longestOf(live, level.threshold_seconds, now),
		soFar: number(loads.today.soFar),
		until: otherZone ? texts.untilZone(time, zoneLabel(zone, lang, now)) : texts.until(time),
		like: like ? texts.like(number(like.low), number(like.high), number(like.median)) : texts.noLike,
		spark: sparkHours(loads, wallTime(zone, now).hour),
		day: {
			median: like?.median ?? null,
			hours: hoursSoFar(loads, zone, now)
		},
		serviceLevel: formatPercent(row.service_level, lang, 0),
		formula: texts.formulaShort(
			managerTexts(lang).formulas[level.formula],
			level.threshold_seconds,
			formatPercent(level.target, lang, 0)
		),
		missesTarget: row.service_level !== null && row.service_level < level.target,
		abandonment: formatPercent(row.abandonment_rate, lang, 0),
		median: formatSeconds(row.wait_p50_seconds, lang),
		counts: {
			offered: row.offered,
			answered: row.answered,
			gaveUp: [gone, row.answered + gone],
			flowedOut: row.flowed_out,
			level: [inTime.numerator, inTime.denominator],
			present: live && { waiting: live.waiting, talking: live.talking }
		}
	};
}

/** What is compared is counted until the last full quarter hour: then so is all the rest, or it would not add up. */
function countedTally({ quarters, tallies, untilAt }: LikeLoads, now: number): Tally {
	const sum = emptyTally();
	quarters.forEach(({ endAt }, i) => {
		const tally = tallies[i];
		if (tally && (endAt <= untilAt || untilAt === now)) mergeTally(sum, tally);
	});
	return sum;
}

/** Of the running hour as much as is counted of the day, so that the hours add up to it. */
function hoursSoFar({ today, quarters, tallies, untilAt }: LikeLoads, zone: string, now: number) {
	const running = wallTime(zone, now).hour;
	const hourAt = floorTo(zone, now, 'hour');
	const counted = quarters.map(({ startAt, endAt }, i) =>
		startAt >= hourAt && (endAt <= untilAt || untilAt === now) ? offered(tallies[i] ?? emptyTally()) : 0
	);
	return [...today.hours.slice(0, running), counted.reduce((sum, calls) => sum + calls, 0)];
}

function longestOf({ longestSinceAt }: LineState, thresholdSeconds: number, now: number) {
	if (longestSinceAt === null) return null;
	const seconds = Math.max(0, (now - longestSinceAt) / 1000);
	return { text: formatClock(seconds), tooLong: seconds > thresholdSeconds };
}

function nowTexts({ waiting, talking, longestSinceAt }: LineState, now: number, lang: Lang): string[] {
	const texts = overviewTexts(lang);
	const number = (value: number) => formatNumber(value, lang);
	const longest = longestSinceAt === null ? null : Math.max(0, (now - longestSinceAt) / 1000);
	return [
		texts.waiting(number(waiting)),
		...(longest === null ? [] : [texts.longest(formatClock(longest))]),
		texts.talking(number(talking))
	];
}

/** Without the hours at both ends of the day in which there was never a call. */
function sparkHours({ today, like }: LikeLoads, hourNow: number): SparkHour[] {
	const hours = today.hours.map((count, hour): SparkHour => {
		const known = band(like.flatMap((day) => day.hours[hour] ?? []));
		return {
			low: known?.low ?? null,
			high: known?.high ?? null,
			// The running hour would always look like a fall.
			today: hour >= hourNow ? null : count
		};
	});
	const used = ({ high, today }: SparkHour) => (high ?? 0) > 0 || (today ?? 0) > 0;
	const first = hours.findIndex(used);
	return first === -1 ? hours : hours.slice(first, hours.findLastIndex(used) + 1);
}
