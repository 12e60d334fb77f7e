import type { HeatGrid, HeatSquare } from './heatGrid.ts';

export interface HeatPlaces {
	width: number;
	height: number;
	cellWidth: number;
	cellHeight: number;
	hourNames: { hour: number; x: number; y: number }[];
	weekdayNames: { weekday: number; x: number; y: number }[];
	/** Drawn without their gap, so wide and high. */
	size: { width: number; height: number };
	squares: PlacedSquare[];
	/** The squares of one step, or of none, together. */
	shades: HeatShade[];
}

export interface PlacedSquare {
	square: HeatSquare;
	x: number;
	y: number;
}

export interface HeatShade {
	/** 1 to 6; null: where there is nothing to show. */
	step: number | null;
	/** All its squares as one path, and the frames inside those of few days. */
	fill: string;
	thin: string;
	/** The middle of each. */
	middles: PlacedSquare[];
}

/** Between two squares. */
const heatGap = 2;
const frameInset = 2;

/**
 * Where the squares and the names of a week lie in the drawing's own units: hours across and weekdays down, or,
 * `upright`, hours down and weekdays across in a box narrow enough for a telephone.
 */
export function heatPlaces(grid: HeatGrid, upright: boolean): HeatPlaces {
	const { width, names, head, cellHeight } = upright
		? { width: 360, names: 46, head: 26, cellHeight: 30 }
		: { width: 1000, names: 60, head: 24, cellHeight: 38 };
	const columns = upright ? grid.weekdays : grid.hours;
	const rows = upright ? grid.hours : grid.weekdays;
	const cellWidth = Math.floor(((width - names) / columns.length) * 100) / 100;
	const left = (column: number) => round(names + columns.indexOf(column) * cellWidth);
	const top = (row: number) => round(head + rows.indexOf(row) * cellHeight);
	const above = (column: number) => ({ x: round(left(column) + cellWidth / 2), y: head / 2 });
	const beside = (row: number) => ({ x: names - 8, y: round(top(row) + cellHeight / 2) });
	const size = { width: round(cellWidth - heatGap), height: cellHeight - heatGap };
	const squares = grid.squares.map((square) => ({
		square,
		x: left(upright ? square.weekday : square.hour),
		y: top(upright ? square.hour : square.weekday)
	}));
	return {
		width,
		height: head + rows.length * cellHeight,
		cellWidth,
		cellHeight,
		hourNames: grid.hours.map((hour) => ({ hour, ...(upright ? beside(hour) : above(hour)) })),
		weekdayNames: grid.weekdays.map((weekday) => ({
			weekday,
			...(upright ? above(weekday) : beside(weekday))
		})),
		size,
		squares,
		shades: [...new Set(squares.map(shownStep))].map((step) =>
			shade(
				step,
				squares.filter((placed) => shownStep(placed) === step),
				size
			)
		)
	};
}

function shownStep({ square }: PlacedSquare): number | null {
	return square.value === null ? null : square.step;
}

function shade(
	step: number | null,
	squares: PlacedSquare[],
	{ width, height }: { width: number; height: number }
): HeatShade {
	const box = ({ x, y }: PlacedSquare, inset: number) =>
		`M${round(x + inset)},${y + inset}h${round(width - 2 * inset)}v${height - 2 * inset}H${round(x + inset)}Z`;
	const drawn = step === null ? [] : squares;
	return {
		step,
		fill: drawn.map((placed) => box(placed, 0)).join(''),
		thin: drawn.map((placed) => (placed.square.thin ? box(placed, frameInset) : '')).join(''),
		middles: squares.map(({ square, x, y }) => ({
			square,
			x: round(x + width / 2),
			y: round(y + height / 2)
		}))
	};
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}
