import { formatDay } from '#texts/formatDay.ts';
import type { Lang } from '#texts/lang.ts';
import { managerTexts } from '#texts/manager.ts';

/** From when on there are records, where a range begins before: its first bars are empty because nothing was recorded. */
export function sinceNote(
	firstDate: string | null,
	{ fromDate, today }: { fromDate: string; today: string },
	lang: Lang
): string | null {
	if (firstDate === null || fromDate >= firstDate) return null;
	const year = firstDate.slice(0, 4) !== today.slice(0, 4) || fromDate.slice(0, 4) !== today.slice(0, 4);
	return managerTexts(lang).range.since(formatDay(firstDate, lang, { year }));
}
