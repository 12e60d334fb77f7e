import type { HeardCall } from '#analysis/liveWait/liveLine.ts';
import { keyText } from '#records/calls.server.ts';
import type { NoticedCall } from '#records/notices.server.ts';

/** Calls whose end is never told must not fill the memory. */
const mostPlaces = 50_000;

/** In which queue each open call stands, to see it move from one line to another. */
export class CallPlaces {
	#queueOf = new Map<string, number>();

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
			const before = this.#queueOf.get(heard.id);
			if (before !== undefined && (before !== call.queueId || call.outcome === 'deleted'))
				add(before, { ...heard, outcome: 'deleted' });
			if (call.outcome !== 'deleted') add(call.queueId, heard);
			if (call.endedAt === null && call.outcome !== 'deleted') this.#queueOf.set(heard.id, call.queueId);
			else this.#queueOf.delete(heard.id);
		}
		for (const id of this.#queueOf.keys()) {
			if (this.#queueOf.size <= mostPlaces) break;
			this.#queueOf.delete(id);
		}
		return byQueue;
	}

	/** An open call that was there before anything was heard of it. */
	keep(call: NoticedCall): void {
		this.#queueOf.set(keyText(call), call.queueId);
	}

	/** Of the open calls, each as its source names it. */
	ids(): string[] {
		return [...this.#queueOf.keys()].map((key) => key.slice(key.indexOf(' ') + 1));
	}

	clear(): void {
		this.#queueOf.clear();
	}
}

export function heardCall(call: NoticedCall): HeardCall {
	const { enqueuedAt, answeredAt, endedAt, outcome, priority } = call;
	return { id: keyText(call), enqueuedAt, answeredAt, endedAt, outcome, priority: priority ?? null };
}
