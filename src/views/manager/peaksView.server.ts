import { peaks } from '#analysis/peaks.ts';
import { thinBelow, type HeatCell } from '#charts/heatGrid.ts';
import type { PeakCell } from '#model/load.ts';
import type { Database } from '#records/database.server.ts';
import type { StoredQueue } from '#records/queues.server.ts';
import { formatDay } from '#texts/formatDay.ts';
import type { Lang } from '#texts/lang.ts';
import { managerTexts, type Measure } from '#texts/manager.ts';
import { zoneLabel } from '#texts/zoneLabel.ts';
import { addDays, dayStart, wallTime } from '#time/zone.ts';
import { seenHours } from '../seenHours.server.ts';
import { describeWindow } from './describeWindow.ts';
import { heatFinding } from './heatFinding.ts';

export interface PeaksView {
	finding: string;
	note: string | null;
	cells: HeatCell[];
	/** Whether any hour was seen often enough to be called busy or quiet. */
	enough: boolean;
	/** As sentences. */
	busiest: string[];
	quietest: string[];
}

/** The weeks before today, whole days only, as a week of hours. */
export async function peaksView(
	database: Database,
	stored: StoredQueue,
	{ weeks, measure, now, lang }: { weeks: number; measure: Measure; now: number; lang: Lang }
): Promise<PeaksView> {
	const { queue } = stored;
	const today = wallTime(queue.zone, now).date;
	const fromAt = dayStart(queue.zone, addDays(today, -7 * weeks));
	const seen = await seenHours(database, [stored], fromAt, dayStart(queue.zone, today));
	const { cells, busiest, quietest } = peaks(seen);
	const heat = cells.map((cell) => heatCell(cell, measure));
	const first = seen.intervals[0];
	return {
		finding: heatFinding(heat, measure, lang),
		note: first
			? managerTexts(lang).peaks.note(
					formatDay(wallTime(queue.zone, first.startAt).date, lang),
					formatDay(addDays(today, -1), lang),
					zoneLabel(queue.zone, lang, now)
				)
			: null,
		cells: heat,
		enough: heat.some((cell) => cell.days >= thinBelow),
		busiest: busiest.map((window) => describeWindow(window, 'busiest', lang)),
		quietest: quietest.map((window) => describeWindow(window, 'quietest', lang))
	};
}

function heatCell(cell: PeakCell, measure: Measure): HeatCell {
	const values: Record<Measure, number | null> = {
		load: cell.offered_mean,
		p50: cell.wait_p50_seconds,
		p90: cell.wait_p90_seconds,
		abandonment: cell.abandonment_rate
	};
	return { weekday: cell.weekday, hour: cell.hour, value: values[measure], days: cell.days };
}
