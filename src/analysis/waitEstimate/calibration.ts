import { Residuals, type Foretold } from './residuals.ts';
import type { WaitModel } from './waitModel.ts';
import { modelQuantiles } from './waitQuantiles.ts';

/** What a wait behind so many callers was foretold as. */
export interface Prediction extends Foretold {
	ahead: number;
	basis: Basis;
}

/** `calibrated`: by waits that came true; `model`: too few have yet. */
export type Basis = 'calibrated' | 'model';

/** Turns the model's mean and deviation into quantiles that hold, separately for short and long lines. */
export class Calibration {
	#all = new Residuals();
	#byAhead = new Map<AheadBand, Residuals>();

	predict(ahead: number, model: WaitModel): Prediction {
		const own = this.#of(ahead);
		const known = [own, this.#all].find(({ count }) => count >= enough);
		if (known) return { ahead, model, said: known.quantiles(model), basis: 'calibrated' };
		return { ahead, model, said: modelQuantiles(model), basis: 'model' };
	}

	/** Somebody was answered after so long. */
	served(prediction: Prediction, waitSeconds: number): void {
		this.#of(prediction.ahead).add(waitSeconds, prediction);
		this.#all.add(waitSeconds, prediction);
	}

	/** Somebody gave up who would have been answered after so long. */
	wouldHaveBeen(prediction: Prediction, waitSeconds: number): void {
		this.#of(prediction.ahead).adjust(waitSeconds, prediction.said, ghostWeight);
		this.#all.adjust(waitSeconds, prediction.said, ghostWeight);
	}

	#of(ahead: number): Residuals {
		const band = aheadBand(ahead);
		const known = this.#byAhead.get(band) ?? new Residuals();
		this.#byAhead.set(band, known);
		return known;
	}
}

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
