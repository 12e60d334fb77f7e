import { total, type LoadBar } from '#charts/loadBars.ts';
import { formatNumber } from '#texts/format.ts';
import { formatDay } from '#texts/formatDay.ts';
import type { Lang } from '#texts/lang.ts';
import { managerTexts } from '#texts/manager.ts';

/** How many calls a range had, and when the most came. */
export function rangeFinding(
	bars: LoadBar[],
	{ fromDate, toDate, today }: { fromDate: string; toDate: string; today: string },
	lang: Lang
): string {
	const { range } = managerTexts(lang);
	const year = fromDate.slice(0, 4) !== today.slice(0, 4) || toDate.slice(0, 4) !== today.slice(0, 4);
	const oneDay = fromDate === toDate;
	const days = oneDay
		? formatDay(fromDate, lang, { year })
		: range.days(formatDay(fromDate, lang, { year }), formatDay(toDate, lang, { year }));
	const counts = bars.map(total);
	const most = Math.max(0, ...counts);
	const top = bars[counts.indexOf(most)];
	if (most === 0 || !top) return oneDay ? range.noneOn(days) : range.none(days);
	const count = formatNumber(
		counts.reduce((sum, value) => sum + value, 0),
		lang
	);
	const say = oneDay ? range.findingDay : range.finding;
	return say(count, days, top.label, formatNumber(most, lang));
}
