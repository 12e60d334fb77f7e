import { belowTarget, type BelowTarget } from '#analysis/belowTarget.ts';
import { loadSince, type LoadSince } from '#analysis/loadSince.ts';
import type { ServiceLevel } from '#model/queue.ts';
import { levelParts } from '#rollups/loadRow.ts';
import { formatNumber, formatPercent, formatTime } from '#texts/format.ts';
import type { Lang } from '#texts/lang.ts';
import { todayTexts } from '#texts/today.ts';
import { overviewTexts } from '#texts/overview.ts';
import type { Calendar } from '#time/calendar.ts';
import { wallClock } from '#time/wallClock.ts';
import { wallTime } from '#time/zone.ts';
import type { LikeLoads } from '../likeLoads.server.ts';
import { likeDaysOf } from '../todayFinding.ts';

/** What of a queue's day is out of the ordinary. */
export interface Unusual {
	sentence: string;
	/** Higher ones first: 3 the target is missed now, 2 more calls than usual, 1 fewer, or a target missed before. */
	rank: 1 | 2 | 3;
	/** Among those of a rank: calls missed, or too many. */
	weight: number;
}

interface Place {
	zone: string;
	country: string;
	calendar: Calendar;
	service_level: ServiceLevel;
}

/** The most pressing of what is unusual about a queue today, with since when; null: nothing is. */
export function unusual(queue: Place, loads: LikeLoads, lang: Lang): Unusual | null {
	const missed = belowTarget(
		loads.tallies.map((tally) => {
			const parts = levelParts(tally, queue.service_level);
			return [parts.numerator, parts.denominator];
		}),
		queue.service_level.target
	);
	if (missed?.ongoing)
		return { sentence: targetSentence(queue, loads, missed, lang), rank: 3, weight: missed.missed };
	const { hour, minute } = wallTime(queue.zone, loads.untilAt);
	const over = hour * 4 + Math.floor(minute / 15);
	const slots = (quarters: (number | null)[]) => quarters.slice(0, over).map((count) => count ?? 0);
	const load = loadSince(
		slots(loads.today.quarters),
		loads.like.map((day) => slots(day.quarters))
	);
	if (load)
		return {
			sentence: loadSentence(queue, loads, load, lang),
			rank: load.direction === 'above' ? 2 : 1,
			weight: Math.abs(load.calls - load.median)
		};
	return missed && { sentence: targetSentence(queue, loads, missed, lang), rank: 1, weight: missed.missed };
}

function targetSentence(queue: Place, { quarters }: LikeLoads, missed: BelowTarget, lang: Lang): string {
	const texts = overviewTexts(lang);
	const { threshold_seconds: threshold, target } = queue.service_level;
	const clock = (at: number | undefined) => formatTime(at ?? 0, lang, queue.zone);
	const share = formatPercent(missed.share, lang, 0);
	const callers = formatNumber(missed.callers, lang);
	const from = clock(quarters[missed.from]?.startAt);
	const goal = formatPercent(target, lang, 0);
	if (missed.ongoing) return texts.belowSince(share, callers, from, threshold, goal);
	return texts.belowFrom(share, callers, from, clock(quarters[missed.to - 1]?.endAt), threshold, goal);
}

function loadSentence(queue: Place, { date, like }: LikeLoads, load: LoadSince, lang: Lang): string {
	const number = (value: number) => formatNumber(value, lang);
	const days = todayTexts(lang).lastDays(likeDaysOf({ ...queue, date }, like.length, lang));
	const texts = overviewTexts(lang);
	const say = load.direction === 'above' ? texts.more : texts.fewer;
	return say(wallClock(load.from * 15), number(load.calls), days, number(load.low), number(load.high));
}
