import type { KindLoadFactor } from '#analysis/specialDays/kindLoads.ts';
import type { SpecialDayLoads } from '#analysis/specialDays/specialDayLoads.ts';
import { formatDay } from '#texts/formatDay.ts';
import type { Lang } from '#texts/lang.ts';
import { paragraph } from '#texts/paragraph.ts';
import { kindSubject, specialDaysTexts } from '#texts/specialDays.ts';
import { dayWhat, factorText, intervalText } from './dayWords.ts';

/** What stands out among the kinds of days: the busiest and the quietest that surely differ. */
export function kindFinding(kinds: readonly KindLoadFactor[], enough: boolean, lang: Lang): string {
	const { finding } = specialDaysTexts(lang);
	if (!enough) return finding.tooFew;
	const sure = kinds
		.filter(({ kind, reported }) => reported && kind !== 'weekend')
		.sort((a, b) => b.factor.value - a.factor.value);
	const [most, least] = [sure[0], sure.at(-1)];
	const said: string[] = [];
	if (most && most.factor.value > 1)
		said.push(finding.most(kindSubject(most.kind, most.name, lang), factorText(most.factor.value, lang)));
	if (least && least.factor.value < 1)
		said.push(finding.least(kindSubject(least.kind, least.name, lang), factorText(least.factor.value, lang)));
	return said.length > 0 ? paragraph(lang, said) : finding.none;
}

/** The next special day, and what to expect of it. */
export function nextDay({ days, today }: SpecialDayLoads & { today: string }, lang: Lang): string | null {
	const texts = specialDaysTexts(lang);
	const next = days.find(({ date, kind }) => date >= today && kind !== null && kind !== 'weekend');
	if (!next) return null;
	const [day, what] = [formatDay(next.date, lang), dayWhat(next, lang)];
	if (!next.factor) return texts.nextOnly(day, what);
	return texts.next(day, what, factorText(next.factor.value, lang), intervalText(next.factor, lang));
}
