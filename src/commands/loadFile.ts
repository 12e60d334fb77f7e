import { csvRows, type CsvRow } from '#sources/csvRows.ts';
import { parseInstant } from '#model/instant.ts';
import { instantOf, isDate, wallTime } from '#time/zone.ts';

/** A row of a series: so many calls from this wall time on. */
export interface LoadRow {
	/** `YYYY-MM-DD` in the zone. */
	date: string;
	/** After 00:00 by the clock on the wall. */
	minute: number;
	/** null: nobody knows. */
	offered: number | null;
}

/** What a line of a file lacks; `line` counts from 1. */
export interface LoadFileProblem {
	line: number;
	message: string;
}

const columns = {
	start: ['start', 'time', 'datetime', 'timestamp'],
	date: ['date'],
	hour: ['hour'],
	offered: ['offered', 'calls', 'count']
};

/**
 * Reads a series as CSV: `start,offered`, with `start` as an instant (`2026-03-02T09:00:00+08:00`) or as wall time of
 * the zone (`2026-03-02 09:00`); or `date,hour,calls`. Without a header row, the first two columns. An empty or `NA`
 * count is not known. The first problem ends the reading: a series with a hole where a typing error is would
 * be another series.
 */
export function readLoadRows(text: string, zone: string): { rows: LoadRow[] } | { problem: LoadFileProblem } {
	const reader = csvRows();
	const [first, ...others] = [...reader.read(text), ...reader.end()];
	if (!first) return { problem: { line: 1, message: 'the file is empty' } };
	const hasHeader = !('cells' in first) || startOf(first.cells[0] ?? '', zone) === null;
	const header = hasHeader ? headerOf(first) : { start: 0, offered: 1, date: null, hour: null };
	if ('message' in header) return { problem: header };
	const rows: LoadRow[] = [];
	for (const row of hasHeader ? others : [first, ...others]) {
		const read = readRow(row, header, zone);
		if ('message' in read) return { problem: read };
		rows.push(read);
	}
	return rows.length > 0 ? { rows } : { problem: { line: first.line, message: 'there are no rows' } };
}

interface Header {
	start: number | null;
	date: number | null;
	hour: number | null;
	offered: number;
}

function headerOf(row: CsvRow): Header | LoadFileProblem {
	if (!('cells' in row)) return { line: row.line, message: row.problem.message };
	const names = row.cells.map((cell) =>
		cell
			.replace(/^\uFEFF/, '')
			.trim()
			.toLowerCase()
	);
	const place = (accepted: string[]) => {
		const found = names.findIndex((name) => accepted.includes(name));
		return found === -1 ? null : found;
	};
	const [start, date, hour] = [place(columns.start), place(columns.date), place(columns.hour)];
	const offered = place(columns.offered);
	if (offered === null) return { line: row.line, message: 'the header has no column offered' };
	if (start === null && (date === null || hour === null))
		return { line: row.line, message: 'the header has no column start' };
	return { start, date, hour, offered };
}

function readRow(
	row: CsvRow,
	{ start, date, hour, offered }: Header,
	zone: string
): LoadRow | LoadFileProblem {
	const { line } = row;
	if (!('cells' in row)) return { line, message: row.problem.message };
	const cell = (place: number | null) => (place === null ? '' : (row.cells[place] ?? '').trim());
	const count = countOf(cell(offered));
	if (count === undefined)
		return { line, message: `offered: expected a number of calls, got ${quoted(cell(offered))}` };
	const when = start === null ? hourOf(cell(date), cell(hour)) : startOf(cell(start), zone);
	if (when) return { ...when, offered: count };
	if (start !== null) {
		const expected = 'a wall time (2026-03-02 09:00) or an instant (2026-03-02T09:00:00+08:00)';
		return { line, message: `start: expected ${expected}, got ${quoted(cell(start))}` };
	}
	return isDate(cell(date))
		? { line, message: `hour: expected 0 to 23, got ${quoted(cell(hour))}` }
		: { line, message: `date: expected a date (2026-03-02), got ${quoted(cell(date))}` };
}

function countOf(text: string): number | null | undefined {
	if (text === '' || text.toUpperCase() === 'NA') return null;
	return /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

function startOf(text: string, zone: string): { date: string; minute: number } | null {
	const at = parseInstant(text);
	if (at !== null) {
		const { date, hour, minute } = wallTime(zone, at);
		return { date, minute: hour * 60 + minute };
	}
	const [, date = '', hour = '', minute = ''] =
		/^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::\d\d(?:\.0+)?)?$/.exec(text) ?? [];
	if (!isDate(date) || Number(hour) > 23 || Number(minute) > 59) return null;
	return onTheWall(zone, date, Number(hour) * 60 + Number(minute));
}

function hourOf(date: string, hour: string): { date: string; minute: number } | null {
	return isDate(date) && /^([01]?\d|2[0-3])$/.test(hour) ? { date, minute: Number(hour) * 60 } : null;
}

/** A wall time that the clock skipped is what the clock showed instead. */
function onTheWall(zone: string, date: string, minute: number): { date: string; minute: number } {
	const shown = wallTime(zone, instantOf(zone, date, minute));
	return { date: shown.date, minute: shown.hour * 60 + shown.minute };
}

function quoted(text: string): string {
	return JSON.stringify(text.slice(0, 40));
}
