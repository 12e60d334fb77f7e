import type { Interval } from '#time/intervals.ts';
import type { TimeRange } from '#time/ranges.ts';
import type { ChartTable } from './table.ts';

/** A stretch of a chart's time that somebody has said something of. */
export interface ChartMark {
	/** From 1: what names it in the drawing and in the list below. */
	number: number;
	/** Along the axis, in percent of its width. */
	x: number;
	width: number;
	/** It is no example of what is usual, and is drawn hatched. */
	leftOut: boolean;
}

/** Marks with their words. */
export interface ChartMarks {
	/** The name of the list. */
	title: string;
	/** The head of the table's column. */
	column: string;
	marks: ChartMark[];
	/** When and what, in the order of the numbers. */
	notes: string[];
	/** For each interval what is said of it; '' of most. */
	cells: string[];
}

/** What was clicked together still must be seen. */
const thinnest = 0.5;

/**
 * Where stretches of time lie on an axis on which intervals, in order, are equally wide; within an interval by its own
 * time, so an outage from 10:20 begins a third into the hour. Those that no interval meets are left out.
 */
export function placeMarks(
	intervals: readonly Interval[],
	ranges: readonly (TimeRange & { leaveOut: boolean })[]
): { range: number; mark: Omit<ChartMark, 'number'> }[] {
	const share = 100 / intervals.length;
	const placeOf = (i: number, at: number) => {
		const { startAt, endAt } = intervals[i] ?? { startAt: at, endAt: at + 1 };
		return (i + Math.min(1, Math.max(0, (at - startAt) / Math.max(1, endAt - startAt)))) * share;
	};
	return ranges.flatMap(({ fromAt, toAt, leaveOut }, range) => {
		const first = intervals.findIndex(({ endAt }) => endAt > fromAt);
		const last = intervals.findLastIndex(({ startAt }) => startAt < toAt);
		if (first === -1 || last < first) return [];
		const [from, to] = [placeOf(first, fromAt), placeOf(last, toAt)];
		const x = Math.min(from, 100 - thinnest);
		return [{ range, mark: { x: short(x), width: short(Math.max(thinnest, to - x)), leftOut: leaveOut } }];
	});
}

/** The columns and the cells of a table with a chart's marks, where it has any. */
export function markedCells(marks: ChartMarks | null, row: number): string[] {
	return marks && marks.marks.length > 0 ? [marks.cells[row] ?? ''] : [];
}

export function markedColumn(marks: ChartMarks | null): string[] {
	return marks && marks.marks.length > 0 ? [marks.column] : [];
}

/** A table with a column more; `names`: of the intervals, by which its rows are told. */
export function markedTable(
	table: ChartTable,
	marks: ChartMarks | null,
	names: readonly string[]
): ChartTable {
	return {
		...table,
		columns: [...table.columns, ...markedColumn(marks)],
		rows: table.rows.map((row) => ({
			...row,
			cells: [...row.cells, ...markedCells(marks, names.indexOf(row.name))]
		}))
	};
}

function short(value: number): number {
	return Math.round(value * 100) / 100;
}
