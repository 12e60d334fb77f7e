import type { ChartMarks } from '#charts/marks.ts';
import type { Database } from '#records/database.server.ts';
import { compareTexts } from '#texts/compare.ts';
import type { Lang } from '#texts/lang.ts';
import type { Interval } from '#time/intervals.ts';
import { addDays, dayStart } from '#time/zone.ts';
import { chartMarks } from '../annotations/chartMarks.server.ts';
import type { Comparison } from './comparison.server.ts';
import { daysAPoint } from './pairPoints.ts';

/** What is marked in the days of each side, by the points of the chart; each says of which side it is. */
export async function pairMarks(
	database: Database,
	{ stored, other, pairs }: Pick<Comparison, 'stored' | 'other' | 'pairs'>,
	names: { a: string; b: string },
	lang: Lang
): Promise<{ a: ChartMarks | null; b: ChartMarks | null }> {
	const { marks: texts } = compareTexts(lang);
	const [dates, otherDates] = [pairs.map(({ date }) => date), pairs.map(({ otherDate }) => otherDate)];
	const [daysA, daysB] = [pointsOf(stored.queue.zone, dates), pointsOf(other.queue.zone, otherDates)];
	const a = await chartMarks(database, stored, daysA, lang);
	const first = (a?.marks.length ?? 0) + 1;
	const b = await chartMarks(database, other, daysB, lang, { first });
	return {
		a: a && { ...a, title: texts.above(names.a), column: texts.column(names.a) },
		b: b && { ...b, title: texts.atFoot(names.b), column: texts.column(names.b) }
	};
}

/** The stretches of time that the chart's points stand for. */
function pointsOf(zone: string, dates: string[]): Interval[] {
	const size = daysAPoint(dates.length);
	return dates.flatMap((date, i) => {
		if (i % size > 0) return [];
		const last = dates[Math.min(i + size, dates.length) - 1] ?? date;
		return [{ startAt: dayStart(zone, date), endAt: dayStart(zone, addDays(last, 1)) }];
	});
}
