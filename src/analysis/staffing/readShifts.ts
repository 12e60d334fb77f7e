import type { Shift } from '#model/shift.ts';
import { parseInstant } from '#model/instant.ts';
import { csvRows } from '#sources/csvRows.ts';
import { instantOfLocal } from '#sources/localInstant.ts';
import { addDays, isDate, wallTime } from '#time/zone.ts';

export interface ReadShifts {
	/** In order; rows for the same stretch together. */
	shifts: (Shift & { date: string })[];
	problems: ShiftProblem[];
}

export interface ShiftProblem {
	line: number;
	field: ShiftField | 'row';
	text: string;
}

type ShiftField = 'date' | 'start' | 'end' | 'agents';

/** The words that a header may have for each field, in small letters. */
const headerWords: Record<ShiftField, string[]> = {
	date: ['date', 'day', '日期'],
	start: ['start', 'from', 'begin', '开始', '开始时间', '上班'],
	end: ['end', 'to', 'until', '结束', '结束时间', '下班'],
	agents: ['agents', 'people', 'staff', 'count', '人数', '坐席', '坐席数']
};

/**
 * Planned staff as CSV with a header: `start,end,agents` with times of the zone or with an offset, or
 * `date,start,end,agents` with times of the day; an end that is not after its start is on the next day. `date` of a shift
 * is the day on which it starts.
 */
export function readShifts(text: string, zone: string): ReadShifts {
	const reader = csvRows();
	const [header, ...rows] = [
		...reader.read(text.replace(/^\uFEFF/, '').replaceAll(';', ',')),
		...reader.end()
	];
	const columns = header && 'cells' in header ? columnsOf(header.cells) : null;
	if (!header || !columns)
		return { shifts: [], problems: [{ line: 1, field: 'row', text: header?.text ?? '' }] };
	const shifts = new Map<string, Shift & { date: string }>();
	const problems: ShiftProblem[] = [];
	for (const row of rows) {
		const read = 'cells' in row ? shiftOf(row.cells, columns, zone) : 'row';
		if (typeof read === 'string') {
			problems.push({ line: row.line, field: read, text: row.text });
			continue;
		}
		const key = `${read.startAt} ${read.endAt}`;
		const known = shifts.get(key);
		if (known) known.agents += read.agents;
		else shifts.set(key, read);
	}
	return {
		shifts: [...shifts.values()].sort((a, b) => a.startAt - b.startAt || a.endAt - b.endAt),
		problems
	};
}

type Columns = Record<Exclude<ShiftField, 'date'>, number> & { date: number | null };

function columnsOf(cells: string[]): Columns | null {
	const place = (field: ShiftField) =>
		cells.findIndex((cell) => headerWords[field].includes(cell.trim().toLowerCase()));
	const [date, start, end, agents] = [place('date'), place('start'), place('end'), place('agents')];
	if (start < 0 || end < 0 || agents < 0) return null;
	return { date: date < 0 ? null : date, start, end, agents };
}

function shiftOf(cells: string[], columns: Columns, zone: string): (Shift & { date: string }) | ShiftField {
	const cell = (place: number) => (cells[place] ?? '').trim();
	const date = columns.date === null ? null : cell(columns.date).replaceAll('/', '-');
	if (date !== null && !isDate(date)) return 'date';
	const startAt = instantOf(cell(columns.start), date, zone);
	if (startAt === null) return 'start';
	const sameDay = instantOf(cell(columns.end), date, zone);
	const endAt =
		sameDay !== null && date !== null && sameDay <= startAt
			? instantOf(cell(columns.end), addDays(date, 1), zone)
			: sameDay;
	if (endAt === null || endAt <= startAt || endAt - startAt > longestMs) return 'end';
	if (!/^\d{1,5}$/.test(cell(columns.agents)) || Number(cell(columns.agents)) === 0) return 'agents';
	return { startAt, endAt, agents: Number(cell(columns.agents)), date: date ?? wallTime(zone, startAt).date };
}

/** Nobody is planned for more than a day on end. */
const longestMs = 24 * 3_600_000;

function instantOf(text: string, date: string | null, zone: string): number | null {
	if (date === null) return parseInstant(text) ?? instantOfLocal(zone, withSeconds(text))[0] ?? null;
	if (/^24:00(:00)?$/.test(text)) return instantOfLocal(zone, `${addDays(date, 1)} 00:00:00`)[0] ?? null;
	return instantOfLocal(zone, `${date} ${withSeconds(text.padStart(5, '0'))}`)[0] ?? null;
}

function withSeconds(text: string): string {
	return /\d:\d\d$/.test(text) && !/:\d\d:\d\d$/.test(text) ? `${text}:00` : text;
}
