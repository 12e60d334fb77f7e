/** What is stored of a call that several senders say different things of. */
export interface StoredRevision {
	revision: number;
	talkSeconds: number | null;
	queue: string;
}

/**
 * What senders who contradict each other were promised: of each call the highest revision that was acknowledged stands,
 * or a higher one of which nobody knows whether it came through, and all that is stored of it is of one record.
 */
export class RevisionLedger {
	private readonly acknowledged = new Map<string, number>();
	private readonly sent = new Map<string, Set<number>>();
	readonly strange: string[] = [];
	private last = 0;
	batches = 0;
	repeated = 0;

	/** A number that no other record has; these calls are about to be sent with it. */
	begin(ids: string[]): number {
		const revision = ++this.last;
		for (const id of ids) {
			const of = this.sent.get(id) ?? new Set();
			this.sent.set(id, of.add(revision));
		}
		return revision;
	}

	acknowledge(ids: string[], revision: number): void {
		for (const id of ids) this.acknowledged.set(id, Math.max(revision, this.acknowledged.get(id) ?? 0));
		this.batches++;
	}

	get calls(): number {
		return this.acknowledged.size;
	}

	/** What is wrong with what is stored, as sentences (the first few). */
	faults(stored: ReadonlyMap<string, StoredRevision>, most = 20): string[] {
		const found = [...this.strange];
		for (const [id, revision] of this.acknowledged) {
			const is = stored.get(id);
			if (!is) found.push(`${id} was acknowledged and is not there`);
			else if (is.revision < revision)
				found.push(`${id} was acknowledged as ${revision} and is ${is.revision}`);
		}
		for (const [id, is] of stored) {
			if (!this.sent.get(id)?.has(is.revision)) found.push(`${id} was never sent as ${is.revision}`);
			if (is.talkSeconds !== talkOf(is.revision) || is.queue !== queueOf(is.revision))
				found.push(`${id} is of two records: ${JSON.stringify(is)}`);
		}
		return found.slice(0, most);
	}
}

export const contestedQueues = ['contested-0', 'contested-1', 'contested-2'];

/** A call lies in another queue with each revision, and talks for another time. */
export function queueOf(revision: number): string {
	return contestedQueues[revision % contestedQueues.length] ?? '';
}

export function talkOf(revision: number): number {
	return revision % 1_000_000;
}
