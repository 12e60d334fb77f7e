import { formatNumber } from '#texts/format.ts';
import { healthTexts } from '#texts/health.ts';
import type { Lang } from '#texts/lang.ts';
import { paragraph } from '#texts/paragraph.ts';

interface Arrived {
	delayMs: number | null;
	usualDelayMs: number | null;
	/** Of the last day. */
	read: number;
	refused: number;
}

const pastMs = 48 * 3_600_000;

/** A source that has only told of calls long over, as a file of them does: it is not behind. */
export function isPastOnly({ delayMs, usualDelayMs }: Pick<Arrived, 'delayMs' | 'usualDelayMs'>): boolean {
	return delayMs !== null && delayMs >= pastMs && (usualDelayMs === null || usualDelayMs >= pastMs);
}

/** How sources do with which nothing is wrong; `hasCalls`: calls are stored, however they came. */
export function healthLead(
	sources: Arrived[],
	{ hasCalls, lang }: { hasCalls: boolean; lang: Lang }
): string {
	const { lead } = healthTexts(lang);
	if (sources.length === 0) return hasCalls ? lead.stored : lead.none;
	const number = (value: number) => formatNumber(value, lang);
	const refused = sources.reduce((sum, one) => sum + one.refused, 0);
	const read = sources.reduce((sum, one) => sum + one.read, 0);
	return paragraph(lang, [
		sources.every(isPastOnly) ? lead.past : lead.fine(number(sources.length)),
		refused > 0 && lead.refused(number(refused), number(read + refused))
	]);
}
