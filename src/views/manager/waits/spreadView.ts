import { waitClasses, type WaitClass } from '#analysis/waitClasses.ts';
import { momentAt } from '#analysis/waitCourse.ts';
import type { ServiceLevel } from '#model/queue.ts';
import { formatNumber, formatPercent, formatSeconds } from '#texts/format.ts';
import type { Lang } from '#texts/lang.ts';
import { waitsTexts } from '#texts/waits.ts';
import type { WaitFigures } from '#views/waits/waitFigures.ts';

/** How waits are spread. `range` is the days as a part of a sentence. */
export function spreadView(figures: WaitFigures, level: ServiceLevel, range: string, lang: Lang) {
	const texts = waitsTexts(lang).spread;
	const within = momentAt(figures.course, level.threshold_seconds);
	return {
		finding: texts.finding(
			formatPercent(1 - within.waiting, lang),
			formatNumber(figures.callers, lang),
			formatSeconds(level.threshold_seconds, lang),
			range
		),
		classes: waitClasses(figures.ends).map((one) => ({
			label: className(one, lang),
			tick: className(one, lang),
			answered: one.answered,
			abandoned: one.abandoned
		}))
	};
}

function className({ from, to }: WaitClass, lang: Lang): string {
	const texts = waitsTexts(lang).spread;
	if (to === 0) return texts.none;
	if (to === null) return texts.over(formatSeconds(from, lang));
	if (from === 0) return texts.upTo(formatSeconds(to, lang));
	// The unit once, where both have the same.
	const [low, high] = [formatSeconds(from, lang), formatSeconds(to, lang)];
	const [unitOfLow, unitOfHigh] = [low, high].map((text) => text.replace(/[\d,]/g, ''));
	return texts.between(unitOfLow === unitOfHigh ? low.replace(/\D+$/, '') : low, high);
}
