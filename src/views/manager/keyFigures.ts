import type { LoadRow } from '#model/load.ts';
import type { ServiceLevel } from '#model/queue.ts';
import { formatNumber, formatPercent, formatSeconds } from '#texts/format.ts';
import type { Lang } from '#texts/lang.ts';
import { managerTexts } from '#texts/manager.ts';

/** A number with its name and what it means, which stands beside it for everyone to read. */
export interface KeyFigure {
	name: string;
	value: string;
	meaning: string;
}

/** The figures of a range in the order in which a manager asks for them. */
export function keyFigures(row: LoadRow, level: ServiceLevel, lang: Lang): KeyFigure[] {
	const { figures } = managerTexts(lang);
	const values: Record<keyof typeof figures, string> = {
		offered: formatNumber(row.offered, lang),
		answered: formatNumber(row.answered, lang),
		abandonment: formatPercent(row.abandonment_rate, lang),
		flowedOut: formatNumber(row.flowed_out, lang),
		serviceLevel: formatPercent(row.service_level, lang),
		asa: formatSeconds(row.asa_seconds, lang),
		p50: formatSeconds(row.wait_p50_seconds, lang),
		p90: formatSeconds(row.wait_p90_seconds, lang),
		longest: formatSeconds(row.longest_wait_answered_seconds, lang),
		longestAbandoned: formatSeconds(row.longest_wait_abandoned_seconds, lang),
		aht: formatSeconds(row.aht_seconds, lang)
	};
	const order = [
		'offered',
		'serviceLevel',
		'abandonment',
		'p50',
		'p90',
		'asa',
		'answered',
		'flowedOut',
		'aht',
		'longest',
		'longestAbandoned'
	] as const;
	return order.map((key) => ({
		name: figures[key][0],
		value: values[key],
		meaning: key === 'serviceLevel' ? serviceLevelMeaning(level, lang) : figures[key][1]
	}));
}

/** `strict: answered within 20 s ÷ (answered + abandoned), target 80%`. */
export function serviceLevelMeaning(level: ServiceLevel, lang: Lang): string {
	const texts = managerTexts(lang);
	const formula = texts.formula(
		texts.formulas[level.formula],
		level.formula,
		level.threshold_seconds,
		level.short_abandon_seconds
	);
	const target = texts.target(formatPercent(level.target, lang, 0));
	return lang === 'zh' ? `${formula}，${target}` : `${formula}, ${target}`;
}
