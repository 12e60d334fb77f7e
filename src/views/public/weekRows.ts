import type { ChartTable } from '#charts/table.ts';
import type { StripHour } from '#charts/weekStrip.ts';
import type { BestTime } from '#model/publicAnswer.ts';
import { formatHourRange } from '#texts/formatRange.ts';
import { weekdayName } from '#texts/formatDay.ts';
import { publicTexts } from '#texts/public.ts';
import { weekdayOf } from '#time/dates.ts';
import { wallTime } from '#time/zone.ts';

export interface WeekRow {
	date: string;
	/** `Wed 11`. */
	name: string;
	/** The holiday, or what else is special about the day. */
	badge: string | null;
	current: boolean;
	holiday: boolean;
	hours: StripHour[];
}

/** By date, which of the 24 hours the line is open; where it is not told, closed and unknown hours look the same. */
export type OpenHoursByDate = Record<string, boolean[]>;

/** The answer's week, its recommended hours marked, as `WeekStrip` draws it. */
export function weekRows({ week, best, lang }: BestTime, open: OpenHoursByDate = {}): WeekRow[] {
	const texts = publicTexts(lang);
	return week.map(({ date, kind, name, hours }, i) => {
		const special = kind === 'holiday' ? (name ?? texts.dayKinds.holiday) : texts.dayKinds[kind];
		return {
			date,
			name: `${weekdayName(weekdayOf(date), lang, 'short')} ${texts.dayOfMonth(Number(date.slice(8)))}`,
			badge: kind === 'workday' || kind === 'weekend' ? null : special,
			current: i === 0,
			holiday: kind === 'holiday',
			hours: hours.map(({ hour, level }) => ({
				hour,
				level,
				best: isBest(best, date, hour) && level !== null,
				closed: open[date]?.[hour] === false
			}))
		};
	});
}

/** The hour that is now, by the line's clock. */
export function presentHour({ as_of, queue }: BestTime): number {
	return wallTime(queue.zone, Date.parse(as_of)).hour;
}

/** The same as a table: hours down, days across. */
export function weekTable(answer: BestTime, open: OpenHoursByDate = {}): ChartTable {
	const texts = publicTexts(answer.lang);
	const rows = weekRows(answer, open);
	const kinds = answer.week.map(({ kind }, i) =>
		rows[i]?.badge ? texts.brackets(texts.dayKinds[kind]) : ''
	);
	const hours = rows[0]?.hours ?? [];
	return {
		show: texts.weekTable,
		caption: `${texts.week} (${texts.legend})`,
		columns: [texts.hour, ...rows.map(({ name }, i) => `${name} ${kinds[i]}`.trim())],
		rows: hours.map(({ hour }, i) => ({
			name: formatHourRange(hour, hour + 1),
			cells: rows.map((row) => {
				const { level = null, closed } = row.hours[i] ?? {};
				if (closed) return texts.closed;
				return level === null ? '–' : `${level} ${texts.levels[level - 1]}`;
			})
		}))
	};
}

/** Windows of the answer are written in the line's own zone and end with their day at the latest. */
function isBest(best: BestTime['best'], date: string, hour: number): boolean {
	return best.some(({ start, end }) => {
		if (start.slice(0, 10) !== date) return false;
		const endHour =
			end.slice(0, 10) === date ? Number(end.slice(11, 13)) + Number(end.slice(14, 16)) / 60 : 24;
		return hour >= Number(start.slice(11, 13)) && hour < endHour;
	});
}
