import { rereadAnnotations } from '#records/annotations.server.ts';
import type { Database } from '#records/database.server.ts';
import { forecastTimes } from '#records/forecastStates.server.ts';
import { onNotice } from '#records/notices.server.ts';
import { listQueues, type StoredQueue } from '#records/queues.server.ts';
import { floorTo } from '#time/intervals.ts';
import { alone } from './alone.server.ts';
import { breath } from './breath.server.ts';
import { forecastQueue } from './forecastQueue.server.ts';
import { replayQueue } from './replayQueue.server.ts';

const lookMs = 60_000;
/** Calls of an hour come in a little after it. */
const graceMs = 120_000;
/** So many records of the past make a forecast worth making again at once. */
const manyRecords = 500;
const pastMs = 36 * 3_600_000;
/** Forecasts of the past are for the page about accuracy: those of the future are looked at in between. */
const replayMs = 30_000;
/** After a failure. */
const againMs = 600_000;
/** An import comes in many pieces: the forecast waits until it is quiet for so long. */
const quietMs = 3_000;

/** What keeps forecasts up to date. */
export interface ForecastKeeper {
	/** Makes all that are due now; resolves when that is done. */
	look(): Promise<void>;
	/** Ends it; resolves when the queue at hand is finished. */
	end(): Promise<void>;
}

/**
 * Makes each queue's forecast anew every hour by the queue's clock, the first one of a day for the whole of it, and
 * soon after an import of many past calls, and after a change of what managers have marked. Of several processes one does it.
 */
export function keepForecasts(database: Database, now: () => number): ForecastKeeper {
	const past = new Map<number, number>();
	const changed = new Set<number | null>();
	const failedAt = new Map<number, number>();
	const replayed = new Set<number>();
	let running: Promise<unknown> | null = null;
	let ended = false;
	let quiet: NodeJS.Timeout | null = null;
	const look = async () => {
		await (running ??= alone(database, 'forecasts', () =>
			makeDue(database, { now, changed, failedAt, replayed, isEnded: () => ended })
		)
			.catch((error: unknown) => {
				if (!ended) console.error('Forecasts:', error);
			})
			.finally(() => (running = null)));
	};
	const endNotices = onNotice(database, (notice) => {
		if (notice.kind === 'annotations') {
			rereadAnnotations(database);
			changed.add(notice.queueId);
			return soon();
		}
		if (notice.kind !== 'calls') return;
		const oldAt = now() - pastMs;
		for (const { queueId, enqueuedAt } of notice.calls)
			if (enqueuedAt < oldAt) past.set(queueId, (past.get(queueId) ?? 0) + 1);
		for (const [queueId, records] of past) {
			if (records < manyRecords) continue;
			changed.add(queueId);
			past.delete(queueId);
		}
		if (changed.size > 0) soon();
	});
	const soon = () => {
		if (quiet) clearTimeout(quiet);
		quiet = setTimeout(() => void look(), quietMs).unref();
	};
	const timer = setInterval(() => void look(), lookMs).unref();
	void look();
	return {
		look,
		async end() {
			ended = true;
			endNotices();
			clearInterval(timer);
			if (quiet) clearTimeout(quiet);
			await running;
		}
	};
}

interface DueOptions {
	now: () => number;
	/** Queues whose past has changed, null: all; those that are done are taken out. */
	changed: Set<number | null>;
	/** When the forecast of a queue failed last. */
	failedAt: Map<number, number>;
	/** Queues that have been asked for forecasts of the past since their last forecast. */
	replayed: Set<number>;
	isEnded: () => boolean;
}

/** One queue after the other, those never looked at first; then, for a while, forecasts of the past for those without. */
async function makeDue(
	database: Database,
	{ now, changed, failedAt, replayed, isEnded }: DueOptions
): Promise<void> {
	const times = await forecastTimes(database);
	const queues = await listQueues(database);
	if (changed.delete(null)) for (const { id } of queues) changed.add(id);
	const isDue = ({ id, queue }: StoredQueue) => {
		const madeAt = times.get(id);
		const dueAt = floorTo(queue.zone, now() - graceMs, 'hour') + graceMs;
		return madeAt === undefined || changed.has(id) || madeAt < dueAt;
	};
	const take = async (stored: StoredQueue, work: typeof forecastQueue | typeof replayQueue) => {
		if (now() - (failedAt.get(stored.id) ?? -Infinity) < againMs) return;
		try {
			await work(database, stored, { now: now() });
		} catch (error) {
			failedAt.set(stored.id, now());
			if (!isEnded()) console.error(`Forecast of ${stored.queue.slug}:`, error);
		}
		await breath();
	};
	for (const stored of queues.filter(isDue).sort((a, b) => (times.get(a.id) ?? 0) - (times.get(b.id) ?? 0))) {
		if (isEnded()) return;
		changed.delete(stored.id);
		replayed.delete(stored.id);
		await take(stored, forecastQueue);
	}
	const untilAt = now() + replayMs;
	for (const stored of queues.filter(({ id }) => !replayed.has(id))) {
		if (isEnded() || now() > untilAt) return;
		replayed.add(stored.id);
		await take(stored, replayQueue);
	}
}
