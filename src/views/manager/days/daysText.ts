import { formatDay } from '#texts/formatDay.ts';
import type { Lang } from '#texts/lang.ts';
import { waitsTexts } from '#texts/waits.ts';
import type { DaysAddress } from './daysAddress.ts';

/** The days of an address as a part of a sentence: `from Mon, Mar 2 to Sun, Mar 8`, with years where they are not this one. */
export function daysText({ fromDate, toDate }: DaysAddress, today: string, lang: Lang): string {
	const texts = waitsTexts(lang);
	const year = [fromDate, toDate].some((date) => date.slice(0, 4) !== today.slice(0, 4));
	const [from, to] = [fromDate, toDate].map((date) => formatDay(date, lang, { year }));
	return fromDate === toDate ? texts.oneDay(from ?? '') : texts.range(from ?? '', to ?? '');
}
