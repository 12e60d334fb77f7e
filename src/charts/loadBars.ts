import { range, scaleBand, stack } from 'd3';
import { closedRuns } from './closedRuns.ts';
import { countScale, type CountTick } from './countScale.ts';
import { thinTicks, type AxisTick } from './thinTicks.ts';

/** One interval of the load, with its name and, where the axis may name it, its short name. */
export interface LoadBar {
	label: string;
	tick: string | null;
	answered: number;
	abandoned: number;
	flowedOut: number;
	/** Rejected, lost or still waiting. */
	other: number;
	closed: boolean;
}

/** From the bottom up. */
export const loadSeries = ['answered', 'abandoned', 'flowedOut', 'other'] as const;
export type LoadSeries = (typeof loadSeries)[number];

export interface LoadBarsShape {
	/** Of the stretched drawing: any width, the height in pixels. */
	width: number;
	height: number;
	series: { name: LoadSeries; path: string; total: number }[];
	countTicks: CountTick[];
	/** Along the axis and the hatched closed hours, in percent of the width. */
	timeTicks: AxisTick[];
	closed: { x: number; width: number }[];
}

export interface LoadBarsOptions {
	height?: number;
	/** Where a tick's text stands: at the start of its interval or under its middle. */
	tickAt?: 'start' | 'middle';
}

/**
 * Stacked bars of equal width, one an interval in the order given: a day of 23 or 25 hours has as many bars.
 * The paths live in a box that is stretched to the page's width, so widths are relative and heights pixels.
 */
export function loadBars(
	bars: LoadBar[],
	{ height = 240, tickAt = 'start' }: LoadBarsOptions = {}
): LoadBarsShape {
	const width = 1000;
	const x = scaleBand(range(bars.length), [0, width]).paddingInner(paddingFor(bars.length));
	const tallest = Math.max(0, ...bars.map((bar) => total(bar)));
	const { y, ticks } = countScale(tallest, height);
	return {
		width,
		height,
		series: stackPaths(bars, y, (i) => ({ x: x(i) ?? 0, width: x.bandwidth() })),
		countTicks: ticks,
		timeTicks: thinTicks(
			bars.map((bar) => bar.tick),
			tickAt
		),
		closed: closedRuns(bars)
	};
}

/** The bars' parts as one path a series, each bar at its place. */
export function stackPaths(
	bars: LoadBar[],
	y: (value: number) => number,
	placeOf: (i: number) => { x: number; width: number }
): LoadBarsShape['series'] {
	const layers = stack<LoadBar, LoadSeries>()
		.keys(loadSeries)
		.value((bar, name) => bar[name])(bars);
	return layers.map((layer) => ({
		name: layer.key,
		path: layer
			.map(([from, to], i) => {
				const { x, width } = placeOf(i);
				return to > from ? block(x, y(from), width, y(to), from > 0) : '';
			})
			.join(''),
		total: layer.reduce((sum, [from, to]) => sum + to - from, 0)
	}));
}

/** Everything that entered the queue in the interval. */
export function total(bar: LoadBar): number {
	return bar.answered + bar.abandoned + bar.flowedOut + bar.other;
}

function paddingFor(count: number): number {
	if (count > 200) return 0;
	return count > 60 ? 0.1 : 0.2;
}

/** A rectangle as a path; one that stands on another leaves a pixel between them where it is tall enough. */
function block(left: number, bottom: number, width: number, top: number, stands: boolean): string {
	const foot = stands && bottom - top > 2 ? bottom - 1 : bottom;
	return `M${short(left)},${short(foot)}V${short(top)}h${short(width)}V${short(foot)}Z`;
}

function short(value: number): number {
	return Math.round(value * 100) / 100;
}
