import { thinBelow, type HeatCell } from '#charts/heatGrid.ts';
import { weekdayName } from '#texts/formatDay.ts';
import { formatHourRange } from '#texts/formatRange.ts';
import type { Lang } from '#texts/lang.ts';
import { paragraph } from '#texts/paragraph.ts';
import { peaksTexts, type Measure } from '#texts/peaks.ts';
import { measureText } from './measureText.ts';

/**
 * Names the highest hour of the week (of the service level the lowest, that being the news); one that is thin only where
 * no other has a value, and then says so.
 */
export function heatFinding(cells: HeatCell[], measure: Measure, lang: Lang): string {
	const texts = peaksTexts(lang);
	const extreme = measure === 'serviceLevel' ? lowest : highest;
	const known = cells.filter((cell) => cell.value !== null);
	const solid = known.filter((cell) => cell.days >= thinBelow);
	const top = extreme(solid.length > 0 ? solid : known);
	if (!top && known.some((cell) => cell.value)) return texts.zeroButThin;
	if (!top) return known.length > 0 ? texts.allZero : texts.noValue;
	const day = weekdayName(top.weekday, lang, lang === 'zh' ? 'short' : 'long');
	const when = `${day} ${formatHourRange(top.hour, top.hour + 1)}`;
	const sentence = texts.highest[measure](when, measureText(top.value ?? 0, measure, lang));
	return paragraph(lang, [sentence, solid.length === 0 && texts.onlyThin]);
}

function lowest(cells: HeatCell[]): HeatCell | null {
	return cells.reduce<HeatCell | null>(
		(low, cell) => (cell.value !== null && cell.value < (low?.value ?? Infinity) ? cell : low),
		null
	);
}

function highest(cells: HeatCell[]): HeatCell | null {
	return cells.reduce<HeatCell | null>(
		(top, cell) => ((cell.value ?? 0) > (top?.value ?? 0) ? cell : top),
		null
	);
}
