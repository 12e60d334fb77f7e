import type { HeardCall } from '#analysis/liveWait/liveLine.ts';
import { keyText } from '#records/calls.server.ts';
import type { NoticedCall } from '#records/notices.server.ts';

/** Calls whose end is never told must not fill the memory. */
const mostPlaces = 50_000;

interface Place {
	queueId: number;
	enqueuedAt: number;
}

/** In which queue each open call stands, to see it move from one line to another. */
export class CallPlaces {
	#open = new Map<string, Place>();

	/** The calls by the line that they are news for; one that has moved or is deleted is taken back in the line where it was. */
	newsByQueue(calls: readonly NoticedCall[]): Map<number, HeardCall[]> {
		const byQueue = new Map<number, HeardCall[]>();
		const add = (queueId: number, call: HeardCall) => {
			const ofQueue = byQueue.get(queueId);
			if (ofQueue) ofQueue.push(call);
			else byQueue.set(queueId, [call]);
		};
		for (const call of calls) {
			const heard = heardCall(call);
			const before = this.#open.get(heard.id)?.queueId;
			if (before !== undefined && (before !== call.queueId || call.outcome === 'deleted'))
				add(before, { ...heard, outcome: 'deleted' });
			if (call.outcome !== 'deleted') add(call.queueId, heard);
			if (call.endedAt === null && call.outcome !== 'deleted') this.keep(call);
			else this.#open.delete(heard.id);
		}
		for (const id of this.#open.keys()) {
			if (this.#open.size <= mostPlaces) break;
			this.#open.delete(id);
		}
		return byQueue;
	}

	/** An open call that was there before anything was heard of it. */
	keep(call: NoticedCall): void {
		this.#open.set(keyText(call), { queueId: call.queueId, enqueuedAt: call.enqueuedAt });
	}

	/** Of the open calls, each as its source names it. Those enqueued before that instant are forgotten. */
	ids(fromAt: number): string[] {
		for (const [id, { enqueuedAt }] of this.#open) if (enqueuedAt < fromAt) this.#open.delete(id);
		return [...this.#open.keys()].map((key) => key.slice(key.indexOf(' ') + 1));
	}

	clear(): void {
		this.#open.clear();
	}
}

export function heardCall(call: NoticedCall): HeardCall {
	const { enqueuedAt, answeredAt, endedAt, outcome, priority } = call;
	return { id: keyText(call), enqueuedAt, answeredAt, endedAt, outcome, priority: priority ?? null };
}
