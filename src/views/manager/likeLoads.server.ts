import { fewestDays } from '#analysis/band.ts';
import { dayLoads, type DayLoad } from '#analysis/dayLoad.ts';
import { furthestDays, likeDays } from '#analysis/likeDays.ts';
import { exampleDays } from '#records/annotations.server.ts';
import type { Database } from '#records/database.server.ts';
import type { StoredQueue } from '#records/queues.server.ts';
import { keepAnswers } from '#rollups/keepAnswers.server.ts';
import { readTalliesByQueue } from '#rollups/read.server.ts';
import { readCounts, type QuarterCounts } from '#rollups/readCounts.server.ts';
import { emptyTally, mergeTally, offered, type Tally } from '#rollups/tally.ts';
import type { Calendar } from '#time/calendar.ts';
import { intervals, type Interval } from '#time/intervals.ts';
import { addDays, dayStart, instantOf, wallTime } from '#time/zone.ts';

const dayMs = 86_400_000;

/**
 * A queue's day until the last full quarter hour, and the days it is compared with until the same time of theirs.
 * With nothing to compare with it is the day until now.
 */
export interface LikeLoads {
	date: string;
	untilAt: number;
	today: DayLoad;
	/** Today's quarter hours up to the running one, and what came in them. */
	quarters: Interval[];
	tallies: Tally[];
	/** All of these together. */
	tally: Tally;
	/** Newest first; days before the queue's first call are left out. */
	like: DayLoad[];
}

/** For each of the queues, which share a zone and a calendar, so that the same days are read for all at once. */
export async function likeLoads(
	database: Database,
	queues: StoredQueue[],
	{ zone, calendar }: { zone: string; calendar: Calendar },
	now: number
): Promise<LikeLoads[]> {
	const { date, hour, minute } = wallTime(zone, now);
	const range = { fromAt: now - furthestDays * dayMs, toAt: now };
	const examples = await Promise.all(queues.map(({ id }) => exampleDays(database, [id], zone, range)));
	const isExample = (day: string) => examples.some((isOne) => isOne(day));
	const minuteOfDay = hour * 60 + minute - (minute % 15);
	const dayOf = (day: string) => {
		const quarters = intervals(zone, dayStart(zone, day), dayStart(zone, addDays(day, 1)), 'quarter');
		const untilAt = instantOf(zone, day, minuteOfDay);
		return { quarters, untilAt, load: dayLoads(zone, day, quarters, untilAt) };
	};
	const own = dayOf(date);
	const quarters = own.quarters.filter(({ startAt }) => startAt <= now);
	const pastDays = likeDays(calendar, date, { isExample }).map(dayOf);
	const [tallies, counts] = await Promise.all([
		readTalliesByQueue(database, queues, quarters),
		countsOf(
			database,
			queues,
			pastDays.flatMap(({ quarters }) => spanOf(quarters))
		)
	]);
	return queues.map((_, i) => {
		const ofToday = tallies[i] ?? [];
		const today = own.load(own.quarters.map((_, at) => offered(ofToday[at] ?? nothing)));
		const past = pastDays.map(({ quarters, load }) =>
			load(quarters.map(({ startAt }) => counts[i]?.(startAt) ?? 0))
		);
		const oldest = past.findLastIndex((day) => day.total > 0);
		const like = past.slice(0, oldest + 1).filter((day) => examples[i]?.(day.date) ?? true);
		const compared = like.length >= fewestDays;
		return {
			date,
			untilAt: compared ? own.untilAt : now,
			today: compared ? today : { ...today, soFar: today.total },
			quarters,
			tallies: ofToday,
			tally: summed(ofToday),
			like
		};
	});
}

/** The same days are asked for all day long, and hardly change. */
function countsOf(database: Database, queues: StoredQueue[], spans: Interval[]): Promise<QuarterCounts[]> {
	const range = {
		startAt: Math.min(...spans.map(({ startAt }) => startAt)),
		endAt: Math.max(...spans.map(({ endAt }) => endAt))
	};
	const make = () => readCounts(database, queues, spans);
	if (spans.length === 0) return make();
	return keptCounts(database, { key: spans.map(({ startAt }) => startAt).join(), queues, range }, make);
}

const keptCounts = keepAnswers<QuarterCounts[]>(6 * 1024 * 1024, (counts) => counts.length * 24 * 1024);

const nothing = emptyTally();

function spanOf(quarters: Interval[]): Interval[] {
	const [first, last] = [quarters[0], quarters.at(-1)];
	return first && last ? [{ startAt: first.startAt, endAt: last.endAt }] : [];
}

function summed(tallies: Tally[]): Tally {
	const sum = emptyTally();
	for (const tally of tallies) mergeTally(sum, tally);
	return sum;
}
