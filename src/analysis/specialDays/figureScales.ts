/** What a day tells of a figure: its value on a scale on which effects add up, and its variance by chance alone. */
export interface Figure {
	/** Null: nothing. */
	value: number | null;
	noise: number;
}

interface Counted {
	offered: number;
	answered: number;
	abandoned: number;
	waitP50Seconds: number | null;
}

export interface Scale {
	figure: (day: Counted) => Figure;
	/** From the scale to what is spoken of. */
	back: (scaled: number) => number;
}

export const unknown: Figure = { value: null, noise: 0 };

/** Waits are compared with so many seconds added: between 1 and 2 seconds there is no doubling to tell of. */
const waitFloor = 5;
/** Callers below which a day says nothing of waits. */
const fewestCallers = 5;

export const loadScale: Scale = {
	figure: ({ offered }) => ({ value: Math.log(Math.max(offered, 0.5)), noise: 1 / Math.max(offered, 1) }),
	back: Math.exp
};

/** The median of n waits about as spread as waits are has a relative variance of about 1.5 / n. */
export const waitScale: Scale = {
	figure({ waitP50Seconds, answered, abandoned }) {
		const callers = answered + abandoned;
		if (waitP50Seconds === null || callers < fewestCallers) return unknown;
		return { value: Math.log(waitP50Seconds + waitFloor), noise: 1.5 / callers };
	},
	back: (scaled) => Math.max(0, Math.exp(scaled) - waitFloor)
};

/** The logarithm of the odds of leaving, half a caller added to both sides. */
export const leavingScale: Scale = {
	figure({ answered, abandoned }) {
		if (answered + abandoned < fewestCallers) return unknown;
		const [left, stayed] = [abandoned + 0.5, answered + 0.5];
		return { value: Math.log(left / stayed), noise: 1 / left + 1 / stayed };
	},
	back: (scaled) => 1 / (1 + Math.exp(-scaled))
};
