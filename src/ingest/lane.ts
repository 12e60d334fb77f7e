import type { ReadyCalls } from './readyCalls.server.ts';

/** The batches of one sender, which are stored in the order in which they come. */
export class Lane {
	/** More may follow soon: the sender is sending. */
	isOpen: boolean;
	/** Has had a batch that is none of a few live calls. */
	isBulk = false;
	/** Of the batch that was looked up last, some calls were stored: probably of the next one, too. */
	seemsStored = false;
	/** The batch that was decided last changed nothing: the next one probably does not, either. */
	isRepeating = false;
	/** Batches that are ready and not stored yet. */
	private readonly unstored = new Set<ReadyCalls>();
	/** Of each batch that is looked up those before it that were not stored when that began. */
	private readonly looks = new Set<Set<ReadyCalls>>();
	private last: Promise<void> = Promise.resolve();
	private lastButOne: Promise<void> = Promise.resolve();

	constructor({ isOpen }: { isOpen: boolean }) {
		this.isOpen = isOpen;
	}

	/**
	 * Makes a batch ready in two steps, when the batch before is ready; where batches change nothing, the first step is
	 * begun while the one before is still in its own, so that the database has something to do: it stores nothing then. A
	 * failure is told and holds nobody up.
	 * @param finish gets what the first step comes to, or its failure; throws nothing
	 */
	inTurn<T>(begin: () => Promise<T>, finish: (begun: Promise<T>) => Promise<void>): void {
		const begun = (this.isRepeating ? this.lastButOne : this.last).then(begin);
		// It is looked at later.
		begun.catch(() => undefined);
		this.lastButOne = this.last;
		this.last = this.last.then(() => finish(begun));
	}

	/** A look-up begins; what it may not see: what has not been stored by now, also what becomes ready until its end. */
	beginLook(): ReadonlySet<ReadyCalls> {
		const unseen = new Set(this.unstored);
		this.looks.add(unseen);
		return unseen;
	}

	endLook(unseen: ReadonlySet<ReadyCalls>): void {
		for (const one of this.looks) if (one === unseen) this.looks.delete(one);
	}

	isReady(batch: ReadyCalls): void {
		this.unstored.add(batch);
		for (const unseen of this.looks) unseen.add(batch);
	}

	isStored(batch: ReadyCalls): void {
		this.unstored.delete(batch);
	}
}
