import { max, median, min } from 'd3';
import { formatNumber, formatPercent } from '#texts/format.ts';
import type { Lang } from '#texts/lang.ts';
import { trendTexts } from '#texts/trend.ts';
import type { TrendGrain } from './trendAddress.ts';

/** At most so many before are what is compared with. */
const compared: Record<TrendGrain, number> = { week: 12, month: 12 };

/** The last whole week or month against those before, as a sentence. `counts` in order, of whole ones only. */
export function trendFinding(
	counts: { label: string; offered: number }[],
	grain: TrendGrain,
	lang: Lang
): string {
	const texts = trendTexts(lang);
	const last = counts.at(-1);
	if (!last) return texts.begun;
	const before = counts
		.slice(0, -1)
		.slice(-compared[grain])
		.map(({ offered }) => offered);
	const when = last.label.charAt(0).toUpperCase() + last.label.slice(1);
	const count = formatNumber(last.offered, lang);
	const [low, middle, high] = [min(before), median(before), max(before)];
	if (low === undefined || middle === undefined || high === undefined) return texts.first(when, count);
	const behind = (grain === 'week' ? texts.weeks : texts.months)(formatNumber(before.length, lang));
	const percent = formatPercent(middle === 0 ? null : Math.abs(last.offered / middle - 1), lang, 0);
	if (last.offered > high) return texts.above(when, count, behind, formatNumber(high, lang), percent);
	if (last.offered < low) return texts.below(when, count, behind, formatNumber(low, lang), percent);
	return texts.usual(when, count, behind, formatNumber(low, lang), formatNumber(high, lang));
}
