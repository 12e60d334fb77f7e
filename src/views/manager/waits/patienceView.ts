import { patientAfter, solid, type PatiencePoint } from '#analysis/patienceCurve.ts';
import { formatNumber, formatPercent, formatSeconds } from '#texts/format.ts';
import type { Lang } from '#texts/lang.ts';
import { paragraph } from '#texts/paragraph.ts';
import { waitsTexts } from '#texts/waits.ts';
import { namedWaits, type WaitFigures } from '#views/waits/waitFigures.ts';
import { patiencePoint, pointText, short } from './pointText.ts';

/** With fewer callers who gave up nothing is said. */
const leastAbandoned = 30;

/** How long callers would wait, in a sentence and as a curve; without a curve where too few gave up. */
export function patienceView(figures: WaitFigures, range: string, lang: Lang) {
	const texts = waitsTexts(lang).patience;
	const { patience, ends } = figures;
	if (patience.abandoned < leastAbandoned)
		return { finding: texts.tooFew(formatNumber(patience.abandoned, lang)), curve: null };
	const until = solidUntil(figures);
	const seconds = (value: number | null) => (value === null ? null : formatSeconds(value, lang));
	const median = patience.median && patience.median.seconds <= until ? patience.median : null;
	return {
		finding: median
			? texts.finding(formatSeconds(median.seconds, lang), seconds(median.low), seconds(median.high))
			: texts.longer(formatPercent(patientAfter(patience, until), lang, 0), formatSeconds(until, lang)),
		curve: {
			note: paragraph(lang, [
				texts.of(range),
				texts.note,
				patience.within === 0 ? texts.exact : texts.within(formatNumber(patience.within * 100, lang, 2))
			]),
			points: pointText(
				patience.points.filter(({ seconds }) => seconds <= until),
				patiencePoint
			),
			until,
			medianSeconds: median?.seconds ?? null,
			moments: namedWaits({ ends })
				.filter((named) => named <= until)
				.map((named) => ({ ...at(figures, named), seconds: named }))
		}
	};
}

/** The longest wait that enough callers reached. */
function solidUntil({ ends, callers }: WaitFigures): number {
	let atRisk = callers;
	let until = 0;
	for (const { seconds, answered, abandoned } of ends) {
		if (atRisk < solid) break;
		until = seconds;
		atRisk -= answered + abandoned;
	}
	return until;
}

function at({ patience, ends }: WaitFigures, seconds: number): PatiencePoint {
	const point = patience.points.findLast((one) => one.seconds <= seconds);
	const atRisk = ends.reduce(
		(sum, end) => (end.seconds < seconds ? sum : sum + end.answered + end.abandoned),
		0
	);
	return { ...(point ? rounded(point) : { share: 1, low: 1, high: 1 }), seconds, atRisk };
}

function rounded({ seconds, share, low, high, atRisk }: PatiencePoint): PatiencePoint {
	return { seconds, share: short(share), low: short(low), high: short(high), atRisk };
}
