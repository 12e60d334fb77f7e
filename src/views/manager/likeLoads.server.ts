import { fewestDays } from '#analysis/band.ts';
import { dayLoad, type DayLoad } from '#analysis/dayLoad.ts';
import { furthestDays, likeDays } from '#analysis/likeDays.ts';
import { exampleDays } from '#records/annotations.server.ts';
import type { Database } from '#records/database.server.ts';
import type { StoredQueue } from '#records/queues.server.ts';
import { readTalliesByQueue } from '#rollups/read.server.ts';
import { emptyTally, mergeTally, offered, type Tally } from '#rollups/tally.ts';
import type { Calendar } from '#time/calendar.ts';
import { intervals } from '#time/intervals.ts';
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
	/** Everything of today, the running quarter hour too. */
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
	const days = await Promise.all(
		[date, ...likeDays(calendar, date, { isExample })].map(async (day) => {
			const quarters = intervals(zone, dayStart(zone, day), dayStart(zone, addDays(day, 1)), 'quarter');
			const untilAt = instantOf(zone, day, minuteOfDay);
			const tallies = await readTalliesByQueue(database, queues, quarters);
			return { day, quarters, untilAt, tallies };
		})
	);
	return queues.map((_, i) => {
		const loads = days.map(({ day, quarters, untilAt, tallies }) =>
			dayLoad(zone, day, quarters, tallies[i]?.map(offered) ?? [], untilAt)
		);
		const [today = dayLoad(zone, date, [], [], now), ...past] = loads;
		const oldest = past.findLastIndex((day) => day.total > 0);
		const like = past.slice(0, oldest + 1).filter((day) => examples[i]?.(day.date) ?? true);
		const compared = like.length >= fewestDays;
		return {
			date,
			untilAt: compared ? (days[0]?.untilAt ?? now) : now,
			today: compared ? today : { ...today, soFar: today.total },
			tally: summed(days[0]?.tallies[i] ?? []),
			like
		};
	});
}

function summed(tallies: Tally[]): Tally {
	const sum = emptyTally();
	for (const tally of tallies) mergeTally(sum, tally);
	return sum;
}
