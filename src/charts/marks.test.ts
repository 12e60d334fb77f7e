import { describe, expect, it } from 'vitest';
import { markedCells, markedColumn, markedTable, placeMarks } from './marks.ts';

const hour = 3_600_000;
const hours = [8, 9, 10, 11].map((at) => ({ startAt: at * hour, endAt: (at + 1) * hour }));
const range = (from: number, to: number, leaveOut = true) => ({
	fromAt: from * hour,
	toAt: to * hour,
	leaveOut
});

describe('where marks lie', () => {
	it('is by the time within the interval', () => {
		expect(placeMarks(hours, [range(9 + 1 / 4, 11)])).toEqual([
			{ range: 0, mark: { x: 31.25, width: 43.75, leftOut: true } }
		]);
	});

	it('ends with the axis, and is nowhere without an interval in common', () => {
		const ranges = [range(0, 8), range(2, 9, false), range(11.5, 30), range(12, 13)];
		expect(placeMarks(hours, ranges)).toEqual([
			{ range: 1, mark: { x: 0, width: 25, leftOut: false } },
			{ range: 2, mark: { x: 87.5, width: 12.5, leftOut: true } }
		]);
		expect(placeMarks([], ranges)).toEqual([]);
	});

	it('falls into no gap between intervals', () => {
		const split = hours.filter((_, i) => i !== 1);
		expect(placeMarks(split, [range(9.2, 9.8)])).toEqual([]);
		expect(placeMarks(split, [range(9.5, 10.5)])[0]?.mark).toMatchObject({ x: 33.33, width: 16.67 });
	});

	it('can be seen when it is short', () => {
		expect(placeMarks(hours, [range(12 - 1 / 3600, 12)])[0]?.mark).toMatchObject({ x: 99.5, width: 0.5 });
	});
});

it('gives the table a column where there is something to say', () => {
	const words = { title: 'Marked', column: 'Marked', notes: ['9:00 Outage'], cells: ['', 'Outage'] };
	const some = { ...words, marks: [{ number: 1, x: 0, width: 1, leftOut: true }] };
	expect([markedColumn(some), markedCells(some, 1), markedCells(some, 7)]).toEqual([
		['Marked'],
		['Outage'],
		['']
	]);
	const table = { show: '', caption: '', columns: ['Hour'], rows: [{ name: '10:00', cells: [] }] };
	const marked = markedTable(table, some, ['9:00', '10:00']);
	expect([marked.columns, marked.rows[0]?.cells]).toEqual([['Hour', 'Marked'], ['Outage']]);
	expect(markedTable(table, null, ['9:00'])).toEqual(table);
	expect([markedColumn(null), markedCells({ ...words, marks: [] }, 1)]).toEqual([[], []]);
});
