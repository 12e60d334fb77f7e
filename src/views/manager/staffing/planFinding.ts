import { planTotals } from '#analysis/staffing/planTotals.ts';
import type { PlannedSlot } from '#analysis/staffing/staffPlan.ts';
import { formatDay } from '#texts/formatDay.ts';
import { formatNumber } from '#texts/format.ts';
import { formatTimeRange } from '#texts/formatRange.ts';
import type { Lang } from '#texts/lang.ts';
import { staffingTexts } from '#texts/staffing.ts';

const namedRuns = 3;

/** The day's plan as sentences: what it takes, and whether the planned staff is enough. */
export function planFinding(
	slots: PlannedSlot[],
	{ date, zone, lang, known }: { date: string; zone: string; lang: Lang; known: boolean }
): string {
	const texts = staffingTexts(lang);
	const day = formatDay(date, lang);
	if (!known) return texts.unknown(day);
	const totals = planTotals(slots);
	if (!totals.peak) return texts.nobody(day);
	const number = (value: number) => formatNumber(Math.round(value), lang);
	const takes = texts.finding(day, {
		calls: number(totals.calls),
		peak: number(totals.peak.required),
		at: texts.at(formatTimeRange(zone, totals.peak.startAt, totals.peak.endAt)),
		hours: number(totals.scheduledHours)
	});
	if (totals.plannedHours === null) return takes;
	const planned = number(totals.plannedHours);
	const gap = lang === 'zh' ? '' : ' ';
	if (totals.short.length === 0) return `${takes}${gap}${texts.planFits(planned)}`;
	const runs = totals.short.map(({ startAt, endAt }) => texts.at(formatTimeRange(zone, startAt, endAt)));
	const rest = runs.length - namedRuns;
	const named = runs.slice(0, namedRuns).join(texts.and);
	const when = rest > 0 ? `${named}${gap}${texts.more(number(rest))}` : named;
	const most = Math.max(...totals.short.map(({ people }) => people));
	return `${takes}${gap}${texts.planShort(planned, when, number(most))}`;
}
