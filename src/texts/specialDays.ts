import type { Bilingual } from '#model/queue.ts';
import type { Lang } from './lang.ts';
import { specialDaysEn, type SpecialDaysTexts } from './specialDays.en.ts';
import { specialDaysZh } from './specialDays.zh.ts';

export type { SpecialDaysTexts } from './specialDays.en.ts';

const texts: Record<Lang, SpecialDaysTexts> = { en: specialDaysEn, zh: specialDaysZh };

/** What is said of special days. */
export function specialDaysTexts(lang: Lang): SpecialDaysTexts {
	return texts[lang];
}

/** The name of a kind of day: of a manager's own what they called it, else as it is written. */
export function kindName(kind: string, own: Bilingual | null | undefined, lang: Lang): string {
	const kinds: Record<string, string> = texts[lang].kinds;
	return own?.[lang] ?? kinds[kind] ?? kind.replaceAll('_', ' ');
}

/** What begins a sentence about all days of a kind. */
export function kindSubject(kind: string, own: Bilingual | null | undefined, lang: Lang): string {
	const subjects: Record<string, string> = texts[lang].subjects;
	return subjects[kind] ?? texts[lang].subjectOf(kindName(kind, own, lang));
}
