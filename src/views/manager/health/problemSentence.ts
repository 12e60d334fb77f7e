import type { SourceProblem } from '#analysis/sourceHealth/sourceProblems.ts';
import { formatNumber, formatSeconds } from '#texts/format.ts';
import { formatLag } from '#texts/formatLag.ts';
import { healthTexts } from '#texts/health.ts';
import { moment, type Moments } from '../moments.ts';

/** What is wrong with a source, as a sentence. */
export function problemSentence(source: string, problem: SourceProblem, moments: Moments): string {
	const { lang } = moments;
	const texts = healthTexts(lang).problem;
	const number = (count: number) => formatNumber(count, lang);
	switch (problem.kind) {
		case 'silent':
			return texts.silent(source, moment(problem.sinceAt, moments));
		case 'refused':
			return texts.refused(source, number(problem.refused), number(problem.of));
		case 'ahead':
			return problem.seconds === null
				? texts.aheadRefused(source, number(problem.refused))
				: texts.ahead(source, formatSeconds(problem.seconds, lang));
		case 'late':
			return texts.late(source, formatLag(problem.delaySeconds, lang), formatLag(problem.usualSeconds, lang));
	}
}
