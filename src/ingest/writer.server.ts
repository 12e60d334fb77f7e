import { setTimeout } from 'node:timers/promises';
import type { CallChange } from '#model/call.ts';
import type { Database } from '#records/database.server.ts';
import { measures } from '#records/measures.server.ts';
import { BodyProblem } from './bodyProblem.ts';
import { CallStore, readyCalls } from './callStore.server.ts';
import { inTransaction, tellStored } from './commitCalls.server.ts';
import { commitEvents } from './commitEvents.server.ts';
import type { Status } from './decide.ts';
import { Lane } from './lane.ts';
import type { Names } from './resolve.server.ts';
import {
	fewRecords,
	fitting,
	incomingOf,
	isLive,
	together,
	type LogBatch,
	type Waiting,
	type Work
} from './waitingBatch.server.ts';

/** A commit takes at most so many records; fewer while calls come in one by one, which wait for all of what they join. */
const mostRecords = 10_000;
const mostBesideLive = 3_000;
/** How long after a live call others are kept short. */
const livelyMs = 2_000;
/** How long a commit waits for other live calls: a millisecond for so many that shared the last one, and no longer. */
const sendersAMs = 3;
const mostGatherMs = 5;
/** How long the database waits for more of a sender who is sending, before it commits what it has. */
const patienceMs = 5;
/** How long records wait for a database that stands still, before their sender is told to come back. */
const longestWaitMs = 20_000;

interface WriterOptions {
	/** More records than this waiting to be committed: senders are told to come back later. */
	mostWaiting?: number;
	/** So are those whose records have waited so long. */
	longestMs?: number;
}

/**
 * Commits the batches of all senders, one transaction after the other: what waits while one runs goes together into the
 * next, so that single records share a commit; and a batch joins the transaction that is under way if it comes in time,
 * so that a sender's next records are read while the database stores the ones before.
 */
export class Writer {
	/** In the order in which they came. */
	private waiting: Waiting[] = [];
	private waitingRecords = 0;
	private running = false;
	/** How many batches the last commit was for. */
	private sharing = 0;
	private livelyUntil = 0;
	private wake: () => void = () => {};
	private readonly mostWaiting: number;
	private readonly longestMs: number;

	constructor(
		private readonly database: Pick<Database, 'sql' | 'db'>,
		private readonly names: Names,
		{ mostWaiting = 100_000, longestMs = longestWaitMs }: WriterOptions = {}
	) {
		this.mostWaiting = mostWaiting;
		this.longestMs = longestMs;
	}

	/** Whether calls come in one by one at present: behind a long batch they would wait for all of its commit. */
	get isLively(): boolean {
		return performance.now() < this.livelyUntil;
	}

	private get mostRecords(): number {
		return this.isLively ? mostBesideLive : mostRecords;
	}

	/**
	 * Resolves when the records are durable and counted in every figure. Throws BodyProblem 503 when too much waits.
	 * @param lane whose batches are stored one after the other
	 */
	write(changes: CallChange[], lane = new Lane({ isOpen: false })): Promise<(Status | null)[]> {
		return this.enqueue(changes.length, lane, async () => ({
			calls: await readyCalls(this.database.sql, await this.names.resolve(changes))
		}));
	}

	/** The same for what a log says; null stands for an event that concerns no call by itself. */
	writeLog(log: LogBatch): Promise<(Status | null)[]> {
		return this.enqueue(log.events.length, new Lane({ isOpen: false }), () => Promise.resolve({ log }));
	}

	/** The sender has sent all. */
	end(lane: Lane): void {
		lane.isOpen = false;
		this.wake();
	}

	private enqueue(size: number, lane: Lane, makeReady: () => Promise<Work>): Promise<(Status | null)[]> {
		if (size === 0) return Promise.resolve([]);
		if (size > fewRecords) lane.isBulk = true;
		else if (!lane.isBulk) this.livelyUntil = performance.now() + livelyMs;
		if (this.waitingRecords + size > this.mostWaiting)
			return Promise.reject(busy('Too many records wait to be stored.'));
		this.waitingRecords += size;
		measures.recordsWaiting.set(this.waitingRecords);
		return new Promise((resolve, reject) => {
			// What has waited too long may be stored after all: sent again, it changes nothing.
			const timer = globalThis.setTimeout(() => reject(busy('The database takes too long.')), this.longestMs);
			const told = {
				resolve(statuses: (Status | null)[]) {
					clearTimeout(timer);
					resolve(statuses);
				},
				reject(error: unknown) {
					clearTimeout(timer);
					reject(error);
				}
			};
			lane.inTurn(async () => {
				try {
					const work = await makeReady();
					this.waiting.push({ work, size, lane, passedOver: false, ...told });
					this.wake();
					if (!this.running) void this.run();
				} catch (error) {
					this.waitingRecords -= size;
					told.reject(error);
				}
			});
		});
	}

	private async run(): Promise<void> {
		this.running = true;
		for (;;) {
			await this.gather();
			const group = this.takeGroup();
			if (group.length === 0) break;
			this.sharing = group.length;
			try {
				const endTimer = measures.batch.startTimer();
				await this.commit(group, { growing: true });
				endTimer();
				measures.batchRecords.observe(group.reduce((sum, { size }) => sum + size, 0));
			} catch (error) {
				if (group.length === 1) group[0]?.reject(error);
				else await this.commitEach(group);
			}
			// The driver keeps the first transaction that used a statement in memory for good, and so what it refers to.
			group.length = 0;
		}
		this.running = false;
	}

	/** Where many send calls one by one, a commit waits a moment, so that more of them share what it costs. */
	private async gather(): Promise<void> {
		const ms = Math.min(mostGatherMs, Math.floor(this.sharing / sendersAMs));
		if (ms > 0 && this.waiting.length > 0 && this.waiting.every(isLive)) await setTimeout(ms);
	}

	/** Live calls first, so that they do not stand behind an import; but nobody is passed over twice. */
	private takeGroup(): Waiting[] {
		const [oldest] = this.waiting;
		if (!oldest) return [];
		const live = this.waiting.filter(isLive);
		const first = oldest.passedOver ? oldest : (live[0] ?? oldest);
		oldest.passedOver = first !== oldest;
		if ('log' in first.work) return this.take([first]);
		const others = (oldest.passedOver ? live : this.waiting).filter((one) => one !== first);
		return this.take([first, ...fitting(others, this.mostRecords - first.size)]);
	}

	private take(taken: Waiting[]): Waiting[] {
		this.waiting = this.waiting.filter((one) => !taken.includes(one));
		for (const { size } of taken) this.waitingRecords -= size;
		measures.recordsWaiting.set(this.waitingRecords);
		return taken;
	}

	private async commit(group: Waiting[], { growing }: { growing: boolean }): Promise<void> {
		const [first] = group;
		if (first && 'log' in first.work) {
			const { source, events, fold, now } = first.work.log;
			const resolved = await this.names.resolveEvents(source, events);
			return first.resolve(await commitEvents(this.database, resolved, { fold, now }));
		}
		let attempt = 0;
		const statuses = await inTransaction(this.database, async (sql, lockedToo) => {
			// Where the connection breaks the next attempt begins, though this one may not have come to its end.
			const mine = ++attempt;
			const isOver = () => mine !== attempt;
			const calls = [...group, ...this.waiting].flatMap(incomingOf);
			const store = await CallStore.open(sql, [...calls.map((call) => call.queueId), ...lockedToo]);
			try {
				for (const ready of together(group)) await store.add(ready);
				if (growing && mine === 1) await this.grow(group, store, isOver);
				return await store.finish();
			} finally {
				await store.close();
			}
		}).finally(() => attempt++);
		tellStored(this.database, group.flatMap(incomingOf), statuses);
		let at = 0;
		for (const one of group) one.resolve(statuses.slice(at, (at += one.size)));
	}

	/** Takes in what comes while the transaction is under way; live calls end it, so that they are stored soon. */
	private async grow(group: Waiting[], store: CallStore, isOver: () => boolean): Promise<void> {
		let records = group.reduce((sum, { size }) => sum + size, 0);
		while (records < this.mostRecords && !group.some(isLive) && !isOver()) {
			const live = this.waiting.filter(isLive);
			const candidates = fitting(
				live.length > 0 ? live : this.waiting.slice(0, 1),
				this.mostRecords - records
			);
			const joining = this.take(candidates.filter((one) => store.covers(incomingOf(one))));
			for (const one of joining) {
				group.push(one);
				records += one.size;
			}
			for (const ready of together(joining)) await store.add(ready);
			if (joining.length > 0) continue;
			const isSending = group.at(-1)?.lane.isOpen === true;
			if (this.waiting.length > 0 || !isSending || !(await this.moreComes(store))) return;
		}
	}

	/** Waits for more while the database is busy with what it has, and a little longer. */
	private moreComes(store: CallStore): Promise<boolean> {
		return new Promise((resolve) => {
			let timer: NodeJS.Timeout | undefined;
			this.wake = () => {
				clearTimeout(timer);
				this.wake = () => {};
				resolve(true);
			};
			const giveUp = () => resolve(false);
			// Where the connection has failed nothing more is to come; the commit will say so.
			store.idle().then(() => (timer = globalThis.setTimeout(giveUp, patienceMs)), giveUp);
		});
	}

	/** After a failure of the group: each alone, so that only the sender whose batch it was is told. */
	private async commitEach(group: Waiting[]): Promise<void> {
		for (const one of group) await this.commit([one], { growing: false }).catch(one.reject);
	}
}

function busy(why: string): BodyProblem {
	return new BodyProblem(503, 'Busy', why, 2);
}
