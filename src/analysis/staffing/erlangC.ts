import type { Service, Workload } from './service.ts';

/**
 * Waits of callers who never give up: M/M/n, Erlang (1917). `agents`: a whole number from 0. Where they cannot do the
 * work, every caller waits, and longer and longer: the waits are null.
 */
export function erlangC(
	agents: number,
	{ calls, intervalSeconds, ahtSeconds }: Workload,
	thresholdSeconds: number
): Service {
	const load = (calls * ahtSeconds) / intervalSeconds;
	if (load === 0)
		return {
			serviceLevel: null,
			meanWaitSeconds: null,
			occupancy: agents > 0 ? 0 : null,
			waitShare: null,
			abandonment: null
		};
	if (agents <= load)
		return {
			serviceLevel: 0,
			meanWaitSeconds: null,
			occupancy: agents > 0 ? 1 : null,
			waitShare: 1,
			abandonment: null
		};
	const waitShare = waitProbability(agents, load);
	const spare = (agents - load) / ahtSeconds;
	return {
		serviceLevel: 1 - waitShare * Math.exp(-spare * thresholdSeconds),
		meanWaitSeconds: waitShare / spare,
		occupancy: load / agents,
		waitShare,
		abandonment: null
	};
}

/** Erlang's C(n, a): the share of callers who find all of n agents busy under a load of `a` Erlang; n > a. */
export function waitProbability(agents: number, load: number): number {
	const blocked = blockedShare(agents, load);
	return blocked / (1 - (load / agents) * (1 - blocked));
}

/** Erlang's B by its recurrence, in which nothing grows: no factorial, no power. */
function blockedShare(agents: number, load: number): number {
	let blocked = 1;
	for (let n = 1; n <= agents; n++) blocked = (load * blocked) / (n + load * blocked);
	return blocked;
}
