import type { WaitMinutes } from '#model/publicAnswer.ts';
import type { Lang } from './lang.ts';
import { publicTexts } from './public.ts';

/** `Half of callers wait under 5 minutes, most under 10 minutes.` */
export function waitSentence({ half_under, most_under }: WaitMinutes, lang: Lang): string {
	const { wait, minutes } = publicTexts(lang);
	if (half_under === null) return wait.long;
	if (most_under === null) return wait.halfOnly(minutes(half_under));
	if (half_under === most_under) return wait.most(minutes(most_under));
	return wait.halfAndMost(minutes(half_under), minutes(most_under));
}

/** `most wait under 10 min`, beside a time. */
export function waitShort({ most_under }: WaitMinutes, lang: Lang): string {
	const { wait, minutesShort } = publicTexts(lang);
	return most_under === null ? wait.shortLong : wait.shortMost(minutesShort(most_under));
}

/** `under 10 min`, where a heading says of what. */
export function waitUnder({ most_under }: WaitMinutes, lang: Lang): string {
	const { wait, minutesShort } = publicTexts(lang);
	return most_under === null ? wait.shortLong : wait.under(minutesShort(most_under));
}
