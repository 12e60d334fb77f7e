import { wallClock } from '#time/wallClock.ts';
import { instantOf, isDate, wallTime } from '#time/zone.ts';

/** What a field `datetime-local` sends, by the clock of a zone; null where it is no time. */
export function localInstant(zone: string, text: string): number | null {
	const [, date = '', hour = '', minute = ''] = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::00)?$/.exec(text) ?? [];
	if (!isDate(date) || Number(hour) > 23 || Number(minute) > 59) return null;
	return instantOf(zone, date, Number(hour) * 60 + Number(minute));
}

/** An instant as such a field has it; seconds are not told. */
export function localText(zone: string, at: number): string {
	const { date, hour, minute } = wallTime(zone, at);
	return `${date}T${wallClock(hour * 60 + minute)}`;
}
