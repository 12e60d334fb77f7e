import { scaleLinear } from 'd3';
import { thinTicks, type AxisTick } from './thinTicks.ts';

/** How something that was promised held on a day. */
export interface HeldDayBar {
	label: string;
	tick: string | null;
	/** Of all to whom it was promised, 0..1; null: there was nobody. */
	share: number | null;
	/** Worked out later, not promised on the day. */
	replayed: boolean;
}

export interface HeldDaysShape {
	height: number;
	/** Percent of the width, pixels of the height. */
	bars: { x: number; y: number; width: number; height: number; replayed: boolean }[];
	/** Where the promised share lies. */
	promisedY: number;
	shareTicks: { value: number; y: number }[];
	timeTicks: AxisTick[];
	hasReplayed: boolean;
	hasTold: boolean;
}

/** A bar a day from nothing to all, and the line that was promised. */
export function heldDays(days: HeldDayBar[], promised: number, height = 200): HeldDaysShape {
	const y = scaleLinear([0, 1], [height, 0]);
	const step = 100 / Math.max(1, days.length);
	const bars = days.flatMap(({ share, replayed }, i) => {
		if (share === null) return [];
		const top = short(y(share));
		return [
			{ x: short((i + 0.15) * step), y: top, width: short(step * 0.7), height: short(height - top), replayed }
		];
	});
	return {
		height,
		bars,
		promisedY: short(y(promised)),
		shareTicks: [0, 0.25, 0.5, 0.75, 1].map((value) => ({ value, y: short(y(value)) })),
		timeTicks: thinTicks(
			days.map(({ tick }) => tick),
			'middle'
		),
		hasReplayed: bars.some(({ replayed }) => replayed),
		hasTold: bars.some(({ replayed }) => !replayed)
	};
}

function short(value: number): number {
	return Math.round(value * 100) / 100;
}
