import type { PeakWindow } from '#analysis/peaks.ts';
import { formatNumber, formatPercent, formatSeconds } from '#texts/format.ts';
import { weekdayName } from '#texts/formatDay.ts';
import { formatHourRange } from '#texts/formatRange.ts';
import type { Lang } from '#texts/lang.ts';
import { peaksTexts } from '#texts/peaks.ts';

/**
 * A busy or quiet window as one sentence: when, how many calls, how long they wait, from how many days. How many
 * hang up is said of busy windows, where it is news.
 */
export function describeWindow(window: PeakWindow, kind: 'busiest' | 'quietest', lang: Lang): string {
	const texts = peaksTexts(lang);
	const load = formatNumber(window.offered_mean, lang, window.offered_mean < 10 ? 1 : 0);
	const parts = [texts.window(windowDays(window.weekdays, lang), windowHours(window), load)];
	if (window.wait_p50_seconds !== null && window.wait_p90_seconds !== null) {
		const most = formatSeconds(window.wait_p90_seconds, lang);
		if (window.wait_p90_seconds < 0.5) parts.push(texts.waitsHardly);
		else if (window.wait_p50_seconds < 0.5) parts.push(texts.waitsNone(most));
		else parts.push(texts.waits(formatSeconds(window.wait_p50_seconds, lang), most));
	}
	if (kind === 'busiest' && window.abandonment_rate)
		parts.push(texts.gaveUp(formatPercent(window.abandonment_rate, lang, 0)));
	parts.push(texts.behind(formatNumber(window.days, lang)));
	return texts.join(parts);
}

function windowHours({ from_hour, to_hour }: PeakWindow): string {
	return formatHourRange(from_hour, to_hour);
}

function windowDays(weekdays: number[], lang: Lang): string {
	const names = weekdays.map((weekday) => weekdayName(weekday, lang, lang === 'zh' ? 'short' : 'long'));
	const contiguous = weekdays.every((day, i) => i === 0 || day === ((weekdays[i - 1] ?? 0) % 7) + 1);
	return peaksTexts(lang).weekdays(names, contiguous);
}
