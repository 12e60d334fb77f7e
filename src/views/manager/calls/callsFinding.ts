import { outcomes } from '#model/call.ts';
import type { ListedCall } from '#records/listCalls.server.ts';
import { callsTexts } from '#texts/calls.ts';
import { formatNumber, formatSeconds, formatTime } from '#texts/format.ts';
import { formatDay } from '#texts/formatDay.ts';
import type { Lang } from '#texts/lang.ts';
import { dayStart, addDays, wallTime } from '#time/zone.ts';

interface Listed {
	fromAt: number;
	toAt: number;
	zone: string;
	/** There are more than these. */
	more: boolean;
	/** These are not the first page. */
	isNext: boolean;
}

/** What the list holds, as a sentence: how many, how they ended, how long the longest waited. */
export function callsFinding(calls: ListedCall[], listed: Listed, lang: Lang): string {
	const texts = callsTexts(lang);
	const range = rangeText(listed, lang);
	const [first] = calls;
	if (!first) return texts.none(range);
	const count = formatNumber(calls.length, lang);
	if (listed.isNext) return texts.findingNext(count, timeText(listed.zone, first.enqueuedAt, lang));
	if (listed.more) return texts.findingMore(count, range);
	const ends = outcomes.flatMap((outcome) => {
		const those = calls.filter((call) => call.outcome === outcome).length;
		return those === 0 ? [] : [texts.count(formatNumber(those, lang), texts.outcomes[outcome])];
	});
	const longest = Math.max(...calls.map(({ waitMs }) => waitMs ?? 0));
	return texts.finding(count, range, [
		...ends,
		...(longest > 0 ? [texts.longest(formatSeconds(longest / 1000, lang))] : [])
	]);
}

function rangeText({ zone, fromAt, toAt }: Listed, lang: Lang): string {
	const texts = callsTexts(lang);
	const first = wallTime(zone, fromAt).date;
	const last = wallTime(zone, toAt - 1).date;
	const wholeDays = dayStart(zone, first) === fromAt && dayStart(zone, addDays(last, 1)) === toAt;
	if (!wholeDays)
		return texts.range(
			timeText(zone, fromAt, lang),
			first === last ? formatTime(toAt, lang, zone) : timeText(zone, toAt, lang)
		);
	const day = (date: string) => formatDay(date, lang, { year: true });
	return first === last ? texts.oneDay(day(first)) : texts.range(day(first), day(last));
}

function timeText(zone: string, at: number, lang: Lang): string {
	return `${formatDay(wallTime(zone, at).date, lang, { year: true })} ${formatTime(at, lang, zone)}`;
}
