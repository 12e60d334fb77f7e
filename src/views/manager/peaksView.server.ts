import { peakWindows } from '#analysis/peakWindows.ts';
import { countedHours, weekHours } from '#analysis/weekHours.ts';
import { thinBelow, type HeatCell } from '#charts/heatGrid.ts';
import type { Database } from '#records/database.server.ts';
import type { StoredQueue } from '#records/queues.server.ts';
import { keepAnswers } from '#rollups/keepAnswers.server.ts';
import { formatDay } from '#texts/formatDay.ts';
import type { Lang } from '#texts/lang.ts';
import { peaksTexts, type Measure } from '#texts/peaks.ts';
import { zoneLabel } from '#texts/zoneLabel.ts';
import { addDays, dayStart, wallTime } from '#time/zone.ts';
import { rowsOf } from '../rows.ts';
import { seenHours, seenRules } from '../seenHours.server.ts';
import { markedWithin } from './annotations/markedWithin.server.ts';
import { cellDays, type CellDays } from './cellDays.server.ts';
import { describeWindow } from './describeWindow.ts';
import { heatFinding } from './heatFinding.ts';
import { peakValues } from './peakValues.ts';
import type { QueueAddress } from './queueAddress.ts';

export interface PeaksView {
	finding: string;
	note: string | null;
	/** What is marked in these weeks, as a sentence. */
	marked: string | null;
	cells: HeatCell[];
	/** Whether any hour was seen often enough to be called busy or quiet. */
	enough: boolean;
	/** As sentences. */
	busiest: string[];
	quietest: string[];
	/** The days of the hour that was asked for. */
	cell: CellDays | null;
}

/** The weeks before today, whole days only, as a week of hours. */
export async function peaksView(
	database: Database,
	stored: StoredQueue,
	{
		weeks,
		measure,
		cell,
		now,
		lang
	}: Pick<QueueAddress, 'weeks' | 'measure' | 'cell'> & { now: number; lang: Lang }
): Promise<PeaksView> {
	const { queue } = stored;
	const today = wallTime(queue.zone, now).date;
	const range = {
		startAt: dayStart(queue.zone, addDays(today, -7 * weeks)),
		endAt: dayStart(queue.zone, today)
	};
	const rules = await seenRules(database, [stored], range);
	const key = JSON.stringify([measure, cell, lang, queue.service_level, rules]);
	const { firstAt, ...week } = await keptWeek(database, { key, queues: [stored], range }, async () => {
		const seen = await seenHours(database, [stored], range.startAt, range.endAt);
		const ordinary = weekHours(seen, 'ordinary');
		const heat = peakValues(weekHours(seen, 'all'), queue.service_level, measure);
		const inWords = (kind: 'busiest' | 'quietest') =>
			peakWindows(ordinary, kind).map((window) => describeWindow(window, kind, lang));
		return {
			firstAt: seen.intervals[0]?.startAt ?? null,
			finding: findingOf(heat, measure, lang),
			cells: rowsOf(heat),
			enough: heat.some((hour) => hour.days >= thinBelow),
			busiest: inWords('busiest'),
			quietest: inWords('quietest'),
			cell: cell && (await cellDays(database, stored, countedHours(seen), { cell, today, lang }))
		};
	});
	return {
		...week,
		marked: await markedWithin(database, stored, { ...range, startAt: firstAt ?? range.startAt }, lang),
		note:
			firstAt === null
				? null
				: peaksTexts(lang).note(
						formatDay(wallTime(queue.zone, firstAt).date, lang),
						formatDay(addDays(today, -1), lang),
						zoneLabel(queue.zone, lang, now)
					)
	};
}

/** A week of 168 cells with its words; a cell's days are few. */
const keptWeek = keepAnswers<Omit<PeaksView, 'note' | 'marked'> & { firstAt: number | null }>(
	6 * 1024 * 1024,
	() => 24 * 1024
);

function findingOf(cells: HeatCell[], measure: Measure, lang: Lang): string {
	const seen = cells.some(({ days }) => days > 0);
	if (measure === 'agents' && seen && cells.every(({ value }) => value === null))
		return peaksTexts(lang).noAgents;
	return heatFinding(cells, measure, lang);
}
