import { formatClock, formatNumber, formatPercent, unknown } from '#texts/format.ts';
import type { Lang } from '#texts/lang.ts';
import { reportTexts } from '#texts/report.ts';
import type { Live } from '#views/api/live.ts';
import { nowFigures } from '../live/nowFigures.ts';

/** A figure as large as the wall allows; `alarm` where it asks for somebody. */
export interface WallFigure {
	name: string;
	value: string;
	meaning: string;
	alarm: boolean;
}

interface Standard {
	threshold_seconds: number;
	target: number;
}

/**
 * What a room looks up for: who waits and how long, who talks, the wait to come, the day so far. Alarms are a longest
 * wait beyond the threshold of the service level and a day below its target; both say so in words. Of what a figure means
 * only what changes is said, in few words: they are as large as its name.
 */
export function wallFigures(
	live: Live,
	{ lang, level, sinceSeconds }: { lang: Lang; level: Standard; sinceSeconds: number }
): WallFigure[] {
	const texts = reportTexts(lang).wallboard;
	const tooLong =
		live.feed === 'live' &&
		live.longest_wait_seconds !== null &&
		live.longest_wait_seconds + sinceSeconds > level.threshold_seconds;
	const { service_level: reached, offered } = live.today;
	const usual = live.typical?.offered_median ?? null;
	const below = reached !== null && reached < level.target;
	const target = formatPercent(level.target, lang, 0);
	const nobody = live.feed === 'live' && live.longest_wait_seconds === null;
	// As a clock: "12 min 30 s" would not fit in letters of this size.
	const wait = live.estimated_wait_seconds;
	const longestMeaning = nobody ? texts.nobody : tooLong ? texts.over(level.threshold_seconds) : '';
	const meanings = ['', longestMeaning, '', wait ? texts.fourInFive(formatClock(wait.p80)) : ''];
	const present = nowFigures(live, lang, sinceSeconds)
		.slice(0, meanings.length)
		.map(({ name, value }, i) => ({
			name,
			value: i === 3 ? formatClock(wait?.p50 ?? null) : value,
			meaning: meanings[i] ?? '',
			alarm: i === 1 && tooLong
		}));
	return [
		...present,
		{
			name: texts.today,
			value: formatNumber(offered, lang),
			meaning: usual === null ? '' : texts.usual(formatNumber(usual, lang)),
			alarm: false
		},
		{
			name: texts.level,
			value: reached === null ? unknown : formatPercent(reached, lang, 0),
			meaning: below ? texts.below(target) : texts.target(target),
			alarm: below
		}
	];
}
