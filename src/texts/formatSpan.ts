import type { TimeRange } from '#time/ranges.ts';
import { wallTime } from '#time/zone.ts';
import { formatDay } from './formatDay.ts';
import { formatTimeRange } from './formatRange.ts';
import type { Lang } from './lang.ts';

/** `Mon, Nov 16 10:20–12:00`; over midnight `Mon, Nov 16 22:00 – Tue, Nov 17 06:00`. With the year where asked for. */
export function formatSpan(
	zone: string,
	{ fromAt, toAt }: TimeRange,
	lang: Lang,
	{ year = false } = {}
): string {
	const day = (at: number) => formatDay(wallTime(zone, at).date, lang, { year });
	const [first, last] = [day(fromAt), day(toAt - 1)];
	const [from = '', to = ''] = formatTimeRange(zone, fromAt, toAt).split('–');
	return first === last ? `${first} ${from}–${to}` : `${first} ${from} – ${last} ${to}`;
}
