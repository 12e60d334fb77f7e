import type { ShownWait } from '#analysis/liveWait/shownNow.ts';
import type { Database } from '#records/database.server.ts';
import { queueBook } from '#records/queueBook.server.ts';
import { addTold, dropTold, endTold, keepTelling, type ToldWait } from '#records/toldWaits.server.ts';
import { wallTime } from '#time/zone.ts';
import { datedOf, type DatedQueue } from './datedQueues.server.ts';
import type { Estimates } from './estimates.server.ts';
import { heldUntil, recordHeld, replayMissing, shareHeld } from './heldRecord.server.ts';
import { shownGridMs } from './keptLine.ts';
import { publishedWeek, publishHeld, renewOutlook } from './publishedWeeks.server.ts';

const hourMs = 3_600_000;
const toldKeptMs = 40 * 24 * hourMs;

/**
 * Writes down what callers are told of each public queue, whenever it changes, and every hour how it held for them.
 * Gives what ends it.
 */
export function keepTold(database: Database, estimates: Estimates, now: () => number): () => Promise<void> {
	const last = new Map<number, string>();
	/** The day on which the record of the days before was completed. */
	const completed = new Map<number, string>();
	/** Queues with nobody in their record, which is tried again every hour: a history may still be sent. */
	const empty = new Set<number>();
	let recordedHour = -1;
	let ended = false;
	let timer: NodeJS.Timeout | null = null;
	let running: Promise<void> = Promise.resolve();

	async function publicQueues(): Promise<DatedQueue[]> {
		const stored = (await queueBook(database)).all().filter(({ queue }) => queue.public.enabled);
		return Promise.all(stored.map((one) => datedOf(database, one)));
	}

	async function tell(at: number): Promise<void> {
		const changes: ToldWait[] = [];
		for (const stored of await publicQueues()) {
			if (ended) return;
			const { typical } = await publishedWeek(database, stored, at);
			const told = toldWait(stored.id, at, estimates.shown(stored, typical, at).shown);
			const text = `${told.basis} ${told.halfUnder} ${told.mostUnder}`;
			if (last.get(stored.id) === text) continue;
			last.set(stored.id, text);
			changes.push(told);
		}
		await addTold(database, changes);
		await keepTelling(database, at);
	}

	async function record(stored: DatedQueue, at: number): Promise<void> {
		await recordHeld(database, stored, at);
		await renewOutlook(database, stored);
		const today = wallTime(stored.queue.zone, at).date;
		if (completed.get(stored.id) === today && !empty.has(stored.id)) return;
		const live = ['live', 'silent'].includes(estimates.state(stored.id, at)?.feed ?? '');
		await replayMissing(database, stored, { now: at, live });
		const held = await heldUntil(database, stored, at);
		await publishHeld(database, stored, shareHeld(held, 'mostHeld', stored.queue.public.min_calls), at);
		completed.set(stored.id, today);
		if (held.some(({ callers }) => callers > 0)) empty.delete(stored.id);
		else empty.add(stored.id);
	}

	async function tick(): Promise<void> {
		const at = Math.floor(now() / shownGridMs) * shownGridMs;
		await tell(at);
		const hour = Math.floor(at / hourMs);
		for (const stored of await publicQueues()) {
			if (ended) return;
			const today = wallTime(stored.queue.zone, at).date;
			if (hour !== recordedHour || completed.get(stored.id) !== today) await record(stored, now());
		}
		if (hour !== recordedHour) await dropTold(database, at - toldKeptMs);
		recordedHour = hour;
	}

	function schedule(): void {
		if (ended) return;
		const untilNext = shownGridMs - (now() % shownGridMs);
		timer = setTimeout(() => {
			running = tick()
				.catch((error: unknown) => ended || console.error('What callers are told was not recorded:', error))
				.then(schedule);
		}, untilNext + 20).unref();
	}

	running = estimates.ready
		.then(() => (ended ? undefined : endTold(database, now() - 2 * shownGridMs)))
		.then(() => (ended ? undefined : tick()))
		.catch((error: unknown) => ended || console.error('What callers are told was not recorded:', error))
		.then(schedule);
	return async () => {
		ended = true;
		if (timer) clearTimeout(timer);
		await running;
	};
}

function toldWait(queueId: number, fromAt: number, shown: ShownWait | null): ToldWait {
	const basis = shown?.basis ?? null;
	return {
		queueId,
		fromAt,
		halfUnder: shown?.wait.half_under ?? null,
		mostUnder: shown?.wait.most_under ?? null,
		basis
	};
}
