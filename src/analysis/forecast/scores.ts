import { horizonGroups, type HorizonGroup } from './horizons.ts';
import type { MethodName } from './methodNames.ts';

/** How far a method was off, pooled over all intervals. Fractions, but `rmse`, which is calls; null: nothing to say. */
export interface MethodScores {
	/** Sum of absolute errors by sum of calls. */
	wape: number | null;
	/** Mean of absolute errors by calls, of the intervals that had any. */
	mape: number | null;
	/** Mean absolute error in units of the weekly naive one within the first days. */
	mase: number | null;
	rmse: number | null;
	/** `wape` by days ahead. */
	byHorizon: Partial<Record<HorizonGroup, number>>;
	/** The share of counts within the 80 % interval; null for methods that have none. */
	coverage80: number | null;
	coverage80ByHorizon: Partial<Record<HorizonGroup, number>>;
}

interface Sums {
	count: number;
	calls: number;
	error: number;
	square: number;
	relative: number;
	withCalls: number;
	inside: number;
	asked: number;
}

/** Adds up the errors of all methods. */
export class Scores {
	readonly #sums = new Map<string, Sums>();
	readonly #unit: number;

	/** `unit`: what MASE counts in, calls. */
	constructor(unit: number) {
		this.#unit = unit;
	}

	/** Forecasts of NaN are left out. `isInside`: whether the count is within the 80 % interval, where there is one. */
	add(method: MethodName, horizon: HorizonGroup, count: number, forecast: number, isInside?: boolean): void {
		if (Number.isNaN(forecast)) return;
		const sums = this.#of(method, horizon);
		const error = Math.abs(count - forecast);
		sums.count++;
		sums.calls += count;
		sums.error += error;
		sums.square += error ** 2;
		if (count > 0) {
			sums.withCalls++;
			sums.relative += error / count;
		}
		if (isInside === undefined) return;
		sums.asked++;
		if (isInside) sums.inside++;
	}

	result(): Record<MethodName, MethodScores> {
		const of = (method: MethodName) => this.#scores(method);
		return {
			seasonal_naive: of('seasonal_naive'),
			mean_4: of('mean_4'),
			median_8: of('median_8'),
			offpeak: of('offpeak')
		};
	}

	#scores(method: MethodName): MethodScores {
		const groups = horizonGroups.flatMap((group) => {
			const sums = this.#sums.get(`${method} ${group}`);
			return sums ? [{ group, sums }] : [];
		});
		const sum = (of: (sums: Sums) => number) => groups.reduce((total, { sums }) => total + of(sums), 0);
		const count = sum((sums) => sums.count);
		const error = sum((sums) => sums.error);
		const mase = ratio(ratio(error, count), this.#unit);
		const meanSquare = ratio(
			sum((sums) => sums.square),
			count
		);
		return {
			wape: ratio(
				error,
				sum((sums) => sums.calls)
			),
			mape: ratio(
				sum((sums) => sums.relative),
				sum((sums) => sums.withCalls)
			),
			mase,
			rmse: meanSquare === null ? null : Math.sqrt(meanSquare),
			byHorizon: byGroup(groups, ({ error, calls }) => ratio(error, calls)),
			coverage80: ratio(
				sum((sums) => sums.inside),
				sum((sums) => sums.asked)
			),
			coverage80ByHorizon: byGroup(groups, ({ inside, asked }) => ratio(inside, asked))
		};
	}

	#of(method: MethodName, horizon: HorizonGroup): Sums {
		const key = `${method} ${horizon}`;
		const none = { count: 0, calls: 0, error: 0, square: 0, relative: 0, withCalls: 0, inside: 0, asked: 0 };
		const sums = this.#sums.get(key) ?? none;
		this.#sums.set(key, sums);
		return sums;
	}
}

function byGroup(
	groups: readonly { group: HorizonGroup; sums: Sums }[],
	of: (sums: Sums) => number | null
): Partial<Record<HorizonGroup, number>> {
	return Object.fromEntries(
		groups.flatMap(({ group, sums }) => {
			const value = of(sums);
			return value === null ? [] : [[group, value]];
		})
	);
}

function ratio(part: number | null, whole: number): number | null {
	return part === null || !(whole > 0) ? null : part / whole;
}
