/** Whether the text is a time of day `HH:MM`, `00:00` to `24:00`. */
export function isWallTime(text: string): boolean {
	return /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text);
}

/** Minutes from 00:00 of `HH:MM`. Throws `not a time of day: …`. */
export function minuteOf(text: string): number {
	if (!isWallTime(text)) throw new RangeError(`not a time of day: ${text}`);
	return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}

/** `HH:MM` of minutes from 00:00; those beyond a day are the next day's, but 1440 is `24:00`. */
export function wallClock(minuteOfDay: number): string {
	const minute = minuteOfDay > 1440 ? minuteOfDay - 1440 : minuteOfDay;
	return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
