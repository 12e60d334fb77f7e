import { band } from '#analysis/band.ts';
import type { DayLoad } from '#analysis/dayLoad.ts';
import type { TodayHour } from '#charts/todayLine.ts';
import { formatHour, formatNumber } from '#texts/format.ts';
import { formatHourRange } from '#texts/formatRange.ts';
import type { Lang } from '#texts/lang.ts';
import { managerTexts } from '#texts/manager.ts';

/**
 * Today by hour beside like days, and what the hours say: the busiest so far, and the usual peak if it is to come.
 * `expected`: the forecast's calls by hour. The first of the hours that are given is `fromHour`.
 */
export function todayView(
	today: DayLoad,
	like: DayLoad[],
	hourNow: number,
	lang: Lang,
	expected: ReadonlyMap<number, number> = new Map()
): { finding: string; hours: TodayHour[]; fromHour: number } {
	const hours = today.hours.map((count, hour): TodayHour => {
		const known = band(like.flatMap((day) => day.hours[hour] ?? []));
		return {
			label: formatHourRange(hour, hour + 1),
			tick: formatHour(hour),
			low: known?.low ?? null,
			median: known?.median ?? null,
			high: known?.high ?? null,
			today: hour > hourNow ? null : count,
			partial: hour === hourNow,
			expected: hour < hourNow ? null : (expected.get(hour) ?? null)
		};
	});
	const [used, fromHour] = inUse(hours);
	return { finding: findings(hours, hourNow, lang).join(lang === 'zh' ? '' : ' '), hours: used, fromHour };
}

/** Without the hours at both ends of the day in which there was never a call. */
function inUse(hours: TodayHour[]): [hours: TodayHour[], fromHour: number] {
	const used = (hour: TodayHour) => (hour.high ?? 0) > 0 || (hour.today ?? 0) > 0;
	const first = hours.findIndex(used);
	return first === -1 ? [hours, 0] : [hours.slice(first, hours.findLastIndex(used) + 1), first];
}

function findings(hours: TodayHour[], hourNow: number, lang: Lang): string[] {
	const { today: texts } = managerTexts(lang);
	const most = topHour(hours.map((hour) => hour.today));
	const usual = topHour(hours.map((hour) => hour.median));
	const name = (hour: number) => formatHourRange(hour, hour + 1);
	const said = most ? [texts.peakSoFar(name(most.hour), formatNumber(most.value, lang))] : [texts.nothing];
	if (usual && usual.hour > hourNow)
		said.push(texts.peakToCome(name(usual.hour), formatNumber(usual.value, lang)));
	return said;
}

function topHour(values: (number | null)[]): { hour: number; value: number } | null {
	let top: { hour: number; value: number } | null = null;
	values.forEach((value, hour) => {
		if (value !== null && value > (top?.value ?? 0)) top = { hour, value };
	});
	return top;
}
