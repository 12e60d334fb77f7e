import { erlangA } from './erlangA.ts';
import { erlangC } from './erlangC.ts';
import type { Service, Workload } from './service.ts';

export interface StaffingGoal {
	/** At least the share `target` of callers are answered within so many seconds. */
	thresholdSeconds: number;
	/** 0 to below 1. */
	target: number;
	/** Mean; Erlang A with it, Erlang C without. */
	patienceSeconds?: number | null;
	/** Share of paid time in which agents do not take calls, 0 to below 1. Default 0. */
	shrinkage?: number;
	/** No agent is busier than this, above 0 to 1. Default 1. */
	maxOccupancy?: number;
}

export interface Staffing extends Service {
	/** The fewest who reach the goal. */
	agents: number;
	/** So many must be on the plan. */
	scheduledAgents: number;
}

/** The fewest agents who reach the goal, and what callers get with them. */
export function staffing(work: Workload, goal: StaffingGoal): Staffing {
	const { shrinkage = 0 } = goal;
	const load = (work.calls * work.ahtSeconds) / work.intervalSeconds;
	// Without patience fewer can never do the work; with it, fewer cannot answer the share that the target asks for.
	const atLeast = goal.patienceSeconds ? Math.max(0, Math.floor(goal.target * load) - 1) : Math.floor(load);
	const agents = fewest(atLeast, (agents) => reaches(service(agents, work, goal), goal));
	const scheduledAgents = Math.max(0, Math.ceil(agents / (1 - shrinkage) - slack));
	return { agents, scheduledAgents, ...service(agents, work, goal) };
}

/** What callers get with so many agents: a whole number, from 0. */
export function service(
	agents: number,
	work: Workload,
	{ thresholdSeconds, patienceSeconds }: Pick<StaffingGoal, 'thresholdSeconds' | 'patienceSeconds'>
): Service {
	if (!patienceSeconds || agents === 0) return erlangC(agents, work, thresholdSeconds);
	return erlangA(agents, work, { thresholdSeconds, patienceSeconds });
}

/** Numbers that are equal on paper are not always in a computer: 35.7 / 0.85 is 42 and a trace. */
const slack = 1e-9;

function reaches({ serviceLevel, occupancy }: Service, { target, maxOccupancy = 1 }: StaffingGoal): boolean {
	// Nobody calls: nobody is needed.
	if (serviceLevel === null) return true;
	return serviceLevel >= target - slack && (occupancy ?? 1) <= maxOccupancy + slack;
}

/** The least whole number that is enough, where every larger one is too; known not to be below `atLeast`. */
function fewest(atLeast: number, isEnough: (agents: number) => boolean): number {
	if (isEnough(atLeast)) return atLeast;
	let tooFew = atLeast;
	let step = 1;
	for (; !isEnough(tooFew + step); step *= 2) tooFew += step;
	let enough = tooFew + step;
	while (enough - tooFew > 1) {
		const middle = Math.floor((tooFew + enough) / 2);
		if (isEnough(middle)) enough = middle;
		else tooFew = middle;
	}
	return enough;
}
