import { median } from 'd3';
import { markedCells, markedColumn, type ChartMarks } from '#charts/marks.ts';
import type { TrendPoint } from '#charts/trendLine.ts';
import type { LoadRow } from '#model/load.ts';
import type { ServiceLevel } from '#model/queue.ts';
import { formatNumber, formatPercent, formatSeconds } from '#texts/format.ts';
import type { Lang } from '#texts/lang.ts';
import { managerTexts } from '#texts/manager.ts';
import { trendTexts, type TrendMeasure } from '#texts/trend.ts';
import { serviceLevelMeaning } from '../keyFigures.ts';
import { trendMeasures } from './trendAddress.ts';

export interface TrendRow {
	label: string;
	tick: string | null;
	partial: boolean;
	figures: Omit<LoadRow, 'start' | 'end'>;
}

interface Asked {
	measure: TrendMeasure;
	level: ServiceLevel;
	marks: ChartMarks | null;
	lang: Lang;
}

/** One measure as a line, and all of them as a table. */
export function measureView(rows: TrendRow[], { measure, level, marks, lang }: Asked) {
	const texts = trendTexts(lang);
	const points: TrendPoint[] = rows.map(({ label, tick, partial, figures }) => ({
		label,
		tick,
		partial,
		value: valueOf(figures, measure)
	}));
	return {
		points,
		finding: findingOf(points, measure, lang),
		note:
			measure === 'level'
				? `${serviceLevelMeaning(level, lang)}${lang === 'zh' ? '。' : '.'}`
				: texts.meaning[measure],
		target: measure === 'level' ? level.target : null,
		table: {
			show: managerTexts(lang).showTable,
			caption: texts.caption,
			columns: [
				texts.interval,
				texts.offered,
				...trendMeasures.map((name) => texts.measures[name]),
				...markedColumn(marks)
			],
			rows: rows.map(({ label, partial, figures }, row) => {
				const values = trendMeasures.map((name) => valueOf(figures, name));
				return {
					name: partial ? `${label} (${texts.running})` : label,
					cells: [
						formatNumber(figures.offered, lang),
						...values.map((value, i) => measureValue(value, trendMeasures[i] ?? 'level', lang)),
						...markedCells(marks, row)
					],
					values: [figures.offered, ...values, ...markedCells(marks, row)]
				};
			})
		}
	};
}

/** A value as it is written: a share as a percentage, a wait with its units. */
export function measureValue(value: number | null, measure: TrendMeasure, lang: Lang): string {
	const isShare = measure === 'level' || measure === 'abandonment' || measure === 'again';
	return isShare ? formatPercent(value, lang) : formatSeconds(value, lang);
}

function valueOf(row: Omit<LoadRow, 'start' | 'end'>, measure: TrendMeasure): number | null {
	const again = row.repeat_callers === null || row.offered === 0 ? null : row.repeat_callers / row.offered;
	const values: Record<TrendMeasure, number | null> = {
		level: row.service_level,
		abandonment: row.abandonment_rate,
		p50: row.wait_p50_seconds,
		p90: row.wait_p90_seconds,
		asa: row.asa_seconds,
		aht: row.aht_seconds,
		again
	};
	return values[measure];
}

function findingOf(points: TrendPoint[], measure: TrendMeasure, lang: Lang): string {
	const texts = trendTexts(lang);
	const whole = points.filter(({ partial, value }) => !partial && value !== null);
	const last = whole.at(-1);
	if (!last) return texts.noValue;
	const before = median(whole.slice(0, -1).slice(-12), ({ value }) => value);
	const when = last.label.charAt(0).toUpperCase() + last.label.slice(1);
	return texts.measureFinding(
		when,
		lang === 'en' ? texts.measures[measure].toLowerCase() : texts.measures[measure],
		measureValue(last.value, measure, lang),
		before === undefined ? null : measureValue(before, measure, lang)
	);
}
