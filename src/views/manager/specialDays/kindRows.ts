import type { KindLoadFactor } from '#analysis/specialDays/kindLoads.ts';
import { formatNumber, formatPercent, formatSeconds, unknown } from '#texts/format.ts';
import type { Lang } from '#texts/lang.ts';
import { paragraph } from '#texts/paragraph.ts';
import { kindName, kindSubject, specialDaysTexts } from '#texts/specialDays.ts';
import { factorText, intervalText } from './dayWords.ts';

export interface KindRow {
	kind: string;
	name: string;
	/** What it brings, and what it does to waits where that is sure. */
	sentence: string;
	/** With the range that decides whether it differs. */
	factor: { value: number; low: number; high: number };
	reported: boolean;
	/** Of the table: days, times, interval, wait, abandonment. */
	cells: string[];
}

/** The kinds in words, surely different ones first, then in the order of what they bring. */
export function kindRows(kinds: readonly KindLoadFactor[], lang: Lang): KindRow[] {
	return kinds
		.map((kind) => kindRow(kind, lang))
		.sort((a, b) => Number(b.reported) - Number(a.reported) || b.factor.value - a.factor.value);
}

function kindRow(kind: KindLoadFactor, lang: Lang): KindRow {
	const texts = specialDaysTexts(lang);
	const { reported, wait, abandonment } = kind;
	const factor = { value: kind.factor.value, ...kind.certain };
	const days = texts.days(formatNumber(kind.days, lang), kind.days === 1);
	const [times, interval] = [factorText(factor.value, lang), intervalText(factor, lang)];
	const seconds = (value: number) => formatSeconds(value, lang);
	const percent = (value: number) => formatPercent(value, lang);
	const sentences = [
		(reported ? texts.brings : texts.unclear)(kindSubject(kind.kind, kind.name, lang), times, interval, days),
		wait?.reported ? texts.longer(seconds(wait.ordinary), seconds(wait.value)) : '',
		abandonment?.reported ? texts.leave(percent(abandonment.ordinary), percent(abandonment.value)) : ''
	];
	return {
		kind: kind.kind,
		name: kindName(kind.kind, kind.name, lang),
		sentence: paragraph(lang, sentences),
		factor,
		reported,
		cells: [
			formatNumber(kind.days, lang),
			times,
			interval,
			wait ? texts.instead(seconds(wait.value), seconds(wait.ordinary)) : unknown,
			abandonment ? texts.instead(percent(abandonment.value), percent(abandonment.ordinary)) : unknown
		]
	};
}
