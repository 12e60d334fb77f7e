import { weekendHoliday } from './dayFacts.ts';
import { posterior, type Posterior } from './posterior.ts';

/** A special day that was seen. */
export interface EffectDay {
	effects: readonly string[];
	/** Of a holiday: what comes again under the same name may have an effect of its own. */
	name: string | null;
	/** What it brought less what an ordinary day would have, on the scale on which effects add up. */
	left: number;
	/** Variance that counting alone gives it. */
	noise: number;
}

export interface Effect {
	mean: number;
	sd: number;
	/** How many days are behind it. */
	days: number;
	/** For intervals by Student's t. */
	degrees: number;
}

export interface KindEffects {
	/** Of a kind by itself, beside the others that its days have too; null for one never seen. */
	of: (kind: string) => Effect | null;
	/** Of a day to come, its own chance included; null where one of its kinds was never seen. */
	on: (effects: readonly string[], name: string | null) => Effect | null;
}

/** How far effects are from nothing before a day was seen, as standard deviations: what pulls rare kinds to 1. */
const usual = 0.15;
const beliefs: Record<string, number> = {
	holiday: 0.5,
	[weekendHoliday]: 0.5,
	make_up_workday: 0.3,
	bridge: 0.3
};
const ownBelief = 0.3;
const known = ['before_holiday', 'after_holiday', 'month_end', 'first_business_day', 'last_business_day'];

/** Before a kind has days of its own, its spread is taken for that of ordinary days with so many days' certainty. */
const assumedDegrees = 4;
/** A day that is further from its effects than so many standard deviations counts the less for it. */
const cut = 3;

/** Tried one after the other, twice: how much holidays differ by name, and how much wilder than ordinary days they are. */
const grids = { name: [0.001, 0.05, 0.1, 0.2, 0.4], rest: [1, 1.5, 2.2, 3.3, 5], work: [1, 1.25, 1.6, 2.2] };
type Spreads = Record<keyof typeof grids, number>;

/**
 * The effects of kinds of days, pooled: each is believed to be about nothing until its days say otherwise, and several
 * that fall on one day share it. `sd` is that of ordinary days. `restShift` is how far days of rest are from workdays
 * (zero where the line is closed on them): what a holiday does is believed to be about that (Barrow and Kourentzes 2018
 * find such simple codings as good as any; the shrinkage is Prophet's, a normal prior by kind). `reach` widens what is
 * believed possible.
 */
export function kindEffects(
	days: readonly EffectDay[],
	{ sd, restShift, reach }: { sd: number; restShift: number; reach: number }
): KindEffects {
	const kinds = [...new Set(days.flatMap(({ effects }) => effects))];
	const names = [...new Set(days.flatMap(({ name }) => name ?? []))];
	const place = new Map([...kinds, ...names.map((name) => `name ${name}`)].map((key, i) => [key, i]));
	const numbers = days.map(({ effects, name }) =>
		[...effects, `name ${name ?? ''}`].flatMap((key) => place.get(key) ?? [])
	);
	const isRest = days.map(({ effects }) => restful(effects));
	const inflated = new Float64Array(days.length).fill(1);

	const solve = (spreads: Spreads): Posterior =>
		posterior(
			[
				...kinds.map((kind) => ({
					mean: kind === 'holiday' ? restShift : 0,
					variance: (reach * beliefOf(kind)) ** 2
				})),
				...names.map(() => ({ mean: 0, variance: spreads.name ** 2 }))
			],
			days.map(({ left, noise }, i) => ({
				effects: numbers[i] ?? [],
				left,
				variance: varianceOf(spreads, isRest[i] ?? false, noise) * (inflated[i] ?? 1)
			}))
		);
	const varianceOf = (spreads: Spreads, rest: boolean, noise: number) =>
		(sd * (rest ? spreads.rest : spreads.work)) ** 2 + noise;

	const spreads = bestSpreads(solve);
	let found = solve(spreads);
	days.forEach(({ left, noise }, i) => {
		const expected = (numbers[i] ?? []).reduce((sum, k) => sum + (found.mean[k] ?? 0), 0);
		const size = Math.abs(left - expected) / Math.sqrt(varianceOf(spreads, isRest[i] ?? false, noise));
		inflated[i] = Math.max(1, (size / cut) ** 2);
	});
	if (inflated.some((factor) => factor > 1)) found = solve(spreads);
	const countOf = (kind: string) => days.filter(({ effects }) => effects.includes(kind)).length;
	const sumOf = (keys: number[]) => {
		const mean = keys.reduce((sum, k) => sum + (found.mean[k] ?? 0), 0);
		const variance = keys.reduce(
			(sum, i) => sum + keys.reduce((part, j) => part + (found.covariance[i]?.[j] ?? 0), 0),
			0
		);
		return { mean, variance };
	};
	return {
		of: (kind) => {
			const at = place.get(kind);
			if (at === undefined) return null;
			const { mean, variance } = sumOf([at]);
			const count = countOf(kind);
			return { mean, sd: Math.sqrt(variance), days: count, degrees: assumedDegrees + count - 1 };
		},
		on: (effects, name) => {
			const keys = effects.map((kind) => place.get(kind));
			if (keys.some((key) => key === undefined)) return null;
			const own = place.get(`name ${name ?? ''}`);
			const { mean, variance } = sumOf([...keys, own].filter((key) => key !== undefined));
			const rest = restful(effects);
			// A holiday that was never seen differs from the others as they do among themselves.
			const unnamed = rest && own === undefined ? spreads.name ** 2 : 0;
			const count = Math.min(...effects.map(countOf));
			return {
				mean,
				sd: Math.sqrt(variance + varianceOf(spreads, rest, 0) + unnamed),
				days: count,
				degrees: assumedDegrees + count - 1
			};
		}
	};
}

function restful(effects: readonly string[]): boolean {
	return effects.includes('holiday') || effects.includes(weekendHoliday);
}

function beliefOf(kind: string): number {
	return beliefs[kind] ?? (known.includes(kind) ? usual : ownBelief);
}

/** Those under which the days are likeliest; wilder ones must be markedly likelier. */
function bestSpreads(solve: (spreads: Spreads) => Posterior): Spreads {
	const best: Spreads = { name: 0.1, rest: 1.5, work: 1 };
	for (const key of ['rest', 'name', 'work', 'rest', 'name'] as const) {
		let highest = -Infinity;
		let chosen = best[key];
		for (const value of grids[key]) {
			const { evidence } = solve({ ...best, [key]: value });
			if (evidence > highest + 0.5) [highest, chosen] = [evidence, value];
		}
		best[key] = chosen;
	}
	return best;
}
