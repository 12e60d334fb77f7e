import { csvRows, type CsvRow } from '../csvRows.ts';
import { meaningOf } from './csvOutcome.ts';
import { readDuration } from './csvDuration.ts';
import { csvFields, delimiters, type CsvField, type CsvOptions, type DelimiterName } from './csvOptions.ts';
import { dateOrderOf, readCellTime, type DateOrder } from './csvTime.ts';
import { fieldOfName } from './csvWords.ts';
import { cleanCell } from './cleanCell.ts';

/** So much of a table's beginning is looked at to tell how it is to be read. */
export const guessChars = 64 * 1024;
const mostRows = 500;
const headerWithin = 20;

/** How a table is read, with what was left open filled in by how it looks. */
export interface CsvLayout {
	delimiter: DelimiterName;
	/** The line of the header row; 0: there is none. */
	header: number;
	/** The names of the columns; without a header, those of the first row's cells as `#1`, `#2`. */
	columns: string[];
	/** Where each field is, as places from 0. */
	places: ReadonlyMap<CsvField, number[]>;
	/** Columns that were named, and are not there. */
	missing: string[];
	/** Null: no date leaves it open, or `ambiguousDate` is one that does. */
	dates: DateOrder | null;
	/** A date of the table that could be two days, where nothing tells which. */
	ambiguousDate: string | null;
	/** Cells of each column from the first rows. */
	samples: string[][];
	/** Columns of which no field is made, and that hold what looks like telephone numbers. */
	numberColumns: number[];
	/** The column of `only`; -1: it is not there. */
	only: number | null;
}

/** Tells how a table is to be read by its first `guessChars` characters. */
export function guessLayout(beginning: string, options: CsvOptions): CsvLayout {
	const delimiter = options.delimiter ?? guessDelimiter(beginning);
	const rows = firstRows(beginning, delimiters[delimiter]);
	const header = options.header ?? guessHeader(rows);
	const headerRow = rows.find(({ line }) => line === header);
	const body = rows.filter(({ line }) => line > header).map(({ cells }) => cells.map(cleanCell));
	const width = Math.max(
		0,
		headerRow?.cells.length ?? 0,
		...(headerRow ? [] : body.map((row) => row.length))
	);
	const columns = Array.from(
		{ length: width },
		(_, i) => headerRow?.cells[i]?.replace(/^\ufeff/, '').trim() || `#${i + 1}`
	);
	const samples = columns.map((_, i) => body.map((row) => row[i] ?? '').filter((cell) => cell !== ''));
	const missing: string[] = [];
	const places =
		options.map === 'auto'
			? suggestPlaces(columns, samples, options, headerRow !== undefined)
			: options.map === null
				? ownNames(columns)
				: mapped(options.map, columns, missing);
	const timed = (['date', 'enqueued_at', 'answered_at', 'ended_at'] as const).flatMap(
		(field) => places.get(field)?.flatMap((place) => samples[place] ?? []) ?? []
	);
	const order = options.dates ?? dateOrderOf(timed);
	const used = new Set([...places.values()].flat());
	const only = options.only === null ? null : placeOf(options.only.column, columns);
	if (only === -1 && options.only) missing.push(options.only.column);
	return {
		delimiter,
		header,
		columns,
		places,
		missing,
		dates: order === 'either' ? null : order,
		ambiguousDate:
			order === 'either'
				? (timed.find((cell) => 'ambiguous' in (readCellTime(cell, null) ?? {})) ?? null)
				: null,
		samples,
		numberColumns: columns.flatMap((_, i) => (!used.has(i) && (samples[i] ?? []).some(isNumber) ? [i] : [])),
		only
	};
}

type FullRow = Extract<CsvRow, { cells: string[] }>;

function firstRows(beginning: string, sign: string): FullRow[] {
	const reader = csvRows(sign);
	const rows = reader.read(beginning);
	// What is cut off in the middle would only mislead, unless it is all there is.
	if (beginning.length < guessChars) rows.push(...reader.end());
	return rows.filter((row): row is FullRow => 'cells' in row).slice(0, mostRows);
}

/** The sign that cuts most rows into the same number of cells. */
function guessDelimiter(beginning: string): DelimiterName {
	const [, named] = /^\ufeff?"?sep=([,;|\t])"?\r?\n/i.exec(beginning) ?? [];
	const names = ['comma', 'semicolon', 'tab', 'pipe'] as const;
	const said = names.find((name) => delimiters[name] === named);
	if (said) return said;
	const scored = names.map((name) => {
		const { width, rows } = usualWidth(firstRows(beginning.slice(0, 16_384), delimiters[name]));
		return { name, score: width < 2 ? 0 : rows * Math.log(width) };
	});
	return scored.reduce((best, one) => (one.score > best.score ? one : best)).name;
}

/** The number of cells that most rows have, and how many have it. */
function usualWidth(rows: FullRow[]): { width: number; rows: number } {
	const counts = new Map<number, number>();
	for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
	let best = { width: 0, rows: 0 };
	for (const [width, count] of counts) if (count > best.rows) best = { width, rows: count };
	return best;
}

/** The first row that is as wide as most and full of names; 0 where data come first. */
function guessHeader(rows: FullRow[]): number {
	const { width } = usualWidth(rows);
	for (const { line, cells } of rows.slice(0, headerWithin)) {
		const filled = cells.map(cleanCell).filter((cell) => cell !== '');
		if (cells.length < width - 1 || filled.length < Math.max(1, width * 0.6)) continue;
		return filled.some(isValue) ? 0 : line;
	}
	return 0;
}

function isValue(cell: string): boolean {
	return /^[\d.,:]+$/.test(cell) || readCellTime(cell, null) !== null;
}

/** The place of a column, by its name or as `#3`; -1 where it is not there. */
export function placeOf(column: string, columns: string[]): number {
	const wanted = column.trim().toLowerCase();
	const named = columns.findIndex((name) => name.toLowerCase() === wanted);
	if (named !== -1) return named;
	const number = Number(/^#(\d{1,4})$/.exec(wanted)?.[1] ?? 0);
	return number >= 1 && number <= columns.length ? number - 1 : -1;
}

function mapped(
	map: ReadonlyMap<CsvField, string[]>,
	columns: string[],
	missing: string[]
): Map<CsvField, number[]> {
	const places = new Map<CsvField, number[]>();
	for (const [field, names] of map) {
		const found = names.map((name) => placeOf(name, columns));
		missing.push(...names.filter((_, i) => found[i] === -1));
		places.set(
			field,
			found.filter((place) => place !== -1)
		);
	}
	return places;
}

function ownNames(columns: string[]): Map<CsvField, number[]> {
	return new Map(
		csvFields.flatMap((field) => {
			const place = columns.findIndex((name) => name.toLowerCase() === field);
			return place === -1 ? [] : [[field, [place]] as const];
		})
	);
}

/** Each field's likeliest column, by its name and by what stands in it. */
function suggestPlaces(
	columns: string[],
	samples: string[][],
	options: CsvOptions,
	hasHeader: boolean
): Map<CsvField, number[]> {
	const best = new Map<CsvField, { place: number; rank: number }>();
	columns.forEach((name, place) => {
		const guess = hasHeader ? fieldOfName(name) : null;
		if (!guess) return;
		const field = fitting(guess.field, samples[place] ?? [], options);
		const rank = guess.rank + (field === guess.field ? 0 : 500);
		if (field && rank < (best.get(field)?.rank ?? Infinity)) best.set(field, { place, rank });
	});
	if (!best.has('enqueued_at') && !best.has('answered_at')) {
		const place = columns.findIndex(
			(_, i) => mostly(samples[i] ?? [], isTimeOfADay) && ![...best.values()].some((one) => one.place === i)
		);
		if (place !== -1) best.set('enqueued_at', { place, rank: 2000 });
	}
	return new Map([...best].map(([field, { place }]) => [field, [place]]));
}

/** The field, unless what stands in the column is something else. */
function fitting(field: CsvField, cells: string[], options: CsvOptions): CsvField | null {
	if (cells.length === 0) return field === 'outcome' || !isTime(field) ? field : null;
	const isDuration = (cell: string) => readDuration(cell, options.durations) !== null;
	const isOutcome = (cell: string) => meaningOf(cell, options.outcomes) !== null;
	if (field === 'outcome' || field === 'answered_at') {
		if (mostly(cells, isOutcome)) return 'outcome';
		if (field === 'outcome') return new Set(cells).size <= 12 && !cells.some(isValue) ? field : null;
	}
	if (field.endsWith('_seconds')) return mostly(cells, isDuration) ? field : null;
	// "Waiting time" may be when it began, and "time" how long it took.
	if (isTime(field))
		return mostly(cells, (cell) => readCellTime(cell, options.dates) !== null) ? field : null;
	return field;
}

function isTime(field: CsvField): boolean {
	return field.endsWith('_at') || field === 'date';
}

function isTimeOfADay(cell: string): boolean {
	const time = readCellTime(cell, null);
	return time !== null && !('clock' in time) && !('date' in time);
}

function mostly(cells: string[], is: (cell: string) => boolean): boolean {
	return cells.length > 0 && cells.slice(0, 100).filter(is).length * 2 > Math.min(100, cells.length);
}

function isNumber(cell: string): boolean {
	return (
		/^\+?[\d ()/-]{7,25}$/.test(cell) &&
		cell.replace(/\D/g, '').length >= 7 &&
		readCellTime(cell, 'dmy') === null
	);
}
