import { LiveLine, type HeardCall, type LineState } from '#analysis/liveWait/liveLine.ts';
import { shownNow, type ShownWait, type WhyNotLive } from '#analysis/liveWait/shownNow.ts';
import { dayKind } from '#analysis/dayKind.ts';
import type { TypicalHours } from '#analysis/typicalHours.ts';
import type { WaitEstimate } from '#analysis/waitEstimate/createWaitEstimator.ts';
import type { Database } from '#records/database.server.ts';
import { keyText } from '#records/calls.server.ts';
import { onNotice, type NoticedCall } from '#records/notices.server.ts';
import { callTimes, changedTimes } from '#records/openCalls.server.ts';
import { queueBook, type QueueBook } from '#records/queueBook.server.ts';
import { openAt } from '#time/serviceHours.ts';
import { wallTime } from '#time/zone.ts';
import type { DatedQueue } from './datedQueues.server.ts';

/** What is shown of the wait now changes only on this grid. */
export const shownGridMs = 60_000;

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

export interface Shown {
	shown: ShownWait | null;
	whyNotLive: WhyNotLive | null;
}

/** What an estimator learns from at the start: as much as tells it all that it keeps. */
const recalledMs = 14 * 86_400_000;
const recalledCalls = 8_000;
/** Calls older than this are of no line that is there now. */
const oldestMs = 6 * 3_600_000;
/** News of other processes are read together, so soon after the first. */
const elsewhereMs = 2_000;
/** How far before the last reading it is read again: their clocks and their commits are not ours. */
const overlapMs = 120_000;

const mostPlaces = 50_000;

const running = new WeakMap<Database['sql'], Estimates>();

/** The estimates that are kept of a database by this process; null where none are. */
export function estimatesOf({ sql }: Pick<Database, 'sql'>): Estimates | null {
	return running.get(sql) ?? null;
}

interface Line {
	live: LiveLine;
	/** What came in before the past was recalled; null afterwards. */
	early: { calls: HeardCall[]; heardAt: number }[] | null;
	/** What was shown last, and of what it was made. */
	grid: number;
	madeOf: { dated: DatedQueue; typical: TypicalHours } | null;
	shown: Shown;
	listeners: Set<() => void>;
}

/**
 * Keeps the lines of all queues: recalls them from the last days' calls, and follows what is committed here at once and
 * elsewhere within seconds.
 */
export async function keepEstimates(database: Database, now: () => number): Promise<Estimates> {
	const book = await queueBook(database);
	const lines = new Map<number, Line>();
	/** In which queue an open call stands, to see it move. */
	const placeOf = new Map<string, number>();
	let ended = false;
	let elsewhere: Set<number> | null = new Set();
	let timer: NodeJS.Timeout | null = null;
	let readAt = now();

	function lineOf(queueId: number): Line {
		const known = lines.get(queueId);
		if (known) return known;
		const line: Line = {
			live: new LiveLine(),
			early: [],
			grid: -1,
			madeOf: null,
			shown: { shown: null, whyNotLive: 'unknown' },
			listeners: new Set()
		};
		lines.set(queueId, line);
		return line;
	}

	function hear(queueId: number, calls: HeardCall[], heardAt: number): void {
		const line = lineOf(queueId);
		if (line.early) line.early.push({ calls, heardAt });
		else if (line.live.hear(calls, heardAt)) for (const changed of line.listeners) changed();
	}

	function take(calls: readonly NoticedCall[], heardAt: number): void {
		const byQueue = new Map<number, HeardCall[]>();
		const add = (queueId: number, call: HeardCall) => {
			const ofQueue = byQueue.get(queueId);
			if (ofQueue) ofQueue.push(call);
			else byQueue.set(queueId, [call]);
		};
		for (const call of calls) {
			if (heardAt - call.enqueuedAt > oldestMs && call.outcome !== 'deleted') continue;
			const heard = heardCall(call);
			const before = placeOf.get(heard.id);
			if (before !== undefined && (before !== call.queueId || call.outcome === 'deleted'))
				add(before, { ...heard, outcome: 'deleted' });
			if (call.outcome !== 'deleted') add(call.queueId, heard);
			if (call.endedAt === null && call.outcome !== 'deleted') placeOf.set(heard.id, call.queueId);
			else placeOf.delete(heard.id);
		}
		// Calls whose end is never told.
		for (const id of placeOf.keys()) {
			if (placeOf.size <= mostPlaces) break;
			placeOf.delete(id);
		}
		for (const [queueId, ofQueue] of byQueue) hear(queueId, ofQueue, heardAt);
	}

	async function readElsewhere(): Promise<void> {
		timer = null;
		const ids = elsewhere && [...elsewhere];
		elsewhere = new Set();
		const at = now();
		const changedAt = readAt - overlapMs;
		readAt = at;
		const openIds = [...placeOf.keys()].map((key) => key.slice(key.indexOf(' ') + 1));
		take(await changedTimes(database, ids, { fromAt: at - oldestMs, changedAt, openIds }), at);
	}

	const endNotices = onNotice(database, (notice) => {
		if (notice.kind === 'calls') take(notice.calls, now());
		else if (notice.kind === 'queue') void recallNew(notice.stored.id);
		else if (notice.kind === 'queues_elsewhere') void recallElsewhere();
		else if (notice.kind === 'calls_elsewhere') {
			if (notice.queueIds === null) elsewhere = null;
			else for (const id of notice.queueIds) elsewhere?.add(id);
			timer ??= setTimeout(() => {
				readElsewhere().catch((error: unknown) =>
					console.error('Calls stored elsewhere were not read:', error)
				);
			}, elsewhereMs).unref();
		}
	});

	async function recall(queueId: number): Promise<void> {
		const line = lineOf(queueId);
		if (!line.early) return;
		const at = now();
		const calls = await callTimes(database, queueId, {
			fromAt: at - recalledMs,
			toAt: at + oldestMs,
			most: recalledCalls
		});
		if (ended || !line.early) return;
		const heard = calls.map(heardCall);
		line.live.recall(heard.reverse(), at);
		calls.forEach((call) => {
			if (call.endedAt === null && at - call.enqueuedAt <= oldestMs) placeOf.set(keyText(call), queueId);
		});
		for (const { calls, heardAt } of line.early.splice(0)) line.live.hear(calls, heardAt);
		line.early = null;
	}

	/** A queue that a record has just made: there is nothing to recall, unless its calls were moved. */
	function recallNew(queueId: number): Promise<void> {
		if (lines.get(queueId)?.early === null) return Promise.resolve();
		return recall(queueId).catch((error: unknown) =>
			console.error(`Queue ${queueId} was not recalled:`, error)
		);
	}

	/** Queues that another process has made: its calls of them may be told of before or after. */
	async function recallElsewhere(): Promise<void> {
		await book.settled().catch(() => undefined);
		for (const { id } of book.all()) if (!ended) await recallNew(id);
	}

	const estimates: Estimates = {
		ready: recallAll(book, recall, () => ended),
		recallAgain() {
			for (const line of lines.values()) Object.assign(line, { live: new LiveLine(), early: [], grid: -1 });
			placeOf.clear();
			return recallAll(book, recall, () => ended);
		},
		state(queueId, at) {
			const line = lines.get(queueId);
			return line && !line.early ? line.live.state(at) : null;
		},
		estimate(queueId, at) {
			const line = lines.get(queueId);
			if (!line || line.early || line.live.state(at).feed !== 'live') return null;
			return line.live.estimate(at);
		},
		shown(dated, typical, at) {
			const line = lineOf(dated.id);
			const grid = Math.floor(at / shownGridMs);
			const { madeOf } = line;
			if (line.grid < grid || madeOf?.dated !== dated || madeOf.typical !== typical) {
				line.shown = shownOnGrid(line, dated, typical, grid * shownGridMs);
				line.grid = grid;
				line.madeOf = { dated, typical };
			}
			return line.shown;
		},
		onChange(queueId, changed) {
			const { listeners } = lineOf(queueId);
			listeners.add(changed);
			return () => listeners.delete(changed);
		},
		end() {
			ended = true;
			endNotices();
			if (timer) clearTimeout(timer);
			if (running.get(database.sql) === estimates) running.delete(database.sql);
		}
	};
	running.set(database.sql, estimates);
	return estimates;
}

/** Public queues first: somebody may be asking. One after the other, so that nothing else stands still. */
async function recallAll(
	book: QueueBook,
	recall: (queueId: number) => Promise<void>,
	isOver: () => boolean
): Promise<void> {
	const queues = book.all();
	const inOrder = [
		...queues.filter(({ queue }) => queue.public.enabled),
		...queues.filter(({ queue }) => !queue.public.enabled)
	];
	for (const { id, queue } of inOrder) {
		if (isOver()) return;
		await recall(id).catch((error: unknown) =>
			console.error(`The line ${queue.slug} was not recalled:`, error)
		);
	}
}

function shownOnGrid(
	{ live, early, shown }: Line,
	{ queue }: DatedQueue,
	typical: TypicalHours,
	at: number
): Shown {
	if (!openAt(queue, at)) return { shown: null, whyNotLive: null };
	const { date, hour } = wallTime(queue.zone, at);
	const { kind, weekday } = dayKind(queue, date);
	const { feed } = live.state(at);
	const view = early ? null : { feed, estimate: live.estimate(at), learned: live.learned };
	return shownNow(view, {
		typical: typical(kind, weekday, hour),
		minCalls: queue.public.min_calls,
		before: shown.shown
	});
}

function heardCall(call: NoticedCall): HeardCall {
	const { enqueuedAt, answeredAt, endedAt, outcome, priority } = call;
	return { id: keyText(call), enqueuedAt, answeredAt, endedAt, outcome, priority: priority ?? null };
}
