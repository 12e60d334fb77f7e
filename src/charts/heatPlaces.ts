import type { HeatGrid, HeatSquare } from './heatGrid.ts';

export interface HeatPlaces {
	width: number;
	height: number;
	cellWidth: number;
	cellHeight: number;
	hourNames: { hour: number; x: number; y: number }[];
	weekdayNames: { weekday: number; x: number; y: number }[];
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
export const heatGap = 2;
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
	const [fullWidth, fullHeight] = [round(cellWidth - heatGap), cellHeight - heatGap];
	const squares = grid.squares.map((square) => ({
		square,
		x: left(upright ? square.weekday : square.hour),
		y: top(upright ? square.hour : square.weekday)
	}));
	const shade = (step: number | null): HeatShade => {
		const own = squares.filter(({ square }) => shownStep(square) === step);
		const box = ({ x, y }: PlacedSquare, inset: number) =>
			`M${round(x + inset)},${y + inset}h${round(fullWidth - 2 * inset)}v${fullHeight - 2 * inset}H${round(x + inset)}Z`;
		return {
			step,
			fill: step === null ? '' : own.map((one) => box(one, 0)).join(''),
			thin:
				step === null
					? ''
					: own
							.filter(({ square }) => square.thin)
							.map((one) => box(one, frameInset))
							.join(''),
			middles: own.map(({ square, x, y }) => ({
				square,
				x: round(x + fullWidth / 2),
				y: round(y + fullHeight / 2)
			}))
		};
	};
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
		squares,
		shades: [...new Set(squares.map(({ square }) => shownStep(square)))].map(shade)
	};
}

function shownStep({ step, value }: HeatSquare): number | null {
	return value === null ? null : step;
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}
