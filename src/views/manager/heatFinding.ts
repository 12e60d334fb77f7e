import { thinBelow, type HeatCell } from '#charts/heatGrid.ts';
import { weekdayName } from '#texts/formatDay.ts';
import { formatHourRange } from '#texts/formatRange.ts';
import type { Lang } from '#texts/lang.ts';
import { managerTexts, type Measure } from '#texts/manager.ts';
import { measureText } from './measureText.ts';

/** Names the highest hour of the week that is not thin. */
export function heatFinding(cells: HeatCell[], measure: Measure, lang: Lang): string {
	const { peaks } = managerTexts(lang);
	let top: { cell: HeatCell; value: number } | null = null;
	for (const cell of cells)
		if (cell.days >= thinBelow && cell.value !== null && cell.value > (top?.value ?? 0))
			top = { cell, value: cell.value };
	if (!top) return peaks.noValue;
	const { cell, value } = top;
	const day = weekdayName(cell.weekday, lang, lang === 'zh' ? 'short' : 'long');
	const when = `${day} ${formatHourRange(cell.hour, cell.hour + 1)}`;
	return peaks.highest[measure](when, measureText(value, measure, lang));
}
