import type { Service, Workload } from './service.ts';
import { stationary } from './stationary.ts';

/**
 * Waits of callers who give up after an exponential patience: M/M/n+M, Palm (1957), Garnett, Mandelbaum & Reiman (2002).
 * `agents`: a whole number from 1; `patienceSeconds`: mean, above 0. Never without an end: who is impatient keeps the
 * queue short.
 */
export function erlangA(
	agents: number,
	{ calls, intervalSeconds, ahtSeconds }: Workload,
	{ thresholdSeconds, patienceSeconds }: { thresholdSeconds: number; patienceSeconds: number }
): Service {
	if (calls === 0)
		return { serviceLevel: null, meanWaitSeconds: null, occupancy: 0, waitShare: null, abandonment: null };
	const arrival = calls / intervalSeconds;
	const service = agents / ahtSeconds;
	const leaving = 1 / patienceSeconds;
	const out = (n: number) => (n <= agents ? n / ahtSeconds : service + (n - agents) * leaving);
	const peak = Math.floor(
		arrival <= service ? arrival * ahtSeconds : agents + (arrival - service) * patienceSeconds
	);
	const { first, shares } = stationary(peak, (n) => arrival / out(n));

	const inTimeBehind = answeredInTime(agents, {
		ahtSeconds,
		thresholdSeconds,
		patienceSeconds,
		mostAhead: first + shares.length - 1 - agents
	});
	let waitShare = 0;
	let inQueue = 0;
	let inTime = 0;
	shares.forEach((share, i) => {
		const ahead = first + i - agents;
		if (ahead < 0) inTime += share;
		else {
			waitShare += share;
			inQueue += share * ahead;
			inTime += share * (inTimeBehind[ahead] ?? 0);
		}
	});
	const abandonment = (inQueue * leaving) / arrival;
	return {
		// Sums of many shares may come out a trace above 1.
		serviceLevel: Math.min(1, inTime),
		meanWaitSeconds: inQueue / arrival,
		occupancy: Math.min(1, (arrival * (1 - abandonment)) / service),
		waitShare: Math.min(1, waitShare),
		abandonment
	};
}

/**
 * By the number ahead in the queue, the share of callers who are answered within the threshold. The wait of one who
 * stays is a sum of exponential steps at the rates service + j leaving, j = 0 … ahead. It is longer than t if and only if
 * a negative binomial count with c = service / leaving and chance exp(-t leaving) is at most `ahead`; that one has also
 * stayed turns c into c + 1 and costs the factor c / (c + ahead + 1).
 */
function answeredInTime(
	agents: number,
	{ ahtSeconds, thresholdSeconds, patienceSeconds, mostAhead }: Threshold
): Float64Array {
	const c = (agents * patienceSeconds) / ahtSeconds;
	const chance = -Math.expm1(-thresholdSeconds / patienceSeconds);
	// The counts' shares by their recurrence; `scale` keeps their size apart, which begins near 0.
	let logScale = (-(c + 1) * thresholdSeconds) / patienceSeconds;
	let scale = Math.exp(logScale);
	let share = 1;
	let sum = 1;
	const shares = new Float64Array(Math.max(0, mostAhead + 1));
	for (let ahead = 0; ahead <= mostAhead; ahead++) {
		if (ahead > 0) {
			share *= ((c + ahead) / ahead) * chance;
			sum += share;
		}
		if (sum > large) {
			share /= large;
			sum /= large;
			logScale += Math.log(large);
			scale = Math.exp(logScale);
		}
		const inTime = 1 - sum * scale;
		// Behind more, nobody is answered in time.
		if (inTime < negligible) break;
		shares[ahead] = (inTime * c) / (c + ahead + 1);
	}
	return shares;
}

interface Threshold {
	ahtSeconds: number;
	thresholdSeconds: number;
	patienceSeconds: number;
	/** The longest queue that counts. */
	mostAhead: number;
}

const large = 1e200;
const negligible = 1e-13;
