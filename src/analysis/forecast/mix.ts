import type { DayOutlook } from './dayFollower.ts';
import { horizonGroup, horizonGroups, type HorizonGroup } from './horizons.ts';
import { naiveMethods, type NaiveMethod } from './naiveWeek.ts';
import type { ReplayedDay } from './replay.ts';

/** How the calls of a day some days ahead are told: from the model and the like days together, or naively. */
export interface Mix {
	method: 'offpeak' | NaiveMethod;
	/** The model's part, 0 to 1; the rest is the like days'. */
	model: number;
}

/** Half and half is what combinations are hard to beat with (Clemen 1989), so evidence moves it slowly. */
const usualPart = 0.5;
const parts = [0, 0.25, 0.5, 0.75, 1];
/** So many replayed days count as much as the belief in half and half. */
const beliefDays = 70;
/** A naive method takes over when it has been better by 2 % over three weeks of days, and in both halves; of several the best. */
const clearlyBetter = 0.98;
const enoughDays = 21;

/** What has been best for each group of horizons in the replayed weeks; in groups nobody saw, what was on all. */
export function chooseMixes(replayed: readonly ReplayedDay[]): ReadonlyMap<HorizonGroup, Mix> {
	const tried = replayed.map(tryAll);
	const overall = chooseMix(tried, usualPart);
	return new Map(
		horizonGroups.map((group) => {
			const days = tried.filter(({ ahead }) => horizonGroup(ahead) === group);
			return [group, days.length === 0 ? overall : chooseMix(days, overall.model)];
		})
	);
}

/** The calls by slot; what the like days or the naive method do not know, the model does. */
export function mixed(
	{ byModel, byLikeDays, naive }: DayOutlook & { naive: Record<NaiveMethod, Float64Array> },
	{ method, model }: Mix
): Float64Array {
	const other = method === 'offpeak' ? byLikeDays : naive[method];
	const part = method === 'offpeak' ? model : 0;
	const calls = new Float64Array(byModel.length);
	for (let slot = 0; slot < calls.length; slot++) {
		const own = byModel[slot] ?? 0;
		calls[slot] = part * own + (1 - part) * known(other[slot], own);
	}
	return calls;
}

/** What each way would have been wrong by on a replayed day, in calls. */
interface TriedDay {
	ahead: number;
	byPart: number[];
	byNaive: number[];
}

function tryAll({ ahead, counts, byModel, byLikeDays, naive }: ReplayedDay): TriedDay {
	const lossOf = (other: Float64Array, part: number) => {
		let loss = 0;
		for (let slot = 0; slot < counts.length; slot++) {
			const count = counts[slot] ?? NaN;
			const calls = byModel[slot] ?? 0;
			if (!Number.isNaN(count))
				loss += Math.abs(count - part * calls - (1 - part) * known(other[slot], calls));
		}
		return loss;
	};
	return {
		ahead,
		byPart: parts.map((part) => lossOf(byLikeDays, part)),
		byNaive: naiveMethods.map((method) => lossOf(naive[method], 0))
	};
}

function chooseMix(days: readonly TriedDay[], belief: number): Mix {
	const losses = lossOfParts(days);
	const best = parts[losses.indexOf(Math.min(...losses))] ?? usualPart;
	const model = (best * days.length + belief * beliefDays) / (days.length + beliefDays);
	const half = days.length >> 1;
	const halves = [days.slice(0, half), days.slice(half)].map((part) => ({
		ours: between(lossOfParts(part), model),
		naive: naiveMethods.map((_, i) => total(part, ({ byNaive }) => byNaive[i] ?? 0))
	}));
	const [winner] = naiveMethods
		.map((method, i) => ({
			method,
			losses: halves.map(({ naive }) => naive[i] ?? Infinity),
			loss: total(days, ({ byNaive }) => byNaive[i] ?? 0)
		}))
		.filter(({ losses }) => losses.every((loss, half) => loss < clearlyBetter * (halves[half]?.ours ?? 0)))
		.sort((a, b) => a.loss - b.loss);
	return { method: days.length < enoughDays ? 'offpeak' : (winner?.method ?? 'offpeak'), model };
}

function lossOfParts(days: readonly TriedDay[]): number[] {
	return parts.map((_, i) => total(days, ({ byPart }) => byPart[i] ?? 0));
}

/** The loss at a part between two that were tried: absolute errors are convex, so it is no more than this. */
function between(losses: readonly number[], model: number): number {
	const place = model * (parts.length - 1);
	const low = losses[Math.floor(place)] ?? 0;
	const high = losses[Math.ceil(place)] ?? 0;
	return low + (high - low) * (place - Math.floor(place));
}

function total(days: readonly TriedDay[], loss: (day: TriedDay) => number): number {
	return days.reduce((all, day) => all + loss(day), 0);
}

function known(value: number | undefined, otherwise: number): number {
	return value === undefined || Number.isNaN(value) ? otherwise : value;
}
