import { line, range, scaleBand } from 'd3';
import { countScale, type CountTick } from './countScale.ts';
import { thinTicks, type AxisTick } from './thinTicks.ts';

/** One hour of today beside the same hour of days like it. */
export interface TodayHour {
	label: string;
	tick: string | null;
	/** Least, middle and most of the like days; null where none had this hour. */
	low: number | null;
	median: number | null;
	high: number | null;
	/** null: not begun. */
	today: number | null;
	/** The hour is still running, so its number will grow. */
	partial: boolean;
	/** Calls that the forecast has for the hour, where it is not over; null: no forecast. */
	expected: number | null;
}

export interface TodayShape {
	width: number;
	height: number;
	/** Blocks from the least to the most of the like days, and a stroke at each block's middle value. */
	band: string;
	bandEdges: string;
	medians: string;
	/** Through the middles of the hours that are over. */
	line: string;
	/** `x` in percent of the width, `y` in pixels. */
	points: { x: number; y: number; partial: boolean }[];
	/** The forecast of the rest of the day, from the last hour that is over. */
	expected: string;
	countTicks: CountTick[];
	timeTicks: AxisTick[];
}

/** Today's hours as points on a line, over the band of like days as blocks an hour wide. */
export function todayLine(hours: TodayHour[], { height = 240 } = {}): TodayShape {
	const width = 1000;
	const x = scaleBand(range(hours.length), [0, width]);
	const tallest = Math.max(
		0,
		...hours.flatMap((hour) => [hour.high ?? 0, hour.today ?? 0, hour.expected ?? 0])
	);
	const { y, ticks } = countScale(tallest, height);
	const step = x.bandwidth();
	const known = hours.flatMap(({ low, median, high }, i) =>
		low === null || median === null || high === null
			? []
			: [{ left: short(x(i) ?? 0), low: short(y(low)), median: short(y(median)), high: short(y(high)) }]
	);
	const w = short(step);
	const seen = hours.flatMap((hour, i) =>
		hour.today === null
			? []
			: [{ x: short((x(i) ?? 0) + step / 2), y: short(y(hour.today)), partial: hour.partial }]
	);
	const middle = (i: number) => short((x(i) ?? 0) + step / 2);
	const coming = hours.flatMap(({ expected }, i) =>
		expected === null ? [] : [{ x: middle(i), y: short(y(expected)) }]
	);
	const over = seen.findLast((p) => !p.partial);
	return {
		width,
		height,
		band: known.map((k) => `M${k.left},${k.low}V${k.high}h${w}V${k.low}Z`).join(''),
		bandEdges: known.map((k) => `M${k.left},${k.low}h${w}M${k.left},${k.high}h${w}`).join(''),
		medians: known.map((k) => `M${k.left},${k.median}h${w}`).join(''),
		line: path(seen.filter((p) => !p.partial)) ?? '',
		expected: coming.length === 0 ? '' : (path(over ? [over, ...coming] : coming) ?? ''),
		points: seen.map((p) => ({ ...p, x: short((p.x / width) * 100) })),
		countTicks: ticks,
		timeTicks: thinTicks(
			hours.map((hour) => hour.tick),
			'start'
		)
	};
}

const path = line<{ x: number; y: number }>(
	(p) => p.x,
	(p) => p.y
);

function short(value: number): number {
	return Math.round(value * 100) / 100;
}
