/** How a call is stored, as far as the ledger knows of it. */
export type CallState = 'waiting' | 'answered';

/**
 * What senders were promised: a batch that was answered with 200 is stored, whatever was killed since. To be held
 * against what is stored in the end.
 */
export class Ledger {
	private readonly promised = new Map<string, CallState>();
	private readonly sent = new Map<string, CallState>();
	/** Answers that no sender should ever get, whatever is killed around it. */
	readonly strange: string[] = [];
	batches = 0;
	/** Requests that ended in a broken connection or a 5xx, and were sent again as they were. */
	repeated = 0;

	/** A request with these calls is about to leave: whatever becomes of it, they may be stored. */
	begin(ids: string[], state: CallState): void {
		for (const id of ids) this.sent.set(id, state);
	}

	/** The request was answered with 200. */
	acknowledge(ids: string[], state: CallState): void {
		for (const id of ids) this.promised.set(id, state);
		this.batches++;
	}

	get calls(): number {
		return this.promised.size;
	}

	/** What is wrong with what is stored, as sentences (the first few); none: every promise was kept, and nothing else is there. */
	faults(stored: ReadonlyMap<string, string>, most = 20): string[] {
		const found = [...this.strange];
		for (const [id, state] of this.promised) {
			const is = stored.get(id);
			if (is === undefined) found.push(`${id} was acknowledged (${state}) and is not there`);
			else if (is !== state && is !== this.sent.get(id))
				found.push(`${id} was acknowledged as ${state} and is ${is}`);
		}
		for (const id of stored.keys()) if (!this.sent.has(id)) found.push(`${id} was never sent`);
		return found.slice(0, most);
	}
}
