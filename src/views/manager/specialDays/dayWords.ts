import type { Interval80 } from '#analysis/specialDays/interval80.ts';
import type { DayFacts } from '#analysis/specialDays/dayFacts.ts';
import { formatNumber, unknown } from '#texts/format.ts';
import type { Lang } from '#texts/lang.ts';
import { kindName, specialDaysTexts } from '#texts/specialDays.ts';

/** What a day is, in words: `国庆节`, `Make-up workday (National Day)`, `Month end, Last business day`. */
export function dayWhat(day: DayFacts, lang: Lang): string {
	const texts = specialDaysTexts(lang);
	const names = day.kinds
		.filter((kind) => kind !== 'weekend' || day.kinds.length === 1)
		.map((kind) => {
			const own = kindName(kind, day.kindNames.get(kind), lang);
			if (kind === 'holiday') return day.name?.[lang] ?? own;
			return kind === 'make_up_workday' && day.name ? bracketed(own, day.name[lang], lang) : own;
		});
	const notes = [day.verified ? '' : texts.estimated, day.open ? '' : texts.closed].filter(Boolean);
	const separator = lang === 'zh' ? '、' : ', ';
	const said = names.join(separator);
	return notes.length > 0 ? bracketed(said, notes.join(separator), lang) : said;
}

/** Times an ordinary day, `1.08`. */
export function factorText(factor: number | null, lang: Lang): string {
	return formatNumber(factor, lang, 2);
}

/** `1.05–1.11`; a dash where nothing is known. */
export function intervalText(factor: Pick<Interval80, 'low' | 'high'> | null, lang: Lang): string {
	if (!factor) return unknown;
	return specialDaysTexts(lang).interval(factorText(factor.low, lang), factorText(factor.high, lang));
}

function bracketed(text: string, note: string, lang: Lang): string {
	return lang === 'zh' ? `${text}（${note}）` : `${text} (${note})`;
}
