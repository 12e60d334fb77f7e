import { formatHour } from '#texts/format.ts';
import { weekdayName } from '#texts/formatDay.ts';
import type { Lang } from '#texts/lang.ts';
import { reportMailTexts } from '#texts/reportMail.ts';
import { zoneLabel } from '#texts/zoneLabel.ts';
import type { WeekSlot } from '#time/weekSlot.ts';

/** `every Monday at 08:00 (Beijing time)`. */
export function everyWeek(
	{ weekday, hour }: WeekSlot,
	zone: string,
	{ lang, now }: { lang: Lang; now: number }
): string {
	const day = weekdayName(weekday, lang, lang === 'zh' ? 'short' : 'long');
	return reportMailTexts(lang).everyWeek(day, formatHour(hour), zoneLabel(zone, lang, now));
}
