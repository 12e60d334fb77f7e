import { isDate } from './dates.ts';

const form = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:[Zz]|([+-])(\d\d):(\d\d))$/;

/**
 * The instant of an RFC 3339 text with an offset (`2026-03-02T09:15:00+08:00`), or null where the text is none:
 * without an offset, or with a date or time that does not exist. Below a millisecond it is cut off.
 */
export function parseInstant(text: string): number | null {
	const found = form.exec(text);
	if (!found) return null;
	const [, date = '', hours = '', minutes = '', seconds = '', fraction = '', sign, zoneHours, zoneMinutes] =
		found;
	const leap = seconds === '60';
	if (Number(hours) > 23 || Number(minutes) > 59 || (Number(seconds) > 59 && !leap)) return null;
	if (Number(zoneHours ?? 0) > 23 || Number(zoneMinutes ?? 0) > 59 || !isDate(date)) return null;
	// A leap second, which RFC 3339 allows and JavaScript does not count, is the next second.
	const clock = `${hours}:${minutes}:${leap ? '59' : seconds}`;
	const milliseconds = fraction.slice(0, 3).padEnd(3, '0');
	const offset = (Number(zoneHours ?? 0) * 60 + Number(zoneMinutes ?? 0)) * (sign === '-' ? -1 : 1);
	const at = Date.parse(`${date}T${clock}.${milliseconds}Z`);
	return at + (leap ? 1000 : 0) - offset * 60_000;
}
