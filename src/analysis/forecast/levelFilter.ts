import type { DayTerms, Term } from './dayTerms.ts';
import { addScaled } from './vector.ts';

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
	/** Rows of a symmetric matrix, of which only what is on the diagonal and before it is kept up. */
	readonly #cov: Float64Array;
	readonly #cross: Float64Array;
	readonly #size: number;
	readonly #rest: Restlessness;
	readonly #likes: number;
	#surprises = 0;
	/** What the day that was learned last has for itself, and how much of its variance is known by that. */
	#today = { own: 0, known: 0 };

	constructor(terms: readonly Term[], start: number, rest: Restlessness) {
		const size = ownStates + terms.length;
		this.#size = size;
		this.#rest = rest;
		this.#mean = Float64Array.from([start, 0, 0, ...terms.map(({ mean }) => mean)]);
		this.#cross = new Float64Array(size);
		this.#cov = new Float64Array(size * size);
		const waves = rest.course;
		const variances = terms.map(
			({ kind, sd }) => sd ** 2 * (kind === 'month' || kind === 'year' ? waves : 1)
		);
		[0.1, rest.slope, rest.swing, ...variances].forEach((variance, i) => this.#add(i, i, variance));
		this.#likes = terms.filter(({ kind }) => kind === 'like').length;
	}

	/** One night passes. */
	step(): void {
		this.#today = { own: 0, known: 0 };
		const { level, swing, memory, slope } = this.#rest;
		if (slope > 0) this.#drift();
		this.#shrink(swingAt, memory);
		this.#mean[levelAt] = this.level + this.#state(slopeAt);
		this.#mean[slopeAt] = this.#state(slopeAt) * slopeMemory;
		this.#mean[swingAt] = this.#state(swingAt) * memory;
		this.#add(levelAt, levelAt, level);
		this.#add(slopeAt, slopeAt, slope * (1 - slopeMemory ** 2));
		this.#add(swingAt, swingAt, swing * (1 - memory ** 2));
		for (let i = ownStates; i < ownStates + this.#likes; i++) this.#add(i, i, likeDrift);
	}

	/**
	 * Learns the log of a day's calls, `noise` being the variance it has beside `Restlessness.day`. Returns how far
	 * the day was believed: 1, or less for a surprise.
	 */
	learn(terms: DayTerms, logCalls: number, noise: number): number {
		const { at, weights, noise: special } = terms;
		const cross = this.#cross.fill(0);
		this.#addRow(levelAt, 1);
		this.#addRow(swingAt, 1);
		for (let k = 0; k < at.length; k++) this.#addRow(ownStates + (at[k] ?? 0), weights[k] ?? 0);
		let variance = (cross[levelAt] ?? 0) + (cross[swingAt] ?? 0) + this.#rest.day + special + noise;
		for (let k = 0; k < at.length; k++)
			variance += (cross[ownStates + (at[k] ?? 0)] ?? 0) * (weights[k] ?? 0);
		const error = logCalls - this.expectNow(terms);
		const size = Math.abs(error) / Math.sqrt(variance);
		this.loss += Math.log(variance) + (size < surprise ? size ** 2 : surprise * (2 * size - surprise));
		const believed = this.#believe(error, size);
		variance /= believed ** 2;
		const own = this.#rest.day + special;
		this.#today = { own: (own / variance) * error, known: own ** 2 / variance };
		addScaled(this.#mean, cross, error / variance);
		this.#learned(variance);
		return believed;
	}

	/** The load of a day `ahead` nights from now; 0: the day that was learned last, as far as it was known. */
	expect({ at, weights, noise }: DayTerms, ahead: number): LogLoad {
		const { level, swing, memory } = this.#rest;
		const kept = memory ** ahead;
		const states = [levelAt, slopeAt, swingAt, ...at.map((term) => ownStates + term)];
		const factors = [1, fadingSum(ahead), kept, ...weights];
		const today = ahead === 0 ? this.#today : { own: 0, known: 0 };
		let mean = today.own;
		let variance = noise - today.known + ahead * level + swing * (1 - kept ** 2);
		for (let a = 0; a < states.length; a++) {
			const i = states[a] ?? 0;
			const factor = factors[a] ?? 0;
			mean += this.#state(i) * factor;
			let sum = this.#covariance(i, i) * factor;
			for (let b = 0; b < a; b++) sum += 2 * this.#covariance(i, states[b] ?? 0) * (factors[b] ?? 0);
			variance += sum * factor;
		}
		return { mean, variance: Math.max(variance, -this.#rest.day) };
	}

	/** The log of the calls of a day that is here. */
	expectNow({ at, weights }: DayTerms): number {
		let mean = this.level + this.#state(swingAt);
		for (let k = 0; k < at.length; k++) mean += this.effect(at[k] ?? 0) * (weights[k] ?? 0);
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

	/** The level takes on what the slope says, and the slope fades. */
	#drift(): void {
		const cov = this.#cov;
		const size = this.#size;
		this.#add(levelAt, levelAt, 2 * this.#covariance(slopeAt, levelAt) + this.#covariance(slopeAt, slopeAt));
		for (let j = slopeAt; j < size; j++) this.#add(j, levelAt, cov[j * size + slopeAt] ?? 0);
		this.#shrink(slopeAt, slopeMemory);
	}

	/** A state becomes so much smaller. */
	#shrink(state: number, factor: number): void {
		const cov = this.#cov;
		const size = this.#size;
		for (let j = 0; j <= state; j++) cov[state * size + j] = (cov[state * size + j] ?? 0) * factor;
		for (let j = state; j < size; j++) cov[j * size + state] = (cov[j * size + state] ?? 0) * factor;
	}

	/** Adds a state's covariances with all others to `#cross`. */
	#addRow(state: number, factor: number): void {
		const cov = this.#cov;
		const cross = this.#cross;
		const size = this.#size;
		const row = state * size;
		for (let j = 0; j <= state; j++) cross[j] = (cross[j] ?? 0) + factor * (cov[row + j] ?? 0);
		for (let j = state + 1; j < size; j++) cross[j] = (cross[j] ?? 0) + factor * (cov[j * size + state] ?? 0);
	}

	/** What is known now is known better: half of the symmetric matrix will do. */
	#learned(variance: number): void {
		const cov = this.#cov;
		const cross = this.#cross;
		const size = this.#size;
		for (let i = 0; i < size; i++) {
			const factor = (cross[i] ?? 0) / variance;
			if (factor === 0) continue;
			const row = i * size;
			for (let j = 0; j <= i; j++) cov[row + j] = (cov[row + j] ?? 0) - factor * (cross[j] ?? 0);
		}
	}

	/** `i` and `j` in any order. */
	#covariance(i: number, j: number): number {
		return this.#cov[i >= j ? i * this.#size + j : j * this.#size + i] ?? 0;
	}

	/** To the covariance of `i` and `j`, of which `i` is no smaller. */
	#add(i: number, j: number, value: number): void {
		const at = i * this.#size + j;
		this.#cov[at] = (this.#cov[at] ?? 0) + value;
	}

	#state(i: number): number {
		return this.#mean[i] ?? 0;
	}
}

/** What a slope of 1 adds in so many nights while it fades. */
function fadingSum(nights: number): number {
	return (slopeMemory * (1 - slopeMemory ** nights)) / (1 - slopeMemory);
}
