import { line, max, range, scaleBand, scaleLinear } from 'd3';
import type { CountTick } from './countScale.ts';
import { thinTicks, type AxisTick } from './thinTicks.ts';

/** A week or a month with the value of one measure. */
export interface TrendPoint {
	label: string;
	tick: string | null;
	/** null: nothing to divide by. */
	value: number | null;
	/** Still running, so the value will change. */
	partial: boolean;
}

export interface TrendLineShape {
	width: number;
	height: number;
	/** Through the points that are over; broken where there is no value. */
	line: string;
	/** `x` in percent of the width, `y` in pixels. */
	points: { x: number; y: number; partial: boolean }[];
	/** The height of the target, where there is one. */
	target: number | null;
	countTicks: CountTick[];
	timeTicks: AxisTick[];
}

/** A line through one value an interval, from 0 at the bottom. */
export function trendLine(
	points: readonly TrendPoint[],
	{ target = null, height = 200 }: { target?: number | null; height?: number } = {}
): TrendLineShape {
	const width = 1000;
	const x = scaleBand(range(points.length), [0, width]);
	const top = Math.max(max(points, ({ value }) => value ?? 0) ?? 0, target ?? 0);
	const y = scaleLinear([0, top > 0 ? top : 1], [height, 0]).nice(4);
	const middle = (i: number) => (x(i) ?? 0) + x.bandwidth() / 2;
	const over = line<TrendPoint>()
		.defined(({ value, partial }) => value !== null && !partial)
		.x((_, i) => short(middle(i)))
		.y(({ value }) => short(y(value ?? 0)));
	return {
		width,
		height,
		line: over([...points]) ?? '',
		points: points.flatMap(({ value, partial }, i) =>
			value === null ? [] : [{ x: short(middle(i) / 10), y: short(y(value)), partial }]
		),
		target: target === null ? null : short(y(target)),
		countTicks: y.ticks(4).map((value) => ({ value, y: short(y(value)) })),
		timeTicks: thinTicks(
			points.map(({ tick }) => tick),
			'middle'
		)
	};
}

function short(value: number): number {
	return Math.round(value * 100) / 100;
}
