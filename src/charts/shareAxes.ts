import { scaleLinear } from 'd3';
import type { CountTick } from './countScale.ts';
import type { AxisTick } from './thinTicks.ts';

/** The frame of a chart of shares over seconds: both scales with their ticks, and where the chart can be read. */
export interface ShareAxes {
	width: number;
	height: number;
	/** The last second shown. */
	end: number;
	x: (seconds: number) => number;
	y: (share: number) => number;
	countTicks: CountTick[];
	/** By seconds; their texts are set by who draws. */
	timeTicks: (AxisTick & { seconds: number })[];
	/** The seconds at the middle of each of the steps that a reader moves by. */
	readAt: number[];
}

const steps = [1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 300, 600, 900, 1200, 1800, 3600];
const mostTicks = 8;
const readingsATick = 5;

/** @param longest the wait up to which the chart is to reach at least, in seconds */
export function shareAxes(longest: number, height = 240): ShareAxes {
	const width = 1000;
	const step = steps.find((seconds) => longest / seconds <= mostTicks) ?? Math.ceil(longest / mostTicks);
	const count = Math.max(1, Math.ceil(longest / step));
	const end = step * count;
	const x = scaleLinear([0, end], [0, width]);
	const y = scaleLinear([0, 1], [height, 0]);
	const readings = count * readingsATick;
	return {
		width,
		height,
		end,
		x: (seconds) => short(x(seconds)),
		y: (share) => short(y(share)),
		countTicks: [0, 0.25, 0.5, 0.75, 1].map((value) => ({ value, y: y(value) })),
		timeTicks: Array.from({ length: count }, (_, i) => ({
			seconds: i * step,
			text: '',
			x: short((i / count) * 100),
			minor: count > 4 && i % 2 === 1
		})),
		readAt: Array.from({ length: readings }, (_, i) => ((i + 0.5) / readings) * end)
	};
}

function short(value: number): number {
	return Math.round(value * 100) / 100;
}
