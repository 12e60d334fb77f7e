import { formatNumber, formatSeconds } from './format.ts';
import type { Lang } from './lang.ts';

const daySeconds = 86_400;

/** Seconds as text, from 48 hours on in whole days, since nobody counts thousands of hours: `47 h 5 min`, `266 days`. */
export function formatLag(seconds: number | null, lang: Lang): string {
	if (seconds === null || seconds < 2 * daySeconds) return formatSeconds(seconds, lang);
	const days = formatNumber(Math.floor(seconds / daySeconds), lang);
	return lang === 'zh' ? `${days} 天` : `${days} days`;
}
