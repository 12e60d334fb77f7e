import { measures } from '#records/measures.server.ts';
import { fewRecords, fitting, isLive, type Waiting } from './waitingBatch.server.ts';
import type { Lane } from './lane.ts';

/** A commit takes at most so many records. */
const mostRecords = 10_000;
/**
 * So many while calls come in one by one, which wait for what is being stored and all that they join: some ten
 * milliseconds of the database's time. It is slower for an import; sized by how long commits took it was not faster, and
 * the calls waited longer (bench/importing.ts).
 */
export const mostBesideLive = 100;
/** How long after a live call others are kept short. */
const livelyMs = 2_000;
/** How long the database waits for more of a sender who is sending, before it commits what it has. */
const patienceMs = 5;

/** The batches of all senders that wait to be committed, in the order in which they came. */
export class WaitingRoom {
	private batches: Waiting[] = [];
	/** With those of batches that are being made ready. */
	private records = 0;
	private livelyUntil = 0;
	private wake: () => void = () => {};

	/** Whether calls come in one by one at present: behind a long batch they would wait for all of its commit. */
	get isLively(): boolean {
		return performance.now() < this.livelyUntil;
	}

	get mostRecords(): number {
		return this.isLively ? mostBesideLive : mostRecords;
	}

	get all(): readonly Waiting[] {
		return this.batches;
	}

	get live(): Waiting[] {
		return this.batches.filter(isLive);
	}

	/** Keeps places for records that are made ready; false: too many wait already. */
	letIn(size: number, lane: Lane, most: number): boolean {
		if (size > fewRecords) lane.isBulk = true;
		else if (!lane.isBulk) this.livelyUntil = performance.now() + livelyMs;
		if (this.records + size > most) return false;
		this.count(size);
		return true;
	}

	push(batch: Waiting): void {
		this.batches.push(batch);
		this.wake();
	}

	/** Records that wait no longer. */
	leave(size: number): void {
		this.count(-size);
	}

	/** More may not come that was waited for. */
	stir(): void {
		this.wake();
	}

	take(taken: Waiting[]): Waiting[] {
		this.batches = this.batches.filter((one) => !taken.includes(one));
		for (const { size } of taken) this.count(-size);
		return taken;
	}

	/** What the next commit is for: live calls first, so that they do not stand behind an import; but nobody is passed over twice. */
	takeGroup(): Waiting[] {
		const [oldest] = this.batches;
		if (!oldest) return [];
		const { live } = this;
		const first = oldest.passedOver ? oldest : (live[0] ?? oldest);
		oldest.passedOver = first !== oldest;
		if ('log' in first.work) return this.take([first]);
		const others = (oldest.passedOver ? live : this.batches).filter((one) => one !== first);
		return this.take([first, ...fitting(others, this.mostRecords - first.size)]);
	}

	/** Waits for more while the database is busy, and a little longer; whether to look again. */
	moreComes(idle: Promise<void>): Promise<boolean> {
		return new Promise((resolve) => {
			let timer: NodeJS.Timeout | undefined;
			this.wake = () => {
				clearTimeout(timer);
				this.wake = () => {};
				resolve(true);
			};
			const giveUp = () => resolve(false);
			// Where the connection has failed nothing more is to come; the commit will say so.
			idle.then(() => (timer = setTimeout(giveUp, patienceMs)), giveUp);
		});
	}

	private count(more: number): void {
		this.records += more;
		measures.recordsWaiting.set(this.records);
	}
}
