import type { RequestEvent } from '@sveltejs/kit';
import { furthestDays, likeDays } from '#analysis/likeDays.ts';
import { exampleDays } from '#records/annotations.server.ts';
import type { StoredQueue } from '#records/queues.server.ts';
import { loadRow } from '#rollups/loadRow.ts';
import { readTallies } from '#rollups/read.server.ts';
import { emptyTally, mergeTally, offered } from '#rollups/tally.ts';
import { addDays, dayStart, formatInstant, instantOf, wallTime } from '#time/zone.ts';
import { datedOf, type DatedQueue } from '#work/datedQueues.server.ts';
import { product } from '#work/product.server.ts';
import { authorize } from './authorize.server.ts';
import type { Live } from './live.ts';
import { problem } from './problem.ts';
import { queuesOf } from './queuesOf.server.ts';
import { typicalOf } from './typicalOf.ts';

/** `GET /api/v1/queues/{queue}/live`: the queue as it is, or the problem with what was asked. */
export async function getLive(event: RequestEvent): Promise<Live | Response> {
	const queue = await liveQueue(event);
	return queue instanceof Response ? queue : readLive(queue, event.locals.now);
}

/** The one queue that the request names and its sender may read. */
export async function liveQueue(event: RequestEvent): Promise<StoredQueue | Response> {
	const allowed = await authorize(event, 'read');
	if (allowed instanceof Response) return allowed;
	const queues = await queuesOf(event.params.queue ?? '', allowed);
	if (queues instanceof Response) return queues;
	const [queue, ...others] = queues;
	if (others.length > 0) return problem(400, 'One queue only', 'Name one queue.', { field: 'queue' });
	return queue;
}

/**
 * What many readers ask within a second is read once.
 * @param options.anew also when it was read in this second already: something has changed since
 */
export async function readLive(
	stored: StoredQueue,
	now: number,
	{ anew = false }: { anew?: boolean } = {}
): Promise<Live> {
	const { database, estimates } = product();
	if (anew) todays.delete(stored.id);
	const dated = await datedOf(database, stored);
	const [{ today, last_quarter_hour }, typical] = await Promise.all([
		shared(todays, stored, Math.floor(now / 1000), () => readToday(dated, now)),
		shared(typicals, stored, Math.floor(now / quarterMs), () => readTypical(dated, now))
	]);
	const state = estimates.state(stored.id, now) ?? nothingYet;
	const estimate = estimates.estimate(stored.id, now);
	const { longestSinceAt } = state;
	return {
		as_of: formatInstant(dated.queue.zone, now),
		feed: state.feed,
		waiting: state.waiting,
		longest_wait_seconds:
			longestSinceAt === null ? null : Math.max(0, Math.round((now - longestSinceAt) / 1000)),
		talking: state.talking,
		today,
		last_quarter_hour,
		typical,
		estimated_wait_seconds: estimate && {
			p50: Math.round(estimate.medianSeconds),
			p80: Math.round(estimate.p80Seconds)
		}
	};
}

const quarterMs = 15 * 60_000;
const nothingYet = { feed: 'unknown', waiting: 0, talking: 0, longestSinceAt: null } as const;

type Shared<T> = Map<number, { of: StoredQueue; at: number; value: Promise<T> }>;
const todays: Shared<Pick<Live, 'today' | 'last_quarter_hour'>> = new Map();
const typicals: Shared<Live['typical']> = new Map();

/** The value of an instant's step, made once. */
function shared<T>(kept: Shared<T>, of: StoredQueue, at: number, make: () => Promise<T>): Promise<T> {
	const known = kept.get(of.id);
	if (known?.of === of && known.at === at) return known.value;
	const value = make();
	kept.set(of.id, { of, at, value });
	value.catch(() => kept.get(of.id)?.value === value && kept.delete(of.id));
	return value;
}

async function readToday(dated: DatedQueue, now: number): Promise<Pick<Live, 'today' | 'last_quarter_hour'>> {
	const { zone, service_level } = dated.queue;
	const startAt = dayStart(zone, wallTime(zone, now).date);
	const runningAt = Math.floor(now / quarterMs) * quarterMs;
	const last = { startAt: runningAt - quarterMs, endAt: runningAt };
	// Quarter hours are whole; of the running one nothing is later than now.
	const parts = [
		{ startAt, endAt: last.startAt },
		last,
		{ startAt: Math.max(startAt, runningAt), endAt: runningAt + quarterMs }
	].filter((part) => part.endAt > part.startAt);
	const tallies = await readTallies(product().database, [dated], parts);
	const sum = emptyTally();
	parts.forEach((part, i) => part.startAt >= startAt && mergeTally(sum, tallies[i] ?? emptyTally()));
	return {
		today: loadRow(sum, service_level, zone, { startAt, endAt: now }),
		last_quarter_hour: loadRow(tallies[parts.indexOf(last)] ?? emptyTally(), service_level, zone, last)
	};
}

const dayMs = 86_400_000;

/** Like days until the last full quarter hour of this one; days before the queue's first call are left out. */
async function readTypical({ id, queue }: DatedQueue, now: number): Promise<Live['typical']> {
	const { zone, calendar, service_level } = queue;
	const { date, hour, minute } = wallTime(zone, now);
	const until = hour * 60 + minute - (minute % 15);
	const { database } = product();
	const range = { fromAt: now - furthestDays * dayMs, toAt: now };
	const isExample = await exampleDays(database, [id], zone, range);
	const tallies = await Promise.all(
		likeDays(calendar, date, { isExample }).map(async (day) => {
			const end = dayStart(zone, addDays(day, 1));
			const [startAt, endAt] = [dayStart(zone, day), Math.min(instantOf(zone, day, until), end)];
			const parts = [
				{ startAt, endAt },
				{ startAt: endAt, endAt: end }
			].filter((one) => one.endAt > one.startAt);
			const [first, ...rest] = await readTallies(database, [{ id, queue }], parts);
			const soFar = endAt > startAt ? (first ?? emptyTally()) : emptyTally();
			return { soFar, seen: [first, ...rest].some((tally) => tally && offered(tally) > 0) };
		})
	);
	const days = tallies.findLastIndex(({ seen }) => seen) + 1;
	return typicalOf(
		tallies.slice(0, days).map(({ soFar }) => soFar),
		service_level
	);
}
