import { momentAt, type WaitMoment } from '#analysis/waitCourse.ts';
import type { ServiceLevel } from '#model/queue.ts';
import { formatPercent, formatSeconds } from '#texts/format.ts';
import type { Lang } from '#texts/lang.ts';
import { waitsTexts } from '#texts/waits.ts';
import { namedWaits, type WaitFigures } from '#views/waits/waitFigures.ts';
import { coursePoint, pointText, short } from './pointText.ts';

/** What became of callers, second by second. */
export function courseView(figures: WaitFigures, level: ServiceLevel, range: string, lang: Lang) {
	const texts = waitsTexts(lang).course;
	const percent = (share: number) => formatPercent(share, lang);
	const { answered, gone, waiting } = momentAt(figures.course, level.threshold_seconds);
	return {
		finding: texts.finding(
			formatSeconds(level.threshold_seconds, lang),
			percent(answered),
			percent(gone),
			percent(waiting)
		),
		note: texts.note(range),
		course: pointText(figures.course, coursePoint),
		moments: namedWaits(figures).map((seconds) => rounded(momentAt(figures.course, seconds)))
	};
}

function rounded({ seconds, waiting, answered, gone }: WaitMoment): WaitMoment {
	return { seconds, waiting: short(waiting), answered: short(answered), gone: short(gone) };
}
