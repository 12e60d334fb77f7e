import type { Call } from '#model/call.ts';
import { replayWaits, type Told } from './replayWaits.ts';
import { scoreWaits, type WaitScores } from './scoreWaits.ts';
import { topicsApart } from './topicsApart.ts';

/** Over all queues together; topics with agents of their own apart from them. */
export interface WaitBacktest extends WaitScores {
	apart: ({ queue: string; topic: string } & WaitScores)[];
}

export interface WaitBacktestOptions {
	/** Calls with these topics are left out altogether. */
	leaveOutTopics?: readonly string[];
	/** Every queue is one line, even where topics have agents of their own. */
	together?: boolean;
}

/**
 * Prequential test: for every call the estimate that would have been shown when it came, from what was known then. The
 * methods start with nothing and learn as they go, each queue for itself.
 */
export function waitBacktest(
	calls: readonly Call[],
	{ leaveOutTopics = [], together = false }: WaitBacktestOptions = {}
): WaitBacktest {
	const kept = calls.filter(({ topic }) => !topic || !leaveOutTopics.includes(topic));
	const told: Told<Call>[] = [];
	const apart: WaitBacktest['apart'] = [];
	for (const [queue, ofQueue] of groupBy(kept, (call) => call.queue)) {
		const topics = together ? [] : topicsApart(ofQueue);
		for (const topic of topics) {
			const own = ofQueue.filter((call) => call.topic === topic);
			apart.push({ queue, topic, ...scoreWaits(replay(own)) });
		}
		for (const one of replay(ofQueue.filter(({ topic }) => !topic || !topics.includes(topic))))
			told.push(one);
	}
	return { ...scoreWaits(told), apart };
}

/** The replay tells calls apart by id, which is unique for one source only. */
function replay(calls: readonly Call[]): Told<Call>[] {
	return [...replayWaits(calls.map((call) => ({ ...call, id: `${call.source} ${call.id}` })))];
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const item of items) {
		const group = groups.get(keyOf(item));
		if (group) group.push(item);
		else groups.set(keyOf(item), [item]);
	}
	return groups;
}
