import { fewestReported, type KindLoadFactor } from '#analysis/specialDays/kindLoads.ts';
import type { DayLoadFactor } from '#analysis/specialDays/specialDayLoads.ts';
import { markedCells, markedColumn, type ChartMarks } from '#charts/marks.ts';
import type { ChartTable } from '#charts/table.ts';
import type { Database } from '#records/database.server.ts';
import { findQueue } from '#records/queues.server.ts';
import { formatNumber, formatPercent, formatSeconds } from '#texts/format.ts';
import { formatDay } from '#texts/formatDay.ts';
import type { Lang } from '#texts/lang.ts';
import { managerTexts } from '#texts/manager.ts';
import { specialDaysTexts } from '#texts/specialDays.ts';
import { addDays, dayStart, wallTime } from '#time/zone.ts';
import { specialDayYear } from '../../specialDayYear.server.ts';
import { chartMarks } from '../annotations/chartMarks.server.ts';
import { dayWhat, factorText, intervalText } from './dayWords.ts';
import { kindRows, type KindRow } from './kindRows.ts';
import { kindFinding, nextDay } from './specialDaysFinding.ts';
import { yearView, type YearView } from './yearView.ts';

export interface SpecialDaysPage {
	slug: string;
	name: string;
	/** What stands out. */
	lead: string;
	/** The next special day; null where none is known. */
	next: string | null;
	year: string;
	years: string[];
	view: YearView;
	kinds: KindRow[];
	kindTable: ChartTable | null;
	kindsNote: string;
}

/** A queue's page of special days, or null where there is no such queue. */
export async function specialDaysPage(
	database: Database,
	slug: string,
	{ year: asked, now, lang }: { year: string | null; now: number; lang: Lang }
): Promise<SpecialDaysPage | null> {
	const stored = await findQueue(database, slug);
	if (!stored) return null;
	const thisYear = wallTime(stored.queue.zone, now).date.slice(0, 4);
	const year = asked !== null && /^(19[7-9]\d|20\d\d)$/.test(asked) ? asked : thisYear;
	const found = await specialDayYear(database, [stored], { year, now });
	// What comes next is said on the page of any year.
	const present =
		year === thisYear ? found : await specialDayYear(database, [stored], { year: thisYear, now });
	const first = Math.min(Number(found.firstDate?.slice(0, 4) ?? thisYear), Number(thisYear));
	const years = Array.from({ length: Number(thisYear) + 2 - first }, (_, i) => String(first + i));
	const texts = specialDaysTexts(lang);
	const variation =
		found.dayVariation === null ? '' : texts.variation(formatPercent(found.dayVariation, lang, 0));
	const { zone } = stored.queue;
	const dayRanges = found.days.map(({ date }) => ({
		startAt: dayStart(zone, date),
		endAt: dayStart(zone, addDays(date, 1))
	}));
	const marks = await chartMarks(database, stored, dayRanges, lang);
	return {
		slug,
		name: stored.queue.name[lang],
		lead: kindFinding(found.kinds, found.dayVariation !== null, lang),
		next: nextDay(present, lang),
		year,
		years: years.includes(year) ? years : [year, ...years],
		view: yearView(found, { table: dayTable(found.days, marks, { year, lang }), marks }, lang),
		kinds: kindRows(found.kinds, lang),
		kindTable: found.kinds.length > 0 ? kindTable(found.kinds, lang) : null,
		kindsNote: texts.kindsNote(formatNumber(fewestReported, lang), variation)
	};
}

/** Special days, and others on which something is marked. */
function dayTable(
	days: readonly DayLoadFactor[],
	marks: ChartMarks | null,
	{ year, lang }: { year: string; lang: Lang }
): ChartTable {
	const { columns, ...texts } = specialDaysTexts(lang);
	const shown = days.flatMap((day, at) => {
		const isSpecial = day.kind !== null && day.kind !== 'weekend';
		return isSpecial || marks?.cells[at] ? [{ day, at }] : [];
	});
	const number = (value: number | null) => formatNumber(value === null ? null : Math.round(value), lang);
	return {
		show: texts.showTable,
		caption: texts.year.caption(year),
		columns: [
			columns.date,
			...[columns.what, columns.calls, columns.expected, columns.factor, columns.interval],
			...[columns.wait, columns.abandonment],
			...markedColumn(marks)
		],
		rows: shown.map(({ day, at }) => ({
			name: formatDay(day.date, lang),
			cells: [
				dayWhat(day, lang) || texts.kinds.ordinary,
				day.offered === null ? texts.foretold : number(day.offered),
				number(day.expected),
				factorText(day.factor?.value ?? null, lang),
				intervalText(day.factor, lang),
				formatSeconds(day.waitP50Seconds, lang),
				formatPercent(day.abandonmentRate, lang),
				...markedCells(marks, at)
			]
		}))
	};
}

function kindTable(kinds: readonly KindLoadFactor[], lang: Lang): ChartTable {
	const { columns, ...texts } = specialDaysTexts(lang);
	return {
		show: managerTexts(lang).showTable,
		caption: texts.kindsTable,
		columns: [
			columns.kind,
			...[columns.days, columns.factor, columns.range],
			...[columns.wait, columns.abandonment]
		],
		rows: kindRows(kinds, lang).map(({ name, cells }) => ({ name, cells }))
	};
}
