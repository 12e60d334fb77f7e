import type { LoadRow } from '#model/load.ts';
import { formatNumber, formatPercent, formatSeconds, unknown } from '#texts/format.ts';
import type { Lang } from '#texts/lang.ts';
import { reportTexts } from '#texts/report.ts';
import type { PlainRows } from './plainRows.ts';

type Figures = Omit<LoadRow, 'start' | 'end'>;
type Name = keyof ReturnType<typeof reportTexts>['names'];

const figures: { name: Name; kind: 'count' | 'share' | 'seconds'; of: (row: Figures) => number | null }[] = [
	{ name: 'offered', kind: 'count', of: (row) => row.offered },
	{ name: 'answered', kind: 'count', of: (row) => row.answered },
	{ name: 'level', kind: 'share', of: (row) => row.service_level },
	{ name: 'abandonment', kind: 'share', of: (row) => row.abandonment_rate },
	{ name: 'p50', kind: 'seconds', of: (row) => row.wait_p50_seconds },
	{ name: 'p90', kind: 'seconds', of: (row) => row.wait_p90_seconds },
	{ name: 'longest', kind: 'seconds', of: (row) => row.longest_wait_answered_seconds },
	{ name: 'aht', kind: 'seconds', of: (row) => row.aht_seconds }
];

/** The week's figures beside those of the week before, with what has changed. */
export function reportFigures(week: Figures, before: Figures, lang: Lang): PlainRows {
	const texts = reportTexts(lang);
	const formats = { count: formatNumber, share: formatPercent, seconds: formatSeconds };
	return {
		caption: texts.figures,
		columns: [texts.figure, texts.thisWeek, texts.lastWeek, texts.change],
		rows: figures.map(({ name, kind, of }) => {
			const [now, then] = [of(week), of(before)];
			return {
				name: texts.names[name],
				cells: [formats[kind](now, lang), formats[kind](then, lang), changeText(now, then, kind, lang)]
			};
		})
	};
}

/** Counts and times by percent, shares by percentage points; with its sign. */
function changeText(now: number | null, then: number | null, kind: string, lang: Lang): string {
	if (now === null || then === null) return unknown;
	if (kind === 'share') return reportTexts(lang).points(signed((now - then) * 100, lang, 1));
	return then === 0 ? unknown : `${signed((now / then - 1) * 100, lang, 0)}%`;
}

function signed(value: number, lang: Lang, digits: number): string {
	const text = formatNumber(Math.abs(value), lang, digits);
	if (Number(text.replaceAll(',', '')) === 0) return `±${text}`;
	return `${value < 0 ? '−' : '+'}${text}`;
}
