import type { DaySeen, SpecialDayLoads } from '#analysis/specialDays/specialDayLoads.ts';
import { specialDayLoads } from '#analysis/specialDays/specialDayLoads.ts';
import { exampleDays, leftOutRanges } from '#records/annotations.server.ts';
import type { Database } from '#records/database.server.ts';
import type { StoredQueue } from '#records/queues.server.ts';
import { datedQueue } from '#records/specialDays.server.ts';
import { identityOf, keepAnswers } from '#rollups/keepAnswers.server.ts';
import { firstDayAt, readTallies } from '#rollups/read.server.ts';
import { offered, type Tally } from '#rollups/tally.ts';
import { quantileMs } from '#rollups/waits.ts';
import { intervals } from '#time/intervals.ts';
import { addDays, dayStart, wallTime } from '#time/zone.ts';

/** So much of the past says what kinds of days do; an older year is looked at with the days from then on. */
const historyDays = 2 * 366;
/** The days around a year's first days. */
const marginDays = 60;

export interface SpecialDayYear extends SpecialDayLoads {
	year: string;
	/** The first day with calls; null: there were none. */
	firstDate: string | null;
	today: string;
}

/**
 * A year's days against like ordinary ones, of queues together by the calendar of the first, from their day sums. The
 * last answers are kept for as long as nothing that they rest on changes: figures, settings, the calendar, the day.
 */
export async function specialDayYear(
	database: Pick<Database, 'sql' | 'db'>,
	queues: [StoredQueue, ...StoredQueue[]],
	{ year, now }: { year: string; now: number }
): Promise<SpecialDayYear> {
	const { zone } = queues[0].queue;
	const today = wallTime(zone, now).date;
	const [{ calendar }, leftOut] = await Promise.all([
		datedQueue(database, queues[0]),
		leftOutRanges(database, idsOf(queues), { fromAt: 0, toAt: now })
	]);
	const key = JSON.stringify([year, today, identityOf(calendar), leftOut, queues]);
	const range = { startAt: 0, endAt: dayStart(zone, today) };
	return keptYear(database, { key, queues, range }, () => count(database, queues, { year, now }));
}

const keptYear = keepAnswers<SpecialDayYear>(12 * 1024 * 1024, ({ days }) => days.length * 600);

async function count(
	database: Pick<Database, 'sql' | 'db'>,
	queues: [StoredQueue, ...StoredQueue[]],
	{ year, now }: { year: string; now: number }
): Promise<SpecialDayYear> {
	const [queue, firstAt] = await Promise.all([datedQueue(database, queues[0]), firstDayAt(database, queues)]);
	const today = wallTime(queue.zone, now).date;
	const firstDate = firstAt === null ? null : wallTime(queue.zone, firstAt).date;
	const wanted = [addDays(today, -historyDays), addDays(`${year}-01-01`, -marginDays)].sort()[0] ?? today;
	const from = firstDate !== null && firstDate > wanted ? firstDate : wanted;
	const days =
		firstDate === null || from >= today
			? []
			: intervals(queue.zone, dayStart(queue.zone, from), dayStart(queue.zone, today), 'day');
	const [tallies, isExample] = await Promise.all([
		readTallies(database, queues, days),
		exampleDays(database, idsOf(queues), queue.zone, { fromAt: 0, toAt: now })
	]);
	const seen = tallies.map((tally, i) => daySeen(addDays(from, i), tally, isExample));
	return { ...specialDayLoads({ queue, seen, year }), year, firstDate, today };
}

function idsOf(queues: StoredQueue[]): number[] {
	return queues.map(({ id }) => id);
}

function daySeen(date: string, tally: Tally, isExample: (date: string) => boolean): DaySeen {
	const median = quantileMs(tally.waits, 0.5, tally.splitSeconds === 0);
	return {
		date,
		offered: offered(tally),
		answered: tally.answered,
		abandoned: tally.abandoned,
		waitP50Seconds: median === null ? null : median / 1000,
		leftOut: !isExample(date)
	};
}
