import { scaleLinear } from 'd3';

export interface SoFarShape {
	/** All in percent of the width. */
	low: number;
	width: number;
	median: number;
	today: number;
}

/** Today's count on the range of like days up to the same time; 0 at the left, the larger of both near the right. */
export function soFar(today: number, like: { low: number; median: number; high: number }): SoFarShape {
	const x = scaleLinear([0, Math.max(1, today, like.high) * 1.04], [0, 100]);
	const place = (value: number) => Math.round(x(value) * 100) / 100;
	return {
		low: place(like.low),
		width: Math.round((x(like.high) - x(like.low)) * 100) / 100,
		median: place(like.median),
		today: place(today)
	};
}
