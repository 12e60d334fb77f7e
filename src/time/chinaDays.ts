/**
 * China's holidays and make-up workdays as the State Council published them, 2004 to 2026, out of the data file of
 * chinese-days (MIT). Only its data: its functions read dates in the machine's zone. The file is 50 kB and must
 * not reach browsers, so only what runs on a server may import this one (through calendar.ts).
 */
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { Bilingual } from '#model/queue.ts';
import { weekdayOf } from './dates.ts';

export interface ChinaDay {
	kind: 'holiday' | 'make_up_workday';
	name: Bilingual;
	/** Of a make-up workday: the weekday, 1..7, that it stands for. */
	standsFor: number;
}

/** Dates of the paper's schedule: all other days are ordinary ones. */
export const chinaDays: ReadonlyMap<string, ChinaDay> = readDays();

/** The years that have a published schedule. */
export const chinaYears: ReadonlySet<string> = new Set(
	Object.keys(published.holidays).map((date) => date.slice(0, 4))
);

function readDays(): Map<string, ChinaDay> {
	const days = new Map<string, ChinaDay>();
	for (const [date, label] of Object.entries(published.holidays))
		days.set(date, { kind: 'holiday', name: nameOf(label), standsFor: weekdayOf(date) });

	const daysOff = byHoliday(published.inLieuDays);
	for (const [holiday, workdays] of byHoliday(published.workdays))
		workdays.forEach(({ date, label }, i) => {
			const dayOff = daysOff.get(holiday)?.[i]?.date ?? date;
			days.set(date, { kind: 'make_up_workday', name: nameOf(label), standsFor: weekdayOf(dayOff) });
		});
	return days;
}

/**
 * The days of each holiday of each year in date order. The papers do not say which make-up workday stands for
 * which day off; the first for the first is how employers read them.
 */
function byHoliday(days: Record<string, string>): Map<string, { date: string; label: string }[]> {
	const groups = new Map<string, { date: string; label: string }[]>();
	for (const [date, label] of Object.entries(days).sort(([a], [b]) => (a < b ? -1 : 1))) {
		const { en } = nameOf(label);
		// A New Year's Day may take days of the December before it.
		const year = Number(date.slice(0, 4)) + (date.slice(5, 7) === '12' ? 1 : 0);
		const key = `${year} ${en}`;
		groups.set(key, [...(groups.get(key) ?? []), { date, label }]);
	}
	return groups;
}

/** A label is `Spring Festival,春节,4`. The file shortens three names. */
function nameOf(label: string): Bilingual {
	const [en = '', zh = ''] = label.split(',');
	return { en, zh: ['清明', '端午', '中秋'].includes(zh) ? `${zh}节` : zh };
}
