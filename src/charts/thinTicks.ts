export interface AxisTick {
	text: string;
	/** Percent of the axis' width. */
	x: number;
	/** Left out where the chart is narrow. */
	minor: boolean;
}

const most = { wide: 12, narrow: 4 };

/**
 * Chooses from the intervals that have a short name as many as fit beside each other, evenly: at most 12 on a wide
 * chart, of which at most 4 (not `minor`) stay on a narrow one. A text that would start too near the end is left out.
 */
export function thinTicks(names: (string | null)[], at: 'start' | 'middle'): AxisTick[] {
	const step = 100 / names.length;
	const places = names.flatMap((text, i) => (text === null ? [] : [{ text, x: i * step }]));
	const everyWide = Math.ceil(places.length / most.wide);
	const wide = places.filter((_, i) => i % everyWide === 0);
	const everyNarrow = Math.ceil(wide.length / most.narrow);
	return wide
		.map(({ text, x }, i) => ({
			text,
			x: Math.round((at === 'middle' ? x + step / 2 : x) * 100) / 100,
			minor: i % everyNarrow !== 0
		}))
		.filter((tick) => at === 'middle' || tick.x <= 95);
}
