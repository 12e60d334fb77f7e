import { formatTime } from '#texts/format.ts';
import { formatDay } from '#texts/formatDay.ts';
import type { Lang } from '#texts/lang.ts';
import { wallTime } from '#time/zone.ts';

/** A day and its time in full, by the zone's wall clock: `Sun 22 Nov 2026 17:45`. */
export function when(at: Date, lang: Lang, zone: string): string {
	const { date } = wallTime(zone, at.getTime());
	return `${formatDay(date, lang, { year: true })} ${formatTime(at.getTime(), lang, zone)}`;
}
