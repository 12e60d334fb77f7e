import { maxIndex, minIndex } from 'd3';
import type { DayLoadFactor } from '#analysis/specialDays/specialDayLoads.ts';
import type { ChartMarks } from '#charts/marks.ts';
import type { ChartTable } from '#charts/table.ts';
import type { YearDay } from '#charts/yearStrip.ts';
import { formatDay } from '#texts/formatDay.ts';
import { dateFormat } from '#texts/dateFormat.ts';
import type { Lang } from '#texts/lang.ts';
import { specialDaysTexts } from '#texts/specialDays.ts';
import { dayWhat, factorText, intervalText } from './dayWords.ts';

export interface YearView {
	finding: string;
	note: string;
	/** What is not known of the year. */
	warning: string | null;
	months: { name: string; days: YearDay[] }[];
	table: ChartTable;
	marks: ChartMarks | null;
}

/** A year as a strip: a row a month, a bar a day. */
export function yearView(
	{ days, year }: { days: readonly DayLoadFactor[]; year: string },
	{ table, marks }: { table: ChartTable; marks: ChartMarks | null },
	lang: Lang
): YearView {
	const texts = specialDaysTexts(lang).year;
	const published = days.some((day) => day.published);
	const anyHoliday = days.some(({ kind }) => kind === 'holiday');
	return {
		finding: finding(days, year, lang),
		note: texts.note,
		warning: published ? null : anyHoliday ? texts.unpublished(year) : texts.unknown(year),
		months: Array.from({ length: 12 }, (_, i) => {
			const month = `${year}-${String(i + 1).padStart(2, '0')}`;
			return {
				name: dateFormat(lang, { month: 'short' }).format(Date.UTC(Number(year), i, 1)),
				days: days.flatMap((day, at) =>
					day.date.startsWith(month) ? [yearDay(day, marks?.cells[at] ?? '', lang)] : []
				)
			};
		}),
		table,
		marks
	};
}

function yearDay(day: DayLoadFactor, marked: string, lang: Lang): YearDay {
	const what = day.kind === null ? '' : dayWhat(day, lang);
	const factor = day.factor
		? `${factorText(day.factor.value, lang)} (${intervalText(day.factor, lang)})`
		: '';
	const isSpecial = day.kind !== null && day.kind !== 'weekend';
	const mark = day.kind === 'holiday' || day.kind === 'make_up_workday' ? day.kind : null;
	return {
		day: Number(day.date.slice(8)),
		label: [formatDay(day.date, lang), what, factor, marked].filter(Boolean).join(' · '),
		factor: day.factor?.value ?? null,
		special: isSpecial,
		mark,
		noted: marked !== '',
		coming: !day.seen
	};
}

/** The day furthest above an ordinary one and the one furthest below. */
function finding(days: readonly DayLoadFactor[], year: string, lang: Lang): string {
	const texts = specialDaysTexts(lang).year;
	const seen = days.filter(
		({ seen, open, kind, factor }) => seen && open && factor && kind !== null && kind !== 'weekend'
	);
	const most = seen[maxIndex(seen, ({ factor }) => factor?.value ?? 1)];
	const least = seen[minIndex(seen, ({ factor }) => factor?.value ?? 1)];
	if (!most?.factor || !least?.factor || most === least) return texts.plain(year);
	const named = (day: DayLoadFactor) => {
		const what = dayWhat(day, lang);
		return lang === 'zh'
			? `${formatDay(day.date, lang)}（${what}）`
			: `${formatDay(day.date, lang)} – ${what}`;
	};
	return texts.finding(
		year,
		named(most),
		factorText(most.factor.value, lang),
		named(least),
		factorText(least.factor.value, lang)
	);
}
