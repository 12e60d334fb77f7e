import { Residuals } from './residuals.ts';
import { Shifts } from './shifts.ts';
import type { WaitModel } from './waitModel.ts';
import { modelQuantiles, type WaitQuantiles } from './waitQuantiles.ts';

/** What a wait behind so many callers was foretold as. */
export interface Prediction {
	ahead: number;
	model: WaitModel;
	said: WaitQuantiles;
	basis: Basis;
}

/** `calibrated`: by waits that came true; `model`: too few have yet. */
export type Basis = 'calibrated' | 'model';

/**
 * Turns the model's mean and deviation into quantiles that hold: for short and for long lines, and where a short and
 * where a long wait is foretold.
 */
export class Calibration {
	#all = new Residuals();
	#residuals = new Map<string, Residuals>();
	#shifts = new Map<string, Shifts>();
	#served = 0;
	#gaveUp = 0;

	predict(ahead: number, model: WaitModel): Prediction {
		const own = this.#residualsOf(ahead);
		const known = [own, this.#all].find(({ count }) => count >= enough);
		if (!known) return { ahead, model, said: modelQuantiles(model), basis: 'model' };
		return { ahead, model, said: known.quantiles(model, this.#shiftsOf(ahead, model)), basis: 'calibrated' };
	}

	/** Somebody was answered after so long. */
	served(prediction: Prediction, waitSeconds: number): void {
		this.#served++;
		this.#adjust(prediction, waitSeconds, 1);
		this.#residualsOf(prediction.ahead).add(waitSeconds, prediction.model);
		this.#all.add(waitSeconds, prediction.model);
	}

	/** Somebody gave up who would have been answered after so long. */
	wouldHaveBeen(prediction: Prediction, waitSeconds: number): void {
		this.#gaveUp++;
		const weight = Math.min(ghostWeight, (mostGhosts * this.#served) / this.#gaveUp);
		this.#adjust(prediction, waitSeconds, weight);
	}

	#adjust({ ahead, model, said }: Prediction, waitSeconds: number, weight: number): void {
		for (const shifts of this.#shiftsOf(ahead, model)) shifts.adjust(waitSeconds, said, weight);
	}

	#residualsOf(ahead: number): Residuals {
		return kept(this.#residuals, aheadBand(ahead), () => new Residuals());
	}

	#shiftsOf(ahead: number, { mean }: WaitModel): Shifts[] {
		const size = sizes.find((seconds) => mean < seconds) ?? Infinity;
		const kinds = [`${aheadBand(ahead)} ahead`, `below ${size} s`];
		return kinds.map((kind) => kept(this.#shifts, kind, () => new Shifts()));
	}
}

function kept<T>(all: Map<string, T>, key: string, make: () => T): T {
	const known = all.get(key) ?? make();
	all.set(key, known);
	return known;
}

/**
 * Kinds of foretold waits, each about twice as long as the one before. A model that errs in its rate says too much where
 * it says much, and too little where it says little, behind however many callers.
 */
const sizes = [15, 30, 60, 120, 300, 600, 1200];

export const aheadBands = ['0', '1-2', '3-5', '6+'] as const;
export type AheadBand = (typeof aheadBands)[number];

/** A model's error depends on the length of the line more than on anything else. */
export function aheadBand(ahead: number): AheadBand {
	if (ahead === 0) return '0';
	if (ahead <= 2) return '1-2';
	return ahead <= 5 ? '3-5' : '6+';
}

/** Fewer waits give no quantiles worth the name. */
const enough = 40;

/**
 * With full weight the quantiles hold for everybody, those who gave up included, and are too high for those who are
 * answered, since they are the ones with the shorter waits; without, the reverse. What is promised, and checked, is
 * the wait of those who stay; the rest keeps it from being rosy where many give up.
 */
const ghostWeight = 0.25;
/**
 * All who gave up together weigh no more than so much of all who were answered. A good third of them would have been
 * answered within the 80th percentile, so that it holds for at most about 81 of 100 who are, however many give up.
 */
const mostGhosts = 0.03;
