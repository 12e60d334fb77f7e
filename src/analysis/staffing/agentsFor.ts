import type { Workload } from './service.ts';
import { staffing, type StaffingGoal } from './staffing.ts';

/**
 * The fewest agents who reach the goal, for many intervals of the same length: what `staffing` says of each. More calls
 * never need fewer agents, so between two that need the same nothing has to be computed.
 */
export function agentsFor(
	calls: readonly number[],
	work: Omit<Workload, 'calls'>,
	goal: StaffingGoal
): number[] {
	const order = calls.map((_, i) => i).sort((a, b) => (calls[a] ?? 0) - (calls[b] ?? 0));
	const agents = new Array<number>(calls.length).fill(0);
	const needed = (place: number) => {
		const at = order[place] ?? 0;
		return (agents[at] = staffing({ ...work, calls: calls[at] ?? 0 }, goal).agents);
	};
	const between = (low: number, lowest: number, high: number, highest: number): void => {
		if (high - low < 2) return;
		const middle = (low + high) >> 1;
		if (lowest === highest) {
			for (let place = low + 1; place < high; place++) agents[order[place] ?? 0] = lowest;
			return;
		}
		const found = needed(middle);
		between(low, lowest, middle, found);
		between(middle, found, high, highest);
	};
	if (calls.length > 0) between(0, needed(0), calls.length - 1, needed(calls.length - 1));
	return agents;
}
