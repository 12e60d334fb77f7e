import { area, curveStepAfter, line, max, range, scaleBand, scaleLinear } from 'd3';

/** One hour of a day too small for axes. */
export interface SparkHour {
	/** Least and most of like days; null where there are none. */
	low: number | null;
	high: number | null;
	/** null: not begun. */
	today: number | null;
}

export interface SparkDayShape {
	width: number;
	height: number;
	/** From least to most of like days, as steps an hour wide. */
	band: string;
	/** Through the middles of today's hours. */
	line: string;
	/** The last of them: `x` in percent of the width, `y` in pixels. */
	end: { x: number; y: number } | null;
}

/** Today's hours as a line over the band of like days, from 0 at the foot. */
export function sparkDay(hours: SparkHour[], height = 44): SparkDayShape {
	const width = 1000;
	const x = scaleBand(range(hours.length), [0, width]);
	const top = max(hours.flatMap(({ high, today }) => [high ?? 0, today ?? 0])) ?? 0;
	// Room for the stroke and the point at both ends.
	const y = scaleLinear([0, Math.max(1, top)], [height - 4, 4]);
	const left = (i: number) => short(x(i) ?? width);
	const middle = (i: number) => short((x(i) ?? 0) + x.bandwidth() / 2);
	// Steps need the end of the last hour too.
	const edges = [...hours, ...hours.slice(-1)];
	const seen = hours.flatMap(({ today }, i) => (today === null ? [] : [{ i, y: short(y(today)) }]));
	const last = seen.at(-1);
	return {
		width,
		height,
		band:
			area<SparkHour>()
				.defined(({ high }) => high !== null)
				.x((_, i) => left(i))
				.y0(({ low }) => short(y(low ?? 0)))
				.y1(({ high }) => short(y(high ?? 0)))
				.curve(curveStepAfter)(edges) ?? '',
		line:
			line<{ i: number; y: number }>()
				.x(({ i }) => middle(i))
				.y((point) => point.y)(seen) ?? '',
		end: last ? { x: short(middle(last.i) / 10), y: last.y } : null
	};
}

function short(value: number): number {
	return Math.round(value * 100) / 100;
}
