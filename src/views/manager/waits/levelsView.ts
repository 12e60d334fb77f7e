import { serviceLevelFormulas, type ServiceLevel, type ServiceLevelFormula } from '#model/queue.ts';
import { withinThreshold } from '#rollups/loadRow.ts';
import { serviceLevelParts } from '#rollups/serviceLevel.ts';
import type { Tally } from '#rollups/tally.ts';
import { formatNumber, formatPercent, formatSeconds } from '#texts/format.ts';
import type { Lang } from '#texts/lang.ts';
import { managerTexts } from '#texts/manager.ts';
import { waitsTexts } from '#texts/waits.ts';

/** The service level of a range under one formula. */
export interface LevelRow {
	formula: ServiceLevelFormula;
	name: string;
	meaning: string;
	usedBy: string;
	inForce: boolean;
	/** null: nothing to divide by. */
	value: number | null;
	text: string;
	counts: string;
}

/** All six formulas over the same calls, under the thresholds of `level`. */
export function levelsView(tally: Tally, level: ServiceLevel, lang: Lang) {
	const texts = waitsTexts(lang).levels;
	const rows = levelRows(tally, level, lang);
	const values = rows.flatMap(({ value }) => (value === null ? [] : [value]));
	const own = rows.find(({ inForce }) => inForce);
	if (!own || own.value === null) return { finding: texts.none, rows };
	const percent = (value: number) => formatPercent(value, lang);
	const target = formatPercent(level.target, lang, 0);
	return {
		finding: texts.finding(
			own.name,
			percent(own.value),
			formatSeconds(level.threshold_seconds, lang),
			own.value >= level.target ? texts.above(target) : texts.below(target),
			percent(Math.min(...values)),
			percent(Math.max(...values))
		),
		rows
	};
}

function levelRows(tally: Tally, level: ServiceLevel, lang: Lang): LevelRow[] {
	const [all, texts] = [managerTexts(lang), waitsTexts(lang).levels];
	const counts = { answered: tally.answered, abandoned: tally.abandoned, ...withinThreshold(tally, level) };
	return serviceLevelFormulas.map((formula) => {
		const { numerator, denominator } = serviceLevelParts(formula, counts);
		const value = denominator > 0 ? numerator / denominator : null;
		const name = all.formulas[formula];
		return {
			formula,
			name,
			meaning: all.formula('', formula, level.threshold_seconds, level.short_abandon_seconds).slice(1).trim(),
			usedBy: texts.usedBy[formula],
			inForce: formula === level.formula,
			value,
			text: formatPercent(value, lang, 2),
			counts: texts.of(formatNumber(numerator, lang), formatNumber(denominator, lang))
		};
	});
}
