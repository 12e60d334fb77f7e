import type { ReadyCalls } from './readyCalls.server.ts';

/** The batches of one sender, which are stored in the order in which they come. */
export class Lane {
	/** More may follow soon: the sender is sending. */
	isOpen: boolean;
	/** Has had a batch that is none of a few live calls. */
	isBulk = false;
	/** Of the batch that was looked up last, some calls were stored: probably of the next one, too. */
	seemsStored = false;
	/** Batches that are ready and not stored yet. */
	readonly unstored = new Set<ReadyCalls>();
	private last: Promise<void> = Promise.resolve();

	constructor({ isOpen }: { isOpen: boolean }) {
		this.isOpen = isOpen;
	}

	/** Does what makes a batch ready when those before are; a failure is told and holds nobody up. */
	inTurn(make: () => Promise<void>): void {
		this.last = this.last.then(make);
	}
}
