import type { Live } from '#views/api/live.ts';
import { formatClock, formatNumber, formatPercent, formatSeconds, unknown } from '#texts/format.ts';
import { formatWrittenRange } from '#texts/formatRange.ts';
import type { Lang } from '#texts/lang.ts';
import { liveTexts } from '#texts/live.ts';
import type { KeyFigure } from '../keyFigures.ts';

/**
 * The strip of a queue's present moment. Who waits is only said where records come while calls happen.
 *
 * @param sinceSeconds how long ago it was so: the longest wait has grown by that
 */
export function nowFigures(live: Live, lang: Lang, sinceSeconds = 0): KeyFigure[] {
	const texts = liveTexts(lang);
	const known = live.feed === 'live';
	const { longest_wait_seconds: longest, estimated_wait_seconds: wait, last_quarter_hour: last } = live;
	const count = (value: number) => formatNumber(value, lang);
	const figure = (name: keyof typeof texts.figures, value: string, meaning = texts.figures[name][1]) => ({
		name: texts.figures[name][0],
		value,
		meaning
	});
	return [
		figure('waiting', known ? count(live.waiting) : unknown),
		known && longest === null
			? figure('longest', unknown, texts.nobody)
			: figure('longest', known && longest !== null ? formatClock(longest + sinceSeconds) : unknown),
		figure('talking', known ? count(live.talking) : unknown),
		wait
			? figure('estimate', formatSeconds(wait.p50, lang), texts.fourInFive(formatSeconds(wait.p80, lang)))
			: figure('estimate', unknown),
		{
			name: texts.quarter,
			value: texts.quarterCalls(count(last.offered)),
			meaning: texts.quarterMeaning(
				formatWrittenRange(last.start, last.end),
				count(last.answered),
				count(last.abandoned),
				formatPercent(last.service_level, lang, 0)
			)
		}
	];
}
