export interface AxisTick {
	text: string;
	/** Percent of the axis' width. */
	x: number;
	/** Left out where the chart is narrow. */
	minor: boolean;
}

/** The least widths of an axis in pixels: on a telephone of 320, and from where the chart counts as wide. */
const least = { narrow: 225, wide: 590 };
const gap = 10;

/**
 * Chooses from the intervals that have a short name as many as fit beside each other, evenly; those that do not fit
 * on a narrow chart are `minor`. With `start` a text stands right of its place, so near the end there is no room.
 */
export function thinTicks(names: (string | null)[], at: 'start' | 'middle'): AxisTick[] {
	const step = 100 / names.length;
	const places = names.flatMap((text, i) => (text === null ? [] : [{ text, x: i * step }]));
	const widest = Math.max(0, ...places.map(({ text }) => textWidth(text)));
	const every = (axis: number, list: { x: number }[]) => {
		const [first, second] = list;
		if (!first || !second) return 1;
		return Math.max(1, Math.ceil((widest + gap) / (((second.x - first.x) / 100) * axis)));
	};
	const everyWide = every(least.wide, places);
	const wide = places.filter((_, i) => i % everyWide === 0);
	const everyNarrow = every(least.narrow, wide);
	const fits = (x: number, axis: number) => at === 'middle' || (x / 100) * axis + widest <= axis + gap;
	return wide
		.map(({ text, x }, i) => ({
			text,
			x: Math.round((at === 'middle' ? x + step / 2 : x) * 100) / 100,
			minor: i % everyNarrow !== 0 || !fits(x, least.narrow)
		}))
		.filter((tick) => fits(tick.x, least.wide));
}

/** About, in pixels at 12 a letter: Chinese characters are square. */
function textWidth(text: string): number {
	return [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 12 : 7), 0);
}
