import type { CallEvent, Fold } from '#sources/source.ts';
import type { Status } from './decide.ts';
import type { Lane } from './lane.ts';
import type { ReadyCalls } from './readyCalls.server.ts';
import { copyFrom } from './storeDecision.server.ts';

/** A batch that waits to be committed. */
export interface Waiting {
	work: Work;
	size: number;
	lane: Lane;
	passedOver: boolean;
	resolve: (statuses: (Status | null)[]) => void;
	reject: (error: unknown) => void;
}

export type Work = { calls: ReadyCalls } | { log: LogBatch };

/** What a log says about calls of one source, and how they are made of it. */
export interface LogBatch {
	source: string;
	fold: Fold;
	events: CallEvent[];
	now: number;
}

/** A batch of so few records is of a sender that waits for each call to be stored. */
export const fewRecords = 50;

/** Whether nothing more comes of its sender before it is stored. */
export function isLive({ lane, size }: Waiting): boolean {
	return !lane.isBulk && size <= fewRecords;
}

export function incomingOf({ work }: Waiting) {
	return 'calls' in work ? work.calls.incoming : [];
}

/** Those of calls, in their order, until one is met that would be too much. */
export function fitting(some: Waiting[], most: number): Waiting[] {
	let records = 0;
	const end = some.findIndex(({ work, size }) => 'log' in work || (records += size) > most);
	return end === -1 ? some : some.slice(0, end);
}

/** Small batches one after the other are stored as one: each by itself would cost as much as all. */
export function together(group: Waiting[]): ReadyCalls[] {
	const all: ReadyCalls[] = [];
	let small: ReadyCalls | null = null;
	for (const { work } of group) {
		if (!('calls' in work)) continue;
		const { calls } = work;
		if (calls.incoming.length >= copyFrom) {
			all.push(calls);
			small = null;
		} else if (small) for (const call of calls.incoming) small.incoming.push(call);
		else all.push((small = { incoming: [...calls.incoming], ahead: null }));
	}
	return all;
}
