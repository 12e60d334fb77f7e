import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import HeatMap from './HeatMap.svelte';
import { heatGrid, type HeatCell } from './heatGrid.ts';
import { heatPlaces } from './heatPlaces.ts';

/** A whole week: open from 9 to 17, busiest on Mondays, Sundays never seen. */
const week: HeatCell[] = Array.from({ length: 7 * 24 }, (_, i) => {
	const weekday = Math.floor(i / 24) + 1;
	const hour = i % 24;
	const open = hour >= 9 && hour < 17 && weekday <= 5;
	return {
		weekday,
		hour,
		value: weekday === 7 ? null : open ? (weekday === 1 ? 60 : 30) : 0,
		days: weekday === 7 ? 0 : 8
	};
});

describe('heatGrid', () => {
	it('cuts off the hours in which the week has nothing', () => {
		expect(heatGrid(week).hours).toEqual([9, 10, 11, 12, 13, 14, 15, 16]);
		expect(heatGrid(week.map((cell) => ({ ...cell, value: null }))).hours).toHaveLength(24);
	});

	it('makes six steps of equal width from 0', () => {
		const grid = heatGrid(week);
		expect(grid.steps.map(({ from, to }) => [from, to])).toEqual([
			[0, 10],
			[10, 20],
			[20, 30],
			[30, 40],
			[40, 50],
			[50, 60]
		]);
		const at = (weekday: number) => grid.squares.find((s) => s.weekday === weekday && s.hour === 9);
		expect(at(1)?.step).toBe(6);
		expect(at(2)?.step).toBe(4);
		expect(at(6)?.step).toBe(1);
		expect(at(7)?.step).toBeNull();
	});

	it('ends steps on round numbers, and on round times', () => {
		const widths = (top: number, unit?: 'seconds') =>
			heatGrid([{ weekday: 1, hour: 9, value: top, days: 8 }], { unit }).steps.map(({ to }) => to);
		expect(widths(89)).toEqual([15, 30, 45, 60, 75, 90]);
		expect(widths(0.23)[0]).toBeCloseTo(0.04);
		expect(widths(1200)).toEqual([200, 400, 600, 800, 1000, 1200]);
		expect(widths(1183, 'seconds')).toEqual([240, 480, 720, 960, 1200, 1440]);
		expect(widths(5, 'seconds')).toEqual([1, 2, 3, 4, 5, 6]);
		expect(widths(30_000, 'seconds')[5]).toBe(43_200);
	});

	it('tells cells with fewer than three days apart and does not let them set the scale', () => {
		const cells = week.map((cell) =>
			cell.weekday === 3 && cell.hour === 12 ? { ...cell, value: 900, days: 2 } : cell
		);
		const grid = heatGrid(cells);
		const noon = grid.squares.filter((s) => s.hour === 12);
		expect(noon.filter((s) => s.thin).map((s) => s.weekday)).toEqual([3]);
		expect(noon.find((s) => s.weekday === 3)?.step).toBe(6);
		expect(grid.steps.at(-1)?.to).toBe(60);
	});

	it('takes a week of nothing', () => {
		const grid = heatGrid(week.map((cell) => ({ ...cell, value: cell.days ? 0 : null })));
		expect(grid.squares.filter((s) => s.step !== null)).toHaveLength(6 * 24);
	});
});

describe('heatPlaces', () => {
	const grid = heatGrid(week);

	it('lays hours across and weekdays down', () => {
		const places = heatPlaces(grid, false);
		expect([places.width, places.height, places.cellWidth]).toEqual([1000, 290, 117.5]);
		const tuesdayTen = places.squares.find(({ square }) => square.weekday === 2 && square.hour === 10);
		expect(tuesdayTen).toMatchObject({ x: 177.5, y: 62 });
	});

	it('turns the week for narrow pages', () => {
		const places = heatPlaces(grid, true);
		expect([places.width, places.height]).toEqual([360, 266]);
		const tuesdayTen = places.squares.find(({ square }) => square.weekday === 2 && square.hour === 10);
		expect(tuesdayTen).toMatchObject({ x: 90.85, y: 56 });
		expect(places.cellWidth).toBeGreaterThan(40);
	});
});

describe('HeatMap on the server', () => {
	const { body } = render(HeatMap, {
		props: {
			finding: 'Mondays are busiest.',
			cells: week,
			texts: {
				weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
				weekdaysShort: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
				hour: 'Hour',
				thin: 'Few days',
				none: 'No calls',
				showTable: 'Show as table',
				caption: 'Calls an hour',
				value: String,
				fullValue: (value: number) => `${value} calls`,
				days: (days: number) => `${days} days`,
				hourName: String,
				hourRange: (hour: number) => `${hour}–${hour + 1}`,
				steps: (from: number, to: number) => `${from} to ${to}`
			}
		}
	});

	it('names both drawings by the finding', () => {
		const id = /id="([^"]+-finding)">Mondays are busiest\.</.exec(body)?.[1];
		expect(body.split(`role="img" aria-labelledby="${id}"`)).toHaveLength(3);
	});

	it('has every value and its days in a table with headers', () => {
		const rows = [...body.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([row = '']) =>
			[...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([cell]) => cell.replace(/<[^>]*>/g, '').trim())
		);
		expect(rows).toHaveLength(9);
		expect(rows[0]).toEqual([
			'Hour',
			'Monday',
			'Tuesday',
			'Wednesday',
			'Thursday',
			'Friday',
			'Saturday',
			'Sunday'
		]);
		expect(rows[1]).toEqual([
			'9–10',
			'60 calls (8 days)',
			...Array(4).fill('30 calls (8 days)'),
			'0 calls (8 days)',
			'–'
		]);
	});
});

it('turns the colours of what should be high, and keeps hours in which all is well', () => {
	const cells = [0.4, 0.8, 1].map((value, i) => ({ weekday: 1, hour: 9 + i, value, days: 8 }));
	const grid = heatGrid(cells, { lowIsBad: true });
	expect(grid.hours).toEqual([9, 10, 11]);
	expect(grid.squares.map(({ step }) => step)).toEqual([6, 2, 1]);
	expect(grid.steps[0]).toMatchObject({ to: 1 });
	expect(grid.steps.at(-1)?.from).toBeCloseTo(0.4);
});
