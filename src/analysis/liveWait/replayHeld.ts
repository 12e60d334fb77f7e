import type { Queue } from '#model/queue.ts';
import { openAt } from '#time/serviceHours.ts';
import { wallTime } from '#time/zone.ts';
import { dayKind } from '../dayKind.ts';
import type { TypicalHours } from '../typicalHours.ts';
import { callEvents, type TimedCall } from '../waitEstimate/callEvents.ts';
import { createWaitEstimator } from '../waitEstimate/createWaitEstimator.ts';
import { countHeld, noHeld, type HeldCounts } from './heldCounts.ts';
import { shownNow, type ShownWait } from './shownNow.ts';

export interface ReplayOptions {
	/** What is known of the typical hours at the beginning of a date, `YYYY-MM-DD`. */
	typicalOn: (date: string) => TypicalHours;
	/** Whether calls are told of while they happen. Else only typical hours can have been shown. */
	live: boolean;
	gridMs: number;
}

/**
 * What callers would have been told had the product run, and how that held, by date of the queue's zone: goes through a
 * queue's calls as they happened, and shows on the grid what was known then.
 */
export function replayHeld(
	queue: Queue,
	calls: readonly TimedCall[],
	{ typicalOn, live, gridMs }: ReplayOptions
): Map<string, HeldCounts> {
	const byId = new Map(calls.map((call) => [call.id, call]));
	const estimator = createWaitEstimator();
	const days = new Map<string, HeldCounts>();
	const waiting = new Set<string>();
	let learned = 0;
	let grid = -Infinity;
	let shown: ShownWait | null = null;
	let date = '';
	for (const event of callEvents(calls)) {
		const eventGrid = Math.floor(event.at / gridMs);
		if (eventGrid > grid) {
			grid = eventGrid;
			const at = grid * gridMs;
			const wall = wallTime(queue.zone, at);
			date = wall.date;
			const { kind, weekday } = dayKind(queue, date);
			const view = live ? { feed: 'live' as const, estimate: estimator.estimate(at), learned } : null;
			const options: Parameters<typeof shownNow>[1] = {
				typical: typicalOn(date)(kind, weekday, wall.hour),
				minCalls: queue.public.min_calls,
				before: shown
			};
			shown = openAt(queue, at) ? shownNow(view, options).shown : null;
		}
		const call = event.kind === 'enqueued' ? byId.get(event.id) : undefined;
		if (call) {
			const counts = days.get(date) ?? noHeld();
			days.set(date, counts);
			countHeld(counts, call, shown);
			if (call.answeredAt !== null && call.answeredAt > call.enqueuedAt) waiting.add(call.id);
		}
		if (event.kind === 'answered' && waiting.delete(event.id)) learned++;
		estimator.event(event);
	}
	return days;
}
