import { line, max, range, scaleBand } from 'd3';
import { countScale, type CountTick } from './countScale.ts';
import { thinTicks, type AxisTick } from './thinTicks.ts';

/** One interval of two series that are held against each other. */
export interface PairPoint {
	/** What each side calls it. */
	labelA: string;
	labelB: string;
	tick: string | null;
	a: number | null;
	b: number | null;
}

export interface PairLinesShape {
	width: number;
	height: number;
	a: string;
	b: string;
	countTicks: CountTick[];
	timeTicks: AxisTick[];
}

/** Two lines over the same axis; where a value is missing its line is broken. */
export function pairLines(points: PairPoint[], { height = 220 } = {}): PairLinesShape {
	const width = 1000;
	const x = scaleBand(range(points.length), [0, width]);
	const { y, ticks } = countScale(max(points, ({ a, b }) => Math.max(a ?? 0, b ?? 0)) ?? 0, height);
	const draw = (value: (point: PairPoint) => number | null) =>
		line<PairPoint>()
			.defined((point) => value(point) !== null)
			.x((_, i) => short((x(i) ?? 0) + x.bandwidth() / 2))
			.y((point) => short(y(value(point) ?? 0)))(points) ?? '';
	return {
		width,
		height,
		a: draw((point) => point.a),
		b: draw((point) => point.b),
		countTicks: ticks,
		timeTicks: thinTicks(
			points.map(({ tick }) => tick),
			'middle'
		)
	};
}

function short(value: number): number {
	return Math.round(value * 100) / 100;
}
