import { range, scaleBand } from 'd3';
import { closedRuns } from './closedRuns.ts';
import { countScale, type CountTick } from './countScale.ts';
import { loadSeries, stackPaths, total, type LoadBar, type LoadSeries } from './loadBars.ts';
import { thinTicks, type AxisTick } from './thinTicks.ts';

/** A slot of today beside the same slot of days like it. */
export interface TodaySlot extends LoadBar {
	/** Least, middle and most of the like days; null where none had this slot. */
	low: number | null;
	median: number | null;
	high: number | null;
	/** It has not begun, so there is nothing of it. */
	toCome: boolean;
	/** It is still running, so its numbers will grow. */
	partial: boolean;
	/** Calls that the forecast has for a slot that is not over; null: no forecast. */
	expected: number | null;
}

export interface TodayBarsShape {
	width: number;
	height: number;
	/** Blocks from the least to the most of the like days, their edges, and a stroke at each block's middle value. */
	band: string;
	bandEdges: string;
	medians: string;
	/** Today's calls by how they ended, in the middle of each block. */
	series: { name: LoadSeries; path: string; total: number }[];
	/** A stroke at what is forecast. */
	expected: string;
	/** The running slot, in percent of the width. */
	running: { x: number; width: number } | null;
	countTicks: CountTick[];
	timeTicks: AxisTick[];
	closed: { x: number; width: number }[];
}

/** Today's calls as stacked bars within the blocks of like days; a day of 23 or 25 hours has as many. */
export function todayBars(slots: TodaySlot[], { height = 260 } = {}): TodayBarsShape {
	const width = 1000;
	const x = scaleBand(range(slots.length), [0, width]);
	const tallest = Math.max(
		0,
		...slots.flatMap((slot) => [slot.high ?? 0, slot.toCome ? 0 : total(slot), slot.expected ?? 0])
	);
	const { y, ticks } = countScale(tallest, height);
	const w = short(x.bandwidth());
	const left = (i: number) => short(x(i) ?? 0);
	const known = slots.flatMap(({ low, median, high }, i) =>
		low === null || median === null || high === null
			? []
			: [{ x: left(i), low: short(y(low)), median: short(y(median)), high: short(y(high)) }]
	);
	const share = 0.5;
	const bars = slots.map((slot) => (slot.toCome ? nothing(slot) : slot));
	const running = slots.findIndex((slot) => slot.partial);
	return {
		width,
		height,
		band: known.map((k) => `M${k.x},${k.low}V${k.high}h${w}V${k.low}Z`).join(''),
		bandEdges: known.map((k) => `M${k.x},${k.low}h${w}M${k.x},${k.high}h${w}`).join(''),
		medians: known.map((k) => `M${k.x},${k.median}h${w}`).join(''),
		series: stackPaths(bars, y, (i) => ({
			x: (x(i) ?? 0) + (x.bandwidth() * (1 - share)) / 2,
			width: x.bandwidth() * share
		})),
		expected: slots
			.map(({ expected }, i) => (expected === null ? '' : `M${left(i)},${short(y(expected))}h${w}`))
			.join(''),
		running: running === -1 ? null : { x: short((x(running) ?? 0) / 10), width: short(x.bandwidth() / 10) },
		countTicks: ticks,
		timeTicks: thinTicks(
			slots.map((slot) => slot.tick),
			'start'
		),
		closed: closedRuns(slots)
	};
}

function nothing(slot: TodaySlot): TodaySlot {
	const zero = Object.fromEntries(loadSeries.map((name) => [name, 0]));
	return { ...slot, ...zero };
}

function short(value: number): number {
	return Math.round(value * 100) / 100;
}
