import { scaleLinear, type ScaleLinear } from 'd3';

export interface CountTick {
	value: number;
	/** Pixels from the top. */
	y: number;
}

/** A scale for counts from 0 at the bottom to at least `tallest` at the top, with ticks at whole numbers. */
export function countScale(
	tallest: number,
	height: number
): { y: ScaleLinear<number, number>; ticks: CountTick[] } {
	const y = scaleLinear([0, Math.max(1, tallest)], [height, 0]).nice(4);
	const whole = y.ticks(4).filter((value) => Number.isInteger(value));
	return { y, ticks: whole.map((value) => ({ value, y: Math.round(y(value) * 100) / 100 })) };
}
