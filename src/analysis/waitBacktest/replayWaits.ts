import { callEvents, type TimedCall } from '../waitEstimate/callEvents.ts';
import { createWaitEstimator, type WaitEstimate } from '../waitEstimate/createWaitEstimator.ts';
import { Rivals, type RivalEstimates } from './rivals.ts';

/** What a caller would have been told on arrival, by each method. */
export interface Told<C extends TimedCall> {
	call: C;
	estimate: WaitEstimate | null;
	rivals: RivalEstimates;
}

/**
 * Goes through one queue's calls as they happened and asks for an estimate at every arrival, before anything else that
 * happens at that instant or later is known. In order of arrival; ids must differ.
 */
export function* replayWaits<C extends TimedCall>(calls: readonly C[]): Generator<Told<C>, void, undefined> {
	const byId = new Map(calls.map((call) => [call.id, call]));
	const estimator = createWaitEstimator();
	const rivals = new Rivals();
	for (const event of callEvents(calls)) {
		const call = event.kind === 'enqueued' ? byId.get(event.id) : undefined;
		if (call) {
			const estimate = estimator.estimate(event.at, { priority: call.priority ?? null });
			yield { call, estimate, rivals: rivals.estimates(event.at) };
		}
		estimator.event(event);
		rivals.event(event);
	}
}
