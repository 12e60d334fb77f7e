import { forecastEn, type ForecastTexts } from './forecast.en.ts';
import { forecastZh } from './forecast.zh.ts';
import type { Lang } from './lang.ts';

export type { ForecastTexts } from './forecast.en.ts';

const texts: Record<Lang, ForecastTexts> = { en: forecastEn, zh: forecastZh };

/** What managers read about the days to come. */
export function forecastTexts(lang: Lang): ForecastTexts {
	return texts[lang];
}
