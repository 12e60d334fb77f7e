import type { CallChange } from '#model/call.ts';
import { measures } from '#records/measures.server.ts';
import type { Batch } from './batch.ts';
import type { Status } from './decide.ts';
import type { Arrivals, Intake } from './intake.ts';

interface Outcome {
	/** What became of the batch's events and of its changes, in their order. */
	ofLog: (Status | null)[];
	ofCalls: (Status | null)[];
}

/**
 * Counts what a batch brings, by the system that it comes from. Takes of its records what that needs, so that they need
 * not be kept until they are stored.
 */
export function countArrivals(
	{ events, changes, rejects }: Pick<Batch, 'events' | 'changes' | 'rejects'>,
	{ system, now }: { system: string; now: number }
): (intake: Intake, outcome: Outcome) => void {
	const sums = new Map<string, Arrivals>();
	const sumOf = (source: string): Arrivals => {
		const known = sums.get(source);
		if (known) return known;
		const sum = { receivedAt: now, newestAt: null, calls: 0, read: 0, refused: 0 };
		sums.set(source, sum);
		return sum;
	};
	const read = (source: string, at: number | null): Arrivals => {
		const sum = sumOf(source);
		sum.read++;
		if (at !== null && at > (sum.newestAt ?? -Infinity)) sum.newestAt = at;
		return sum;
	};
	const ofEvents = events.map(({ at }) => read(system, at));
	const ofChanges = changes.map((change) => read(change.source, newestOf(change)));
	for (const { source } of rejects) sumOf(source).refused++;
	return (intake, { ofLog, ofCalls }) => {
		ofEvents.forEach((sum, i) => (sum.calls += ofLog[i] === 'created' ? 1 : 0));
		ofChanges.forEach((sum, i) => (sum.calls += ofCalls[i] === 'created' ? 1 : 0));
		for (const [source, sum] of sums) {
			intake.add(source, sum);
			if (sum.newestAt !== null) measures.lag.observe(Math.max(0, now - sum.newestAt) / 1000);
		}
	};
}

function newestOf(change: CallChange): number | null {
	if ('deleted' in change) return null;
	return Math.max(change.enqueuedAt, change.answeredAt ?? 0, change.endedAt ?? 0);
}
