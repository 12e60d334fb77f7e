import type { AlertReading, AlertSettings } from '#model/alert.ts';
import { formatTimeRange } from './formatRange.ts';
import { formatNumber, formatPercent, formatSeconds } from './format.ts';
import { alertMessages } from './alertMessages.ts';
import type { Lang } from './lang.ts';

/** What a rule watches, as a sentence: its name wherever it is spoken of. */
export function ruleSentence(settings: AlertSettings, lang: Lang): string {
	const texts = alertMessages(lang).rule;
	const limit = limitText(settings, lang);
	const window = formatSeconds(settings.window_seconds, lang);
	switch (settings.kind) {
		case 'longest_wait':
			return texts.longestWait(limit);
		case 'waiting':
			return texts.waiting(limit);
		case 'service_level':
			return texts.serviceLevel(limit, window);
		case 'abandonment':
			return texts.abandonment(limit, window);
		case 'load':
			return texts.load[settings.direction ?? 'either'](limit);
		case 'no_records':
			return texts.noRecords(settings.source ?? '', limit);
	}
}

/** What was measured, as a sentence; times by the clock of the zone. */
export function readingSentence(
	settings: AlertSettings,
	reading: AlertReading,
	{ lang, zone }: { lang: Lang; zone: string }
): string {
	const texts = alertMessages(lang).reading;
	const { value, calls = 0, fromAt, toAt, expected = 0, low = 0, high = 0 } = reading;
	const limit = limitText(settings, lang);
	const span = fromAt === undefined || toAt === undefined ? '' : formatTimeRange(zone, fromAt, toAt);
	const number = (count: number) => formatNumber(Math.round(count), lang);
	if (settings.kind === 'load')
		return value === null
			? texts.unknown
			: texts.load(number(calls), span, number(expected), number(low), number(high));
	if (value === null) return texts.unknown;
	switch (settings.kind) {
		case 'longest_wait':
			return texts.longestWait(formatSeconds(value, lang), limit);
		case 'waiting':
			return texts.waiting(number(value), limit);
		case 'service_level':
			return texts.serviceLevel(formatPercent(value, lang, 0), number(calls), span, limit);
		case 'abandonment':
			return texts.abandonment(formatPercent(value, lang, 0), number(calls), span, limit);
		case 'no_records':
			return texts.noRecords(settings.source ?? '', formatSeconds(roundedSeconds(value), lang), limit);
	}
}

/** The limit in the unit of its kind. */
function limitText({ kind, limit }: AlertSettings, lang: Lang): string {
	if (kind === 'waiting') return formatNumber(limit, lang);
	if (kind === 'longest_wait' || kind === 'no_records') return formatSeconds(limit, lang);
	const percent = limit * 100;
	return formatPercent(limit, lang, Math.abs(percent - Math.round(percent)) < 1e-6 ? 0 : 1);
}

/** Seconds of a long silence are no news. */
function roundedSeconds(seconds: number): number {
	return seconds < 600 ? seconds : Math.floor(seconds / 60) * 60;
}
