/**
 * Ranges of minutes and hours, with an en dash in every language. Hours go to 24 in every language, so that none is
 * mistaken for another.
 */
import { wallClock } from '#time/wallClock.ts';
import { writtenClock } from '#time/writtenClock.ts';
import { wallTime } from '#time/zone.ts';
import { formatHour, formatNumber } from './format.ts';
import type { Lang } from './lang.ts';

/** Whole minutes in full words, `5–10 分钟`, `5–10 minutes`; where both are the same `5 分钟`, `1 minute`. */
export function formatMinuteRange(from: number, to: number, lang: Lang): string {
	const shown =
		from === to ? formatNumber(from, lang) : `${formatNumber(from, lang)}–${formatNumber(to, lang)}`;
	if (lang === 'zh') return `${shown} 分钟`;
	return `${shown} ${from === 1 && to === 1 ? 'minute' : 'minutes'}`;
}

/** `14:00–16:00`, from one hour (0..23) up to another (1..24). */
export function formatHourRange(fromHour: number, toHour: number): string {
	return `${formatHour(fromHour)}–${formatHour(toHour)}`;
}

/** `14:00–16:30` by the zone's wall clock; an end at midnight is written `24:00`. */
export function formatTimeRange(zone: string, fromAt: number, toAt: number): string {
	const end = clockAt(zone, toAt);
	return `${clockAt(zone, fromAt)}–${toAt > fromAt ? endOfDay(end) : end}`;
}

/** The same of two instants that are written with their zone's offset, the second one later: no zone is asked. */
export function formatWrittenRange(from: string, to: string): string {
	return `${hourAndMinute(from)}–${endOfDay(hourAndMinute(to))}`;
}

function hourAndMinute(instant: string): string {
	return writtenClock(instant).slice(0, 'HH:MM'.length);
}

function endOfDay(clock: string): string {
	return clock === '00:00' ? '24:00' : clock;
}

function clockAt(zone: string, at: number): string {
	const { hour, minute } = wallTime(zone, at);
	return wallClock(hour * 60 + minute);
}
