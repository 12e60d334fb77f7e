import type { PairPoint } from '#charts/pairLines.ts';
import { offered, type Tally } from '#rollups/tally.ts';
import { dateFormat } from '#texts/dateFormat.ts';
import { formatDay } from '#texts/formatDay.ts';
import type { Lang } from '#texts/lang.ts';
import { dayNumber } from '#time/dates.ts';

/** So many pairs of days are one point of the chart. */
export function daysAPoint(pairs: number): number {
	return pairs > 52 * 14 ? 28 : pairs > mostDays ? 7 : 1;
}

/** Above so many days the line would be a carpet. */
const mostDays = 92;

/** The calls of both sides by day; of many days by weeks, as calls a day. */
export function pairPoints(
	pairs: { date: string; otherDate: string; a: Tally; b: Tally }[],
	lang: Lang
): PairPoint[] {
	const size = daysAPoint(pairs.length);
	const points: PairPoint[] = [];
	for (let at = 0; at < pairs.length; at += size) {
		const days = pairs.slice(at, at + size);
		const [first] = days;
		if (!first) continue;
		const mean = (side: 'a' | 'b') => days.reduce((sum, day) => sum + offered(day[side]), 0) / days.length;
		const year = size > 1;
		points.push({
			labelA: formatDay(first.date, lang, { year }),
			labelB: formatDay(first.otherDate, lang, { year: true }),
			tick: dateFormat(lang, {
				month: 'short',
				day: 'numeric',
				...(size > 7 ? { year: 'numeric' } : {})
			}).format(dayNumber(first.date) * 86_400_000),
			a: mean('a'),
			b: mean('b')
		});
	}
	return points;
}
