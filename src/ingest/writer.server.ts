import { setTimeout } from 'node:timers/promises';
import type { CallChange } from '#model/call.ts';
import type { Database } from '#records/database.server.ts';
import { measures } from '#records/measures.server.ts';
import { BodyProblem } from './bodyProblem.ts';
import { CallStore } from './callStore.server.ts';
import { inTransaction, tellStored } from './commitCalls.server.ts';
import { commitEvents } from './commitEvents.server.ts';
import type { Status } from './decide.ts';
import { growGroup } from './growGroup.server.ts';
import { Lane } from './lane.ts';
import { changesNothing, lookUp, makeReady } from './readyCalls.server.ts';
import type { Names } from './resolve.server.ts';
import {
	incomingOf,
	isLive,
	together,
	type LogBatch,
	type Waiting,
	type Work
} from './waitingBatch.server.ts';
import { WaitingRoom } from './waitingRoom.server.ts';

/** How long a commit waits for other live calls: a millisecond for so many that shared the last one, and no longer. */
const sendersAMs = 2;
const mostGatherMs = 10;
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
 * so that a sender's next records are read while the database stores the ones before. What changes nothing needs none.
 */
export class Writer {
	private readonly room = new WaitingRoom();
	private running = false;
	/** How many batches the last commit was for. */
	private sharing = 0;
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

	/** Whether calls come in one by one at present. */
	get isLively(): boolean {
		return this.room.isLively;
	}

	/**
	 * Resolves when the records are durable and counted in every figure. Throws BodyProblem 503 when too much waits.
	 * @param lane whose batches are stored one after the other
	 */
	write(changes: CallChange[], lane = new Lane({ isOpen: false })): Promise<(Status | null)[]> {
		return this.enqueue(
			changes.length,
			lane,
			async () => lookUp(this.database.sql, await this.names.resolve(changes), lane),
			(found) => ({ calls: makeReady(found, lane) })
		);
	}

	/** The same for what a log says; null stands for an event that concerns no call by itself. */
	writeLog(log: LogBatch): Promise<(Status | null)[]> {
		const lane = new Lane({ isOpen: false });
		return this.enqueue(
			log.events.length,
			lane,
			() => Promise.resolve(log),
			(batch) => ({ log: batch })
		);
	}

	/** The sender has sent all. */
	end(lane: Lane): void {
		lane.isOpen = false;
		this.room.stir();
	}

	private enqueue<Found>(
		size: number,
		lane: Lane,
		find: () => Promise<Found>,
		workOf: (found: Found) => Work
	): Promise<(Status | null)[]> {
		if (size === 0) return Promise.resolve([]);
		if (!this.room.letIn(size, lane, this.mostWaiting))
			return Promise.reject(busy('Too many records wait to be stored.'));
		return new Promise((resolve, reject) => {
			const told = inTime(this.longestMs, { resolve, reject });
			lane.inTurn(find, async (finding) => {
				try {
					const work = workOf(await finding);
					const unchanged = 'calls' in work && changesNothing(work.calls) ? work.calls.ahead.statuses : null;
					lane.isRepeating = unchanged !== null;
					if (unchanged) {
						this.room.leave(size);
						return told.resolve(unchanged);
					}
					this.push({ work, size, lane, passedOver: false, ...told });
				} catch (error) {
					this.room.leave(size);
					told.reject(error);
				}
			});
		});
	}

	private push(batch: Waiting): void {
		const { work, lane } = batch;
		if ('calls' in work) lane.isReady(work.calls);
		this.room.push(batch);
		if (!this.running) void this.run();
	}

	private async run(): Promise<void> {
		this.running = true;
		for (;;) {
			await this.gather();
			const group = this.room.takeGroup();
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
			for (const { work, lane } of group) if ('calls' in work) lane.isStored(work.calls);
			// The driver keeps the first transaction that used a statement in memory for good, and so what it refers to.
			group.length = 0;
		}
		this.running = false;
	}

	/** Where many send calls one by one, a commit waits a moment, so that more of them share what it costs. */
	private async gather(): Promise<void> {
		const ms = Math.min(mostGatherMs, Math.floor(this.sharing / sendersAMs));
		const { all } = this.room;
		if (ms > 0 && all.length > 0 && all.every(isLive)) await setTimeout(ms);
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
			const calls = [...group, ...this.room.all].flatMap(incomingOf);
			const store = new CallStore(sql, [...calls.map((call) => call.queueId), ...lockedToo]);
			try {
				for (const ready of together(group)) await store.add(ready);
				if (growing && mine === 1) await growGroup(group, this.room, store, isOver);
				return await store.finish();
			} finally {
				await store.close();
			}
		}).finally(() => attempt++);
		tellStored(this.database, group.flatMap(incomingOf), statuses);
		let at = 0;
		for (const one of group) one.resolve(statuses.slice(at, (at += one.size)));
	}

	/** After a failure of the group: each alone, so that only the sender whose batch it was is told. */
	private async commitEach(group: Waiting[]): Promise<void> {
		for (const one of group) await this.commit([one], { growing: false }).catch(one.reject);
	}
}

type Told = Pick<Waiting, 'resolve' | 'reject'>;

/**
 * Tells a sender who waits what became of the records, or soon enough that nothing has yet. A function of its own, so
 * that what waits here keeps nothing else in memory.
 */
function inTime(mostMs: number, { resolve, reject }: Told): Told {
	// What has waited too long may be stored after all: sent again, it changes nothing.
	const timer = globalThis.setTimeout(() => reject(busy('The database takes too long.')), mostMs);
	return {
		resolve(statuses) {
			clearTimeout(timer);
			resolve(statuses);
		},
		reject(error) {
			clearTimeout(timer);
			reject(error);
		}
	};
}

function busy(why: string): BodyProblem {
	return new BodyProblem(503, 'Busy', why, 2);
}
