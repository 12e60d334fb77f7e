import type { Workload } from './service.ts';
import { service } from './staffing.ts';

const longestSeconds = 3600;

/**
 * The wait in seconds by which half of all callers are answered with so many agents (Erlang C, or A with patience);
 * where that takes more than an hour or never happens, the mean wait, and null where that has no end.
 */
export function medianWait(
	agents: number,
	work: Workload,
	patienceSeconds: number | null = null
): number | null {
	const within = (thresholdSeconds: number) =>
		service(agents, work, { thresholdSeconds, patienceSeconds }).serviceLevel ?? 1;
	if (within(0) >= 0.5) return 0;
	if (within(longestSeconds) < 0.5)
		return service(agents, work, { thresholdSeconds: 0, patienceSeconds }).meanWaitSeconds;
	let [short, long] = [0, longestSeconds];
	while (long - short > 0.5) {
		const middle = (short + long) / 2;
		if (within(middle) >= 0.5) long = middle;
		else short = middle;
	}
	return long;
}
