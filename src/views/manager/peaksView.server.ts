import { peakWindows } from '#analysis/peakWindows.ts';
import { weekHours } from '#analysis/weekHours.ts';
import { thinBelow, type HeatCell } from '#charts/heatGrid.ts';
import type { Database } from '#records/database.server.ts';
import type { StoredQueue } from '#records/queues.server.ts';
import { formatDay } from '#texts/formatDay.ts';
import type { Lang } from '#texts/lang.ts';
import { managerTexts, type Measure } from '#texts/manager.ts';
import { zoneLabel } from '#texts/zoneLabel.ts';
import { addDays, dayStart, wallTime } from '#time/zone.ts';
import { seenHours } from '../seenHours.server.ts';
import { cellDays, type CellDays } from './cellDays.server.ts';
import { describeWindow } from './describeWindow.ts';
import { heatFinding } from './heatFinding.ts';
import { peakValues } from './peakValues.ts';
import type { QueueAddress } from './queueAddress.ts';

export interface PeaksView {
	finding: string;
	note: string | null;
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
	const fromAt = dayStart(queue.zone, addDays(today, -7 * weeks));
	const seen = await seenHours(database, [stored], fromAt, dayStart(queue.zone, today));
	const ordinary = weekHours(seen, 'ordinary');
	const heat = peakValues(weekHours(seen, 'all'), queue.service_level, measure);
	const first = seen.intervals[0];
	return {
		finding: findingOf(heat, measure, lang),
		note: first
			? managerTexts(lang).peaks.note(
					formatDay(wallTime(queue.zone, first.startAt).date, lang),
					formatDay(addDays(today, -1), lang),
					zoneLabel(queue.zone, lang, now)
				)
			: null,
		cells: heat,
		enough: heat.some((cell) => cell.days >= thinBelow),
		busiest: peakWindows(ordinary, 'busiest').map((window) => describeWindow(window, 'busiest', lang)),
		quietest: peakWindows(ordinary, 'quietest').map((window) => describeWindow(window, 'quietest', lang)),
		cell: cell && (await cellDays(database, stored, seen.intervals, { cell, today, lang }))
	};
}

function findingOf(cells: HeatCell[], measure: Measure, lang: Lang): string {
	const seen = cells.some(({ days }) => days > 0);
	if (measure === 'agents' && seen && cells.every(({ value }) => value === null))
		return managerTexts(lang).peaks.noAgents;
	return heatFinding(cells, measure, lang);
}
