import type { DayTerms, Term } from './dayTerms.ts';
import { addScaled, scale } from './vector.ts';

/** How restless a line is. All are variances of the log of a day's calls but `memory`. */
export interface Restlessness {
	/** Of the steps that the level takes from day to day and keeps. */
	level: number;
	/** Of the swing that dies away, and the share of it that is left a day later. */
	swing: number;
	memory: number;
	/** Of the slope, as a drift by day that fades within weeks; 0: there is no trend. */
	slope: number;
	/** Of what one day has for itself, beside the chance of counting. */
	day: number;
	/** Of the course of the month and the year. */
	course: number;
}

/** The log of a day's calls: `mean` and `variance` of what is expected, without what the day has for itself. */
export interface LogLoad {
	mean: number;
	variance: number;
}

const slopeMemory = 0.98;
/** Weekdays change their ways, too: by some 3 % in a year. */
const likeDrift = 2e-6;
/** An innovation beyond so many standard deviations is believed only in part; a fourth one in a row is a new level. */
const surprise = 3;
const newLevelAfter = 4;
const [levelAt, slopeAt, swingAt, ownStates] = [0, 1, 2, 3];

/**
 * The day model, log(calls) = level + swing + terms + noise, followed day by day with a Kalman filter of scalar
 * observations (Durbin & Koopman 2012, ch. 4 and 6.4: no matrix is inverted). The beliefs about the terms are
 * their pooling: an effect seen twice moves only as far as its spread among other lines lets it.
 */
export class LevelFilter {
	/** Minus twice the log likelihood of all days so far, up to a constant; surprises count linearly (Huber). */
	loss = 0;
	readonly #mean: Float64Array;
	readonly #cov: Float64Array[];
	readonly #cross: Float64Array;
	readonly #rest: Restlessness;
	readonly #likes: number;
	#surprises = 0;
	/** What the day that was learned last has for itself, and how much of its variance is known by that. */
	#today = { own: 0, known: 0 };

	constructor(terms: readonly Term[], start: number, rest: Restlessness) {
		const size = ownStates + terms.length;
		this.#rest = rest;
		this.#mean = Float64Array.from([start, 0, 0, ...terms.map(({ mean }) => mean)]);
		this.#cross = new Float64Array(size);
		const waves = rest.course;
		const variances = terms.map(
			({ kind, sd }) => sd ** 2 * (kind === 'month' || kind === 'year' ? waves : 1)
		);
		this.#cov = [0.1, rest.slope, rest.swing, ...variances].map((variance, i) => {
			const row = new Float64Array(size);
			row[i] = variance;
			return row;
		});
		this.#likes = terms.filter(({ kind }) => kind === 'like').length;
	}

	/** One night passes. */
	step(): void {
		this.#today = { own: 0, known: 0 };
		const { level, swing, memory, slope } = this.#rest;
		const [levelRow, slopeRow, swingRow] = [this.#row(levelAt), this.#row(slopeAt), this.#row(swingAt)];
		if (slope > 0) {
			addScaled(levelRow, slopeRow, 1);
			for (const row of this.#cov) row[levelAt] = (row[levelAt] ?? 0) + (row[slopeAt] ?? 0);
			scale(slopeRow, slopeMemory);
		}
		scale(swingRow, memory);
		for (const row of this.#cov) {
			row[slopeAt] = (row[slopeAt] ?? 0) * slopeMemory;
			row[swingAt] = (row[swingAt] ?? 0) * memory;
		}
		this.#mean[levelAt] = this.level + this.#state(slopeAt);
		this.#mean[slopeAt] = this.#state(slopeAt) * slopeMemory;
		this.#mean[swingAt] = this.#state(swingAt) * memory;
		levelRow[levelAt] = (levelRow[levelAt] ?? 0) + level;
		slopeRow[slopeAt] = (slopeRow[slopeAt] ?? 0) + slope * (1 - slopeMemory ** 2);
		swingRow[swingAt] = (swingRow[swingAt] ?? 0) + swing * (1 - memory ** 2);
		for (let i = ownStates; i < ownStates + this.#likes; i++) {
			const row = this.#row(i);
			row[i] = (row[i] ?? 0) + likeDrift;
		}
	}

	/**
	 * Learns the log of a day's calls, `noise` being the variance it has beside `Restlessness.day`. Returns how far
	 * the day was believed: 1, or less for a surprise.
	 */
	learn(terms: DayTerms, logCalls: number, noise: number): number {
		const { at, weights, noise: special } = terms;
		const cross = this.#cross.fill(0);
		addScaled(cross, this.#row(levelAt), 1);
		addScaled(cross, this.#row(swingAt), 1);
		at.forEach((term, k) => addScaled(cross, this.#row(ownStates + term), weights[k] ?? 0));
		let variance = (cross[levelAt] ?? 0) + (cross[swingAt] ?? 0) + this.#rest.day + special + noise;
		at.forEach((term, k) => (variance += (cross[ownStates + term] ?? 0) * (weights[k] ?? 0)));
		const error = logCalls - this.expectNow(terms);
		const size = Math.abs(error) / Math.sqrt(variance);
		this.loss += Math.log(variance) + (size < surprise ? size ** 2 : surprise * (2 * size - surprise));
		const believed = this.#believe(error, size);
		variance /= believed ** 2;
		const own = this.#rest.day + special;
		this.#today = { own: (own / variance) * error, known: own ** 2 / variance };
		addScaled(this.#mean, cross, error / variance);
		this.#cov.forEach((row, i) => {
			const factor = (cross[i] ?? 0) / variance;
			if (factor !== 0) addScaled(row, cross, -factor);
		});
		return believed;
	}

	/** The load of a day `ahead` nights from now; 0: the day that was learned last, as far as it was known. */
	expect({ at, weights, noise }: DayTerms, ahead: number): LogLoad {
		const { level, swing, memory } = this.#rest;
		const kept = memory ** ahead;
		const drift = fadingSum(ahead);
		const states = [levelAt, slopeAt, swingAt, ...at.map((term) => ownStates + term)];
		const factors = [1, drift, kept, ...weights];
		const today = ahead === 0 ? this.#today : { own: 0, known: 0 };
		let mean = today.own;
		let variance = noise - today.known + ahead * level + swing * (1 - kept ** 2);
		states.forEach((i, a) => {
			mean += this.#state(i) * (factors[a] ?? 0);
			const row = this.#row(i);
			let sum = 0;
			states.forEach((j, b) => (sum += (row[j] ?? 0) * (factors[b] ?? 0)));
			variance += sum * (factors[a] ?? 0);
		});
		return { mean, variance: Math.max(variance, -this.#rest.day) };
	}

	/** The log of the calls of a day that is here. */
	expectNow({ at, weights }: DayTerms): number {
		let mean = this.level + this.#state(swingAt);
		at.forEach((term, k) => (mean += this.effect(term) * (weights[k] ?? 0)));
		return mean;
	}

	get level(): number {
		return this.#state(levelAt);
	}

	/** The level so many nights from now, as its slope has it. */
	levelAhead(nights: number): number {
		return this.level + fadingSum(nights) * this.#state(slopeAt);
	}

	/** The effect of a term on the log of a day's calls, as it is known now. */
	effect(term: number): number {
		return this.#state(ownStates + term);
	}

	#believe(error: number, size: number): number {
		if (size <= surprise) {
			this.#surprises = 0;
			return 1;
		}
		const sign = Math.sign(error);
		this.#surprises = Math.sign(this.#surprises) === sign ? this.#surprises + sign : sign;
		return Math.abs(this.#surprises) < newLevelAfter ? surprise / size : 1;
	}

	#state(i: number): number {
		return this.#mean[i] ?? 0;
	}

	#row(i: number): Float64Array {
		return this.#cov[i] ?? this.#cross;
	}
}

/** What a slope of 1 adds in so many nights while it fades. */
function fadingSum(nights: number): number {
	return (slopeMemory * (1 - slopeMemory ** nights)) / (1 - slopeMemory);
}
