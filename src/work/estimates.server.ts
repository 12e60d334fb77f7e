import type { LineState } from '#analysis/liveWait/liveLine.ts';
import type { TypicalHours } from '#analysis/typicalHours.ts';
import type { WaitEstimate } from '#analysis/waitEstimate/createWaitEstimator.ts';
import type { Database } from '#records/database.server.ts';
import { isUnavailable } from '#records/isUnavailable.ts';
import { onNotice, type Notice, type NoticedCall } from '#records/notices.server.ts';
import { callTimes } from '#records/openCalls.server.ts';
import { queueBook, type QueueBook } from '#records/queueBook.server.ts';
import type { StoredQueue } from '#records/queues.server.ts';
import { CallPlaces, heardCall } from './callPlaces.server.ts';
import { ChangesElsewhere } from './changesElsewhere.server.ts';
import type { DatedQueue } from './datedQueues.server.ts';
import { KeptLine, type Shown } from './keptLine.ts';

/** The lines as they are now, by queue, and what callers are told of them. */
export interface Estimates {
	/** Resolves when every queue that was there at the start has been recalled. */
	ready: Promise<void>;
	/** Who waits and who talks; null before anything is known of the queue. */
	state(queueId: number, at: number): LineState | null;
	/** The wait of who comes now, not rounded; null where the line is not known as it is. */
	estimate(queueId: number, at: number): WaitEstimate | null;
	/** What callers are told on the grid of `at`, and why it is not from the line itself. Null when closed or unknown. */
	shown(dated: DatedQueue, typical: TypicalHours, at: number): Shown;
	/** Calls back after a change of the line, however many changes there were; gives what ends it. */
	onChange(queueId: number, changed: () => void): () => void;
	/** Begins anew from what is stored, for when a whole history has just been put in. */
	recallAgain(): Promise<void>;
	end(): void;
}

/** What an estimator learns from at the start: as much as tells it all that it keeps. */
const recalledMs = 14 * 86_400_000;
const recalledCalls = 8_000;
/** Calls older than this are of no line that is there now. */
const oldestMs = 6 * 3_600_000;
/** A line that could not be recalled is tried again after so long. */
const againMs = 2_000;

const running = new WeakMap<Database['sql'], Estimates>();

/** The estimates that are kept of a database by this process; null where none are. */
export function estimatesOf({ sql }: Pick<Database, 'sql'>): Estimates | null {
	return running.get(sql) ?? null;
}

/**
 * Keeps the lines of all queues: recalls them from the last days' calls, and follows what is committed here at once and
 * elsewhere within seconds.
 */
export async function keepEstimates(database: Database, now: () => number): Promise<Estimates> {
	const estimates = new KeptEstimates(database, await queueBook(database), now);
	running.set(database.sql, estimates);
	return estimates;
}

class KeptEstimates implements Estimates {
	readonly ready: Promise<void>;
	#lines = new Map<number, KeptLine>();
	#places = new CallPlaces();
	#elsewhere: ChangesElsewhere;
	#endNotices: () => void;
	#ended = false;
	#isRecalling = false;
	#again: NodeJS.Timeout | null = null;

	constructor(
		private readonly database: Database,
		private readonly book: QueueBook,
		private readonly now: () => number
	) {
		this.#elsewhere = new ChangesElsewhere(database, {
			oldestMs,
			now,
			openIds: (fromAt) => this.#places.ids(fromAt),
			take: (calls, at) => this.#take(calls, at)
		});
		this.#endNotices = onNotice(database, (notice) => this.#hear(notice));
		this.ready = this.#recallAll();
	}

	state(queueId: number, at: number): LineState | null {
		return this.#lines.get(queueId)?.state(at) ?? null;
	}

	estimate(queueId: number, at: number): WaitEstimate | null {
		return this.#lines.get(queueId)?.estimate(at) ?? null;
	}

	shown(dated: DatedQueue, typical: TypicalHours, at: number): Shown {
		return this.#lineOf(dated.id).shown(dated, typical, at);
	}

	onChange(queueId: number, changed: () => void): () => void {
		return this.#lineOf(queueId).onChange(changed);
	}

	recallAgain(): Promise<void> {
		for (const line of this.#lines.values()) line.forget();
		this.#places.clear();
		return this.#recallAll();
	}

	end(): void {
		this.#ended = true;
		if (this.#again) clearTimeout(this.#again);
		this.#endNotices();
		this.#elsewhere.end();
		if (running.get(this.database.sql) === this) running.delete(this.database.sql);
	}

	#lineOf(queueId: number): KeptLine {
		const line = this.#lines.get(queueId) ?? new KeptLine();
		this.#lines.set(queueId, line);
		return line;
	}

	#hear(notice: Notice): void {
		if (notice.kind === 'calls') this.#take(notice.calls, this.now());
		else if (notice.kind === 'calls_elsewhere') this.#elsewhere.told(notice.queueIds);
		else if (notice.kind === 'queue') void this.#recallNew(notice.stored.id);
		else if (notice.kind === 'queues_elsewhere') void this.#recallElsewhere();
	}

	#take(calls: readonly NoticedCall[], heardAt: number): void {
		const recent = calls.filter(
			({ enqueuedAt, outcome }) => heardAt - enqueuedAt <= oldestMs || outcome === 'deleted'
		);
		for (const [queueId, news] of this.#places.newsByQueue(recent)) this.#lineOf(queueId).hear(news, heardAt);
	}

	/** Public queues first: somebody may be asking. One after the other, so that nothing else stands still. */
	async #recallAll(): Promise<void> {
		this.#isRecalling = true;
		const queues = this.book.all();
		const isPublic = ({ queue }: StoredQueue) => queue.public.enabled;
		for (const { id, queue } of [...queues.filter(isPublic), ...queues.filter((one) => !isPublic(one))]) {
			// Where the database is away the next one would fail like this one.
			if (this.#ended || !(await this.#recallNew(id, `The line ${queue.slug}`))) break;
		}
		this.#isRecalling = false;
	}

	/** All that is not recalled, a little later; once, however many failed. */
	#recallAgain(): void {
		this.#again ??= setTimeout(() => {
			this.#again = null;
			if (this.#ended) return;
			if (this.#isRecalling) this.#recallAgain();
			else void this.#recallAll();
		}, againMs).unref();
	}

	/** Queues that another process has made: its calls of them may be told of before or after. */
	async #recallElsewhere(): Promise<void> {
		await this.book.settled().catch(() => undefined);
		for (const { id } of this.book.all()) if (!this.#ended) await this.#recallNew(id);
	}

	/**
	 * Of a queue that a record has just made there is nothing to recall, unless its calls were moved. What fails is tried
	 * again: until then the line only gathers what comes in. Resolves to false where the database is away.
	 */
	async #recallNew(queueId: number, name = `Queue ${queueId}`): Promise<boolean> {
		try {
			await this.#recall(queueId);
			return true;
		} catch (error) {
			console.error(`${name} was not recalled:`, error);
			this.#recallAgain();
			return !isUnavailable(error);
		}
	}

	async #recall(queueId: number): Promise<void> {
		const line = this.#lineOf(queueId);
		if (line.isRecalled) return;
		const at = this.now();
		const calls = await callTimes(this.database, queueId, {
			fromAt: at - recalledMs,
			toAt: at + oldestMs,
			most: recalledCalls
		});
		if (this.#ended || line.isRecalled) return;
		for (const call of calls)
			if (call.endedAt === null && at - call.enqueuedAt <= oldestMs) this.#places.keep(call);
		line.recall(calls.map(heardCall).reverse(), at);
	}
}
