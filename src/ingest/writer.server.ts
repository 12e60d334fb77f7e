import type { CallChange } from '#model/call.ts';
import type { Database } from '#records/database.server.ts';
import { BodyProblem } from './bodyProblem.ts';
import type { CallEvent, Fold } from '#sources/source.ts';
import { commitCalls } from './commitCalls.server.ts';
import { commitEvents } from './commitEvents.server.ts';
import type { Status } from './decide.ts';
import type { Names } from './resolve.server.ts';

/** What a log says about calls of one source, and how they are made of it. */
export interface LogBatch {
	source: string;
	fold: Fold;
	events: CallEvent[];
	now: number;
}

interface Waiting {
	changes: CallChange[];
	log: LogBatch | null;
	size: number;
	passedOver: boolean;
	resolve: (statuses: (Status | null)[]) => void;
	reject: (error: unknown) => void;
}

/** A commit takes at most so many records. */
const mostRecords = 10_000;
/** A batch of so few records is of a sender that waits for each call to be stored. */
const fewRecords = 50;
/** How long after such a batch others are kept short. */
const livelyMs = 2_000;

interface WriterOptions {
	/** More records than this waiting to be committed: senders are told to come back later. */
	mostWaiting?: number;
}

/**
 * Commits the batches of all senders, one transaction after the other: what waits while one runs goes together into the
 * next, so that single records share a commit, and small batches do not stand behind large ones.
 */
export class Writer {
	private waiting: Waiting[] = [];
	private waitingRecords = 0;
	private running = false;
	private livelyUntil = 0;
	private readonly mostWaiting: number;

	constructor(
		private readonly database: Pick<Database, 'sql' | 'db'>,
		private readonly names: Names,
		{ mostWaiting = 200_000 }: WriterOptions = {}
	) {
		this.mostWaiting = mostWaiting;
	}

	/** Whether calls come in one by one at present: behind a long batch they would wait for all of its commit. */
	get isLively(): boolean {
		return performance.now() < this.livelyUntil;
	}

	/** Resolves when the records are durable and counted in every figure. Throws BodyProblem 503 when too much waits. */
	write(changes: CallChange[]): Promise<(Status | null)[]> {
		return this.enqueue(changes, null, changes.length);
	}

	/** The same for what a log says; null stands for an event that concerns no call by itself. */
	writeLog(log: LogBatch): Promise<(Status | null)[]> {
		return this.enqueue([], log, log.events.length);
	}

	private enqueue(changes: CallChange[], log: LogBatch | null, size: number): Promise<(Status | null)[]> {
		if (size === 0) return Promise.resolve([]);
		if (size <= fewRecords) this.livelyUntil = performance.now() + livelyMs;
		if (this.waitingRecords + size > this.mostWaiting)
			return Promise.reject(new BodyProblem(503, 'Busy', 'Too many records wait to be stored.', 2));
		return new Promise((resolve, reject) => {
			this.waiting.push({ changes, log, size, passedOver: false, resolve, reject });
			this.waitingRecords += size;
			if (!this.running) void this.run();
		});
	}

	private async run(): Promise<void> {
		this.running = true;
		while (this.waiting.length > 0) {
			const group = this.takeGroup();
			try {
				await this.commit(group);
			} catch (error) {
				if (group.length === 1) group[0]?.reject(error);
				else await this.commitEach(group);
			}
		}
		this.running = false;
	}

	/** Small batches first, so that live calls do not stand behind an import; but nobody is passed over twice. */
	private takeGroup(): Waiting[] {
		const oldest = this.waiting[0];
		this.waiting.sort((a, b) => rank(a) - rank(b));
		const group: Waiting[] = [];
		let records = 0;
		for (let next = this.waiting[0]; next; next = this.waiting[0]) {
			if (group.length > 0 && (next.log || records + next.size > mostRecords)) break;
			this.waiting.shift();
			records += next.size;
			group.push(next);
			if (next.log) break;
		}
		if (oldest) oldest.passedOver = true;
		this.waitingRecords -= records;
		return group;
	}

	private async commit(group: Waiting[]): Promise<void> {
		const [first] = group;
		if (first?.log) {
			const { source, events, fold, now } = first.log;
			const resolved = await this.names.resolveEvents(source, events);
			return first.resolve(await commitEvents(this.database, resolved, { fold, now }));
		}
		const changes = group.flatMap((one) => one.changes);
		const statuses = await commitCalls(this.database, await this.names.resolve(changes));
		let at = 0;
		for (const one of group) one.resolve(statuses.slice(at, (at += one.changes.length)));
	}

	/** After a failure of the group: each alone, so that only the sender whose batch it was is told. */
	private async commitEach(group: Waiting[]): Promise<void> {
		for (const one of group) await this.commit([one]).catch(one.reject);
	}
}

function rank(one: Waiting): number {
	return one.passedOver ? 0 : one.size;
}
