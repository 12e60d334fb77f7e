/** The languages of the product; API parameters and `?lang=` use these names. */
export const langs = ['zh', 'en'] as const;
export type Lang = (typeof langs)[number];

/** BCP 47 tags for `<html lang>` and Intl. */
export const langTag: Record<Lang, string> = { zh: 'zh-CN', en: 'en' };

export function isLang(value: unknown): value is Lang {
	return value === 'zh' || value === 'en';
}

/**
 * The language a reader asked for: an explicit choice first, then what was kept from an earlier choice,
 * then the browser's `Accept-Language` in its order of preference, then Chinese.
 */
export function chooseLang(asked: unknown, kept: unknown, acceptLanguage: string | null): Lang {
	if (isLang(asked)) return asked;
	if (isLang(kept)) return kept;
	const preferred = (acceptLanguage ?? '')
		.split(',')
		.map((part) => {
			const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
			const quality = parameters.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find((q) => q !== undefined);
			return { lang: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
		})
		.filter((choice) => choice.quality > 0)
		.sort((a, b) => b.quality - a.quality)
		.map((choice) => choice.lang)
		.find(isLang);
	return preferred ?? 'zh';
}
