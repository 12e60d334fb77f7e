import type { Database } from '#records/database.server.ts';
import type { NoticedCall } from '#records/notices.server.ts';
import { changedTimes } from '#records/openCalls.server.ts';

/** Calls of other processes are read together, so soon after the first was told of. */
const gatherMs = 2_000;
/** How far before the last reading it is read again: their clocks and their commits are not ours. */
const overlapMs = 120_000;

interface Options {
	/** Calls older than this are not read. */
	oldestMs: number;
	now: () => number;
	/** The ids of the calls since an instant that are open as far as is known: of their end is asked, whenever it was. */
	openIds: (fromAt: number) => string[];
	/** Is given what was read, as of when. */
	take: (calls: readonly NoticedCall[], at: number) => void;
}

/** Reads what other processes have stored of calls. */
export class ChangesElsewhere {
	#queueIds: Set<number> | null = new Set();
	#timer: NodeJS.Timeout | null = null;
	#readAt: number;
	#ended = false;

	constructor(
		private readonly database: Database,
		private readonly options: Options
	) {
		this.#readAt = options.now();
	}

	/** Something has changed in these queues; null: in any. */
	told(queueIds: readonly number[] | null): void {
		if (queueIds === null) this.#queueIds = null;
		else for (const id of queueIds) this.#queueIds?.add(id);
		this.#timer ??= setTimeout(() => {
			this.#read().catch((error: unknown) => console.error('Calls stored elsewhere were not read:', error));
		}, gatherMs).unref();
	}

	end(): void {
		this.#ended = true;
		if (this.#timer) clearTimeout(this.#timer);
	}

	async #read(): Promise<void> {
		const { oldestMs, now, openIds, take } = this.options;
		this.#timer = null;
		const ids = this.#queueIds && [...this.#queueIds];
		this.#queueIds = new Set();
		const [readAt, at] = [this.#readAt, now()];
		this.#readAt = at;
		const fromAt = at - oldestMs;
		const asked = { fromAt, changedAt: readAt - overlapMs, openIds: openIds(fromAt) };
		try {
			take(await changedTimes(this.database, ids, asked), at);
		} catch (error) {
			// Read soon, from where it was read last.
			this.#readAt = Math.min(readAt, this.#readAt);
			if (!this.#ended) this.told(ids);
			throw error;
		}
	}
}
