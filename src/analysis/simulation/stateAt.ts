import type { Arrival, SimulatedCall } from './arrival.ts';

/** A call as it stood at an instant after its arrival: what came then or later has not happened yet. */
export function stateAt<A extends Arrival>(call: SimulatedCall<A>, at: number): SimulatedCall<A> {
	const isEnded = call.endedAt !== null && call.endedAt < at;
	if (isEnded || call.outcome === 'waiting') return call;
	if (call.answeredAt !== null && call.answeredAt < at) return { ...call, endedAt: null };
	return { ...call, answeredAt: null, endedAt: null, agent: null, outcome: 'waiting' };
}
