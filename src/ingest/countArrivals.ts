import type { CallChange } from '#model/call.ts';
import { measures } from '#records/measures.server.ts';
import type { Batch } from './batch.ts';
import type { Status } from './decide.ts';
import type { Arrivals, Intake } from './intake.ts';

interface Outcome {
	/** What became of the batch's events and of its changes, in their order. */
	ofLog: (Status | null)[];
	ofCalls: (Status | null)[];
	/** The system of the events. */
	system: string;
	now: number;
}

/** Counts what a batch has brought, by the system that it came from. */
export function countArrivals(
	intake: Intake,
	{ events, changes, rejects }: Pick<Batch, 'events' | 'changes' | 'rejects'>,
	{ ofLog, ofCalls, system, now }: Outcome
): void {
	const sums = new Map<string, Arrivals>();
	const sumOf = (source: string): Arrivals => {
		const known = sums.get(source);
		if (known) return known;
		const sum = { receivedAt: now, newestAt: null, calls: 0, read: 0, refused: 0 };
		sums.set(source, sum);
		return sum;
	};
	const countRead = (sum: Arrivals, at: number | null, status: Status | null | undefined) => {
		sum.read++;
		if (status === 'created') sum.calls++;
		if (at !== null && at > (sum.newestAt ?? -Infinity)) sum.newestAt = at;
	};
	events.forEach(({ at }, i) => countRead(sumOf(system), at, ofLog[i]));
	changes.forEach((change, i) => countRead(sumOf(change.source), newestOf(change), ofCalls[i]));
	for (const { source } of rejects) sumOf(source).refused++;
	for (const [source, sum] of sums) {
		intake.add(source, sum);
		if (sum.newestAt !== null) measures.lag.observe(Math.max(0, now - sum.newestAt) / 1000);
	}
}

function newestOf(change: CallChange): number | null {
	if ('deleted' in change) return null;
	return Math.max(change.enqueuedAt, change.answeredAt ?? 0, change.endedAt ?? 0);
}
