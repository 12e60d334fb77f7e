import { line, range, scaleBand } from 'd3';
import { countScale, type CountTick } from './countScale.ts';
import { thinTicks, type AxisTick } from './thinTicks.ts';

type Interval = [low: number, high: number];

/** One hour or day to come, with what came of it where it is over. */
export interface ForecastBand {
	label: string;
	tick: string | null;
	/** As likely to be exceeded as not; null where nothing was forecast. */
	expected: number | null;
	interval50: Interval;
	interval80: Interval;
	interval95: Interval;
	/** null: not begun. */
	came: number | null;
	/** Still running, so `came` will grow. */
	partial: boolean;
	/** Shown with a mark under it. */
	chosen?: boolean;
}

export interface ForecastBandsShape {
	width: number;
	height: number;
	/** Blocks from the widest interval to the narrowest, and a stroke at each expected value. */
	bands: { name: 'interval95' | 'interval80' | 'interval50'; path: string }[];
	expected: string;
	/** Through what came in the intervals that are over. */
	line: string;
	/** `x` in percent of the width, `y` in pixels. */
	points: { x: number; y: number; partial: boolean }[];
	/** In percent of the width. */
	chosen: { x: number; width: number } | null;
	countTicks: CountTick[];
	timeTicks: AxisTick[];
}

/** Expected calls as a stroke a bar wide within their intervals, and what came as points on a line. */
export function forecastBands(
	bands: ForecastBand[],
	{ height = 240, tickAt = 'start' }: { height?: number; tickAt?: 'start' | 'middle' } = {}
): ForecastBandsShape {
	const width = 1000;
	const x = scaleBand(range(bands.length), [0, width]).paddingInner(tickAt === 'middle' ? 0.16 : 0);
	const known = bands.flatMap((band, i) => (band.expected === null ? [] : [{ ...band, i }]));
	const tallest = Math.max(
		0,
		...known.map(({ interval95 }) => interval95[1]),
		...bands.map(({ came }) => came ?? 0)
	);
	const { y, ticks } = countScale(tallest, height);
	const w = short(x.bandwidth());
	const block = (i: number, [low, high]: Interval) =>
		high > 0 ? `M${short(x(i) ?? 0)},${short(y(low))}V${short(y(high))}h${w}V${short(y(low))}Z` : '';
	const middle = (i: number) => (x(i) ?? 0) + x.bandwidth() / 2;
	const seen = bands.flatMap(({ came, partial }, i) =>
		came === null ? [] : [{ x: short(middle(i)), y: short(y(came)), partial }]
	);
	const chosen = bands.findIndex((band) => band.chosen);
	return {
		width,
		height,
		bands: (['interval95', 'interval80', 'interval50'] as const).map((name) => ({
			name,
			path: known.map((band) => block(band.i, band[name])).join('')
		})),
		expected: known
			.map(({ i, expected }) => (expected ? `M${short(x(i) ?? 0)},${short(y(expected))}h${w}` : ''))
			.join(''),
		line:
			line<{ x: number; y: number }>(
				(p) => p.x,
				(p) => p.y
			)(seen.filter((p) => !p.partial)) ?? '',
		points: seen.map((p) => ({ ...p, x: short((p.x / width) * 100) })),
		chosen: chosen === -1 ? null : { x: short((x(chosen) ?? 0) / 10), width: short(x.bandwidth() / 10) },
		countTicks: ticks,
		timeTicks: thinTicks(
			bands.map((band) => band.tick),
			tickAt
		)
	};
}

function short(value: number): number {
	return Math.round(value * 100) / 100;
}
