import { placeMarks, type ChartMarks } from '#charts/marks.ts';
import type { Annotation } from '#model/annotation.ts';
import { annotationsTexts } from '#texts/annotations.ts';
import { formatSpan } from '#texts/formatSpan.ts';
import type { Lang } from '#texts/lang.ts';
import type { Interval } from '#time/intervals.ts';
import { overlaps } from '#time/ranges.ts';

/** More would hide the chart; the newest are shown, and the page of annotations has all. */
const mostMarks = 20;

/** Annotations as a chart of these intervals shows them. */
export function wordMarks(
	zone: string,
	intervals: readonly Interval[],
	annotations: readonly Annotation[],
	lang: Lang,
	firstNumber = 1
): ChartMarks {
	const { chart } = annotationsTexts(lang);
	const shown = placeMarks(intervals, annotations)
		.slice(-mostMarks)
		.flatMap(({ range, mark }) => {
			const said = annotations[range];
			return said ? [{ said, mark }] : [];
		});
	return {
		title: chart.title,
		column: chart.column,
		marks: shown.map(({ mark }, i) => ({ ...mark, number: firstNumber + i })),
		notes: shown.map(({ said }) => markNote(zone, said, lang)),
		cells: intervals.map(({ startAt, endAt }) =>
			annotations
				.filter((said) => overlaps([said], startAt, endAt))
				.map((said) => (said.leaveOut ? `${said.text} · ${chart.leftOut}` : said.text))
				.join(lang === 'zh' ? '；' : '; ')
		)
	};
}

/** When and what, and whether it is an example of what is usual. */
export function markNote(
	zone: string,
	{ leaveOut, text, ...range }: Annotation,
	lang: Lang,
	{ year = false } = {}
): string {
	const { chart } = annotationsTexts(lang);
	const note = chart.note(formatSpan(zone, range, lang, { year }), text);
	if (!leaveOut) return note;
	return lang === 'zh' ? `${note}（${chart.leftOut}）` : `${note} (${chart.leftOut})`;
}
