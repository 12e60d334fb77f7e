import { formatTime } from '#texts/format.ts';
import { formatDay } from '#texts/formatDay.ts';
import type { Lang } from '#texts/lang.ts';
import { wallTime } from '#time/zone.ts';

export interface Moments {
	lang: Lang;
	zone: string;
	now: number;
}

/** `10:02` of today, `Mon, Mar 2 10:02` of another day, by the clock of the zone. */
export function moment(at: number, { lang, zone, now }: Moments): string {
	const time = formatTime(at, lang, zone);
	const { date } = wallTime(zone, at);
	return date === wallTime(zone, now).date ? time : `${formatDay(date, lang)} ${time}`;
}
