import { max, range, scaleQuantize } from 'd3';

/** One hour of the week: what is shown in it and what stands behind it. */
export interface HeatCell {
	/** 1 = Monday. */
	weekday: number;
	/** 0..23 */
	hour: number;
	/** null: nothing to show. */
	value: number | null;
	/** How many such hours were seen; 0 where it was always closed. */
	days: number;
}

export interface HeatSquare extends HeatCell {
	/** 1 (least) to 6 (most); null where there is no value. */
	step: number | null;
	/** So few days stand behind it that it may be chance. */
	thin: boolean;
}

export interface HeatGrid {
	weekdays: number[];
	hours: number[];
	squares: HeatSquare[];
	/** The six steps' value ranges: from `from` up to `to`. */
	steps: { step: number; from: number; to: number }[];
}

/** What the values are, which decides what a round number is. */
export type HeatUnit = 'number' | 'seconds';

export interface HeatOptions {
	unit?: HeatUnit;
	/** Of a share that should be high (0..1): the lower, the further along the colours. */
	lowIsBad?: boolean;
}

export const thinBelow = 3;
const stepCount = 6;
const roundSeconds = [1, 2, 5, 10, 15, 20, 30, 60, 90, 120, 180, 240, 300, 600, 900, 1200, 1800, 3600];
const roundDigits = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/**
 * The week as a grid of hours. Steps are of equal, round width and reach from 0 to the highest value that is not
 * thin, so a colour twice as far along means twice the value; hours at both ends of the day in which no weekday has a value are cut off.
 */
export function heatGrid(
	cells: HeatCell[],
	{ unit = 'number', lowIsBad = false }: HeatOptions = {}
): HeatGrid {
	const weight = (value: number) => (lowIsBad ? 1 - value : value);
	const withValue = cells.filter(({ value, days }) => value !== null && days > 0 && (lowIsBad || value > 0));
	const hourList = withValue.map((cell) => cell.hour);
	const hours = hourList.length ? range(Math.min(...hourList), Math.max(...hourList) + 1) : range(24);
	const solid = withValue.filter((cell) => cell.days >= thinBelow);
	const top = max(solid.length ? solid : withValue, (cell) => weight(cell.value ?? 0)) ?? 1;
	const width = roundUp((top || 1) / stepCount, unit);
	const scale = scaleQuantize([0, width * stepCount], range(1, stepCount + 1));
	return {
		weekdays: range(1, 8),
		hours,
		squares: cells
			.filter((cell) => hours.includes(cell.hour))
			.map((cell) => ({
				...cell,
				step: cell.value === null || cell.days === 0 ? null : scale(weight(cell.value)),
				thin: cell.days > 0 && cell.days < thinBelow
			})),
		steps: range(1, stepCount + 1)
			.map((step) => {
				const [from, to] = [(step - 1) * width, step * width];
				return lowIsBad ? { step, from: Math.max(0, 1 - to), to: Math.max(0, 1 - from) } : { step, from, to };
			})
			.filter(({ from, to }) => to > from)
	};
}

function roundUp(value: number, unit: HeatUnit): number {
	if (unit === 'seconds') {
		const round = roundSeconds.find((seconds) => seconds >= value);
		return round ?? Math.ceil(value / 3600) * 3600;
	}
	const power = 10 ** Math.floor(Math.log10(value));
	return (roundDigits.find((digit) => digit * power >= value * (1 - 1e-9)) ?? 10) * power;
}
