import { fewestBlocks, type Compared, type ComparedName } from '#analysis/compareDays.ts';
import { formatNumber, formatPercent, formatSeconds, unknown } from '#texts/format.ts';
import { compareTexts } from '#texts/compare.ts';
import type { Lang } from '#texts/lang.ts';

/** A line of the page's table, as it is shown. */
export interface ComparedRow {
	name: string;
	a: string;
	b: string;
	difference: string;
	interval: string;
	verdict: string;
	isClear: boolean;
}

export function comparedRows(compared: Compared[], lang: Lang): ComparedRow[] {
	const { names, table } = compareTexts(lang);
	return compared.map(({ name, a, b, difference, interval, isClear }) => ({
		name: names[name],
		a: valueText(name, a, lang),
		b: valueText(name, b, lang),
		difference: signed(name, difference, lang),
		interval: interval
			? table.between(signed(name, interval[0], lang), signed(name, interval[1], lang))
			: unknown,
		verdict:
			interval === null || difference === null
				? table.unknown
				: isClear
					? difference > 0
						? table.more
						: table.less
					: table.chance,
		isClear
	}));
}

/** What differs clearly, as one sentence. */
export function compareLead(compared: Compared[], days: number, lang: Lang): string {
	const texts = compareTexts(lang);
	if (days === 0) return texts.none;
	if (hasNoCalls(compared)) return texts.noCalls;
	if (days < fewestBlocks)
		return texts.leadFew(formatNumber(days, lang), days === 1, formatNumber(fewestBlocks, lang));
	const clear = compared.flatMap(({ name, b, difference, isClear }) => {
		if (!isClear || difference === null) return [];
		const size = Math.abs(difference);
		const by = name === 'callsADay' && b ? formatPercent(size / b, lang, 0) : sizeText(name, size, lang);
		return [texts.clear[name](difference > 0, by)];
	});
	if (clear.length === 0) return texts.leadNone;
	const sentence = texts.leadClear(clear);
	return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** Nobody called on either side: there is nothing to compare. */
export function hasNoCalls(compared: Compared[]): boolean {
	return compared.some(({ name, a, b }) => name === 'callsADay' && a === 0 && b === 0);
}

function valueText(name: ComparedName, value: number | null, lang: Lang): string {
	if (name === 'callsADay') return formatNumber(value, lang, value !== null && value < 99.5 ? 1 : 0);
	if (name === 'serviceLevel' || name === 'abandonment') return formatPercent(value, lang);
	return formatSeconds(value, lang);
}

function signed(name: ComparedName, value: number | null, lang: Lang): string {
	if (value === null) return unknown;
	const text = sizeText(name, Math.abs(value), lang);
	// What is shown as nothing has no sign.
	if (!/[1-9]/.test(text)) return text;
	return value > 0 ? `+${text}` : `−${text}`;
}

function sizeText(name: ComparedName, size: number, lang: Lang): string {
	const { points } = compareTexts(lang);
	if (name === 'callsADay') return formatNumber(size, lang, size < 99.5 ? 1 : 0);
	if (name === 'serviceLevel' || name === 'abandonment') return points(formatNumber(size * 100, lang, 1));
	return size < 9.95 ? secondsText(size, lang) : formatSeconds(size, lang);
}

function secondsText(size: number, lang: Lang): string {
	return `${formatNumber(size, lang, 1)} ${lang === 'zh' ? '秒' : 's'}`;
}
