import type { Arrival, SimulatedCall } from '#analysis/simulation/arrival.ts';
import { arrivalTimes } from '#analysis/simulation/arrivals.ts';
import { exponential, lognormal } from '#analysis/simulation/distributions.ts';
import { seededRandom, type Random } from '#analysis/simulation/random.ts';
import { simulateQueue } from '#analysis/simulation/simulateQueue.ts';
import type { PlannedSlot, PlanQuestion } from './staffPlan.ts';

/** What callers got, over simulated days: the mean, and the worst and best day of ten. */
export interface SimulatedDays {
	days: number;
	serviceLevel: Spread;
	meanWaitSeconds: Spread;
	/** null where the question knows no patience. */
	abandonment: Spread | null;
}

export interface Spread {
	mean: number;
	low: number;
	high: number;
}

/** Talk times spread like this in call centers: Brown et al. (2005) found lognormal times with about their mean as sd. */
const serviceVariation = 1.1;
/** So many calls at most, so that the answer comes at once. */
const mostCalls = 300_000;

/**
 * The plan tried out: calls by chance (Poisson) in each slot, talk times of a lognormal distribution, patience as the
 * question says (exponential), agents as present; one day after the other from an empty queue. null: nobody calls.
 * Erlang's formulas look at each slot as if it went on for ever; this does not.
 */
export function simulatedDays(
	slots: PlannedSlot[],
	question: PlanQuestion,
	seed: number
): SimulatedDays | null {
	const calls = slots.reduce((sum, slot) => sum + slot.calls, 0);
	if (calls === 0) return null;
	const days = Math.max(1, Math.min(200, Math.floor(mostCalls / calls)));
	const seen = Array.from({ length: days }, (_, day) =>
		simulatedDay(slots, question, seededRandom(seed, day))
	);
	const some = seen.filter(({ offered }) => offered > 0);
	if (some.length === 0) return null;
	return {
		days,
		serviceLevel: spread(some, ({ inTime, offered }) => inTime / offered),
		meanWaitSeconds: spread(some, ({ waitSeconds, offered }) => waitSeconds / offered),
		abandonment:
			question.patienceSeconds === null ? null : spread(some, ({ abandoned, offered }) => abandoned / offered)
	};
}

interface Day {
	offered: number;
	inTime: number;
	abandoned: number;
	waitSeconds: number;
}

function simulatedDay(slots: PlannedSlot[], question: PlanQuestion, random: Random): Day {
	const day: Day = { offered: 0, inTime: 0, abandoned: 0, waitSeconds: 0 };
	const staff = slots.map(({ startAt, present }) => ({ at: startAt, agents: present }));
	for (const call of simulateQueue({ arrivals: arrivals(slots, question, random), staff }))
		count(day, call, question);
	return day;
}

function* arrivals(slots: PlannedSlot[], question: PlanQuestion, random: Random): Generator<Arrival> {
	const talk = lognormal(question.ahtSeconds * 1000, serviceVariation);
	const patience = question.patienceSeconds === null ? null : exponential(question.patienceSeconds * 1000);
	const rates = slots.map(({ startAt, endAt, calls }) => ({ startAt, endAt, expected: calls }));
	for (const at of arrivalTimes(random, rates))
		yield {
			at,
			priority: 0,
			serviceMs: talk(random),
			wrapMs: 0,
			leaveAfterMs: patience ? patience(random) : Infinity,
			leaveAs: 'abandoned'
		};
}

function count(day: Day, call: SimulatedCall, { thresholdSeconds }: PlanQuestion): void {
	const until = call.answeredAt ?? call.endedAt;
	const waitSeconds = until === null ? 0 : (until - call.arrival.at) / 1000;
	day.offered++;
	day.waitSeconds += waitSeconds;
	if (call.outcome === 'answered' && waitSeconds <= thresholdSeconds) day.inTime++;
	if (call.outcome === 'abandoned') day.abandoned++;
}

function spread(days: Day[], of: (day: Day) => number): Spread {
	const values = days.map(of).sort((a, b) => a - b);
	const at = (share: number) => values[Math.round(share * (values.length - 1))] ?? 0;
	return { mean: values.reduce((sum, value) => sum + value, 0) / values.length, low: at(0.1), high: at(0.9) };
}
