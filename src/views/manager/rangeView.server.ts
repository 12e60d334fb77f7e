import type { LoadBar } from '#charts/loadBars.ts';
import type { ChartMarks } from '#charts/marks.ts';
import type { Grain, LoadRow } from '#model/load.ts';
import type { Database } from '#records/database.server.ts';
import type { StoredQueue } from '#records/queues.server.ts';
import { datedQueue } from '#records/specialDays.server.ts';
import { loadRow } from '#rollups/loadRow.ts';
import { firstDayAt, lastDayAt, readTallies } from '#rollups/read.server.ts';
import { emptyTally, flowedOut, mergeTally, offered, type Tally } from '#rollups/tally.ts';
import { formatDay } from '#texts/formatDay.ts';
import type { Lang } from '#texts/lang.ts';
import { floorTo, intervals, nextStart, type Interval } from '#time/intervals.ts';
import { openHours, type Opening } from '#time/serviceHours.ts';
import { addDays, dayStart, wallTime } from '#time/zone.ts';
import { rowsOf } from '../rows.ts';
import { chartMarks } from './annotations/chartMarks.server.ts';
import { barNames, type BarName } from './barNames.ts';
import { rangeFinding } from './rangeFinding.ts';
import { sinceNote } from './sinceNote.ts';

export interface RangeView {
	finding: string;
	/** From when on there are records, where the range begins before. */
	note: string | null;
	grain: Grain;
	bars: LoadBar[];
	/** Of the bars. */
	intervals: Interval[];
	marks: ChartMarks | null;
	/** All of the range together. */
	total: LoadRow;
	/** Where the range has no call: the last day that has any, if there is one; a date and its name. */
	latest: { date: string; day: string } | null;
}

/** The load between two dates, both in, up to now. */
export async function rangeView(
	database: Database,
	stored: StoredQueue,
	{
		fromDate,
		toDate,
		grain,
		now,
		lang
	}: { fromDate: string; toDate: string; grain: Grain; now: number; lang: Lang }
): Promise<RangeView> {
	const { queue } = stored;
	const asked = wholeIntervals(queue.zone, fromDate, toDate, grain);
	const begun = asked.filter(({ startAt }) => startAt <= now);
	const rows = begun.length > 0 ? begun : asked;
	const [tallies, firstAt] = await Promise.all([
		readTallies(database, [stored], rows),
		firstDayAt(database, [stored])
	]);
	const today = wallTime(queue.zone, now).date;
	const total = emptyTally();
	for (const tally of tallies) mergeTally(total, tally);
	const names = barNames(queue.zone, rows, grain, lang, { today });
	const opening = await datedQueue(database, stored);
	const closed = grain === 'hour' || grain === 'quarter' ? closedIn(opening, rows) : rows.map(() => false);
	const bars = tallies.map((tally, i) => bar(tally, names[i], closed[i] ?? false));
	const whole = { startAt: rows[0]?.startAt ?? now, endAt: rows.at(-1)?.endAt ?? now };
	return {
		finding: rangeFinding(bars, { fromDate, toDate, today }, lang),
		note: sinceNote(firstAt === null ? null : wallTime(queue.zone, firstAt).date, { fromDate, today }, lang),
		grain,
		bars: rowsOf(bars),
		intervals: rowsOf(rows),
		marks: await chartMarks(database, stored, rows, lang),
		total: loadRow(total, queue.service_level, queue.zone, whole),
		latest: offered(total) === 0 ? await latestDay(database, stored, { now, lang }) : null
	};
}

async function latestDay(
	database: Database,
	stored: StoredQueue,
	{ now, lang }: { now: number; lang: Lang }
): Promise<RangeView['latest']> {
	const at = await lastDayAt(database, stored);
	if (at === null) return null;
	const { zone } = stored.queue;
	const { date } = wallTime(zone, at);
	const year = date.slice(0, 4) !== wallTime(zone, now).date.slice(0, 4);
	return { date, day: formatDay(date, lang, { year }) };
}

/** Weeks and months are whole, so that the first and the last can be compared with the others. */
function wholeIntervals(zone: string, fromDate: string, toDate: string, grain: Grain): Interval[] {
	const lastAt = dayStart(zone, addDays(toDate, 1)) - 1;
	return intervals(
		zone,
		dayStart(zone, fromDate),
		nextStart(zone, floorTo(zone, lastAt, grain), grain),
		grain
	);
}

function bar(tally: Tally, name: BarName | undefined, closed: boolean): LoadBar {
	const { answered, abandoned } = tally;
	const flowed = flowedOut(tally);
	return {
		label: name?.label ?? '',
		tick: name?.tick ?? null,
		answered,
		abandoned,
		flowedOut: flowed,
		other: offered(tally) - answered - abandoned - flowed,
		closed
	};
}

function closedIn(queue: Opening, rows: Interval[]): boolean[] {
	const open = new Map<string, boolean[]>();
	return rows.map(({ startAt }) => {
		const { date, hour } = wallTime(queue.zone, startAt);
		const hours = open.get(date) ?? openHours(queue, date);
		open.set(date, hours);
		return !hours[hour];
	});
}
