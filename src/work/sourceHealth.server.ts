import { slotMs } from '#analysis/sourceHealth/slots.ts';
import { sourceGaps, type SourceGap } from '#analysis/sourceHealth/sourceGaps.ts';
import { sourceProblems, type SourceProblem } from '#analysis/sourceHealth/sourceProblems.ts';
import type { Database } from '#records/database.server.ts';
import { listIntake } from '#records/intake.server.ts';
import {
	countFromFuture,
	readActiveSlots,
	readRecentIntake,
	readSourceQueues
} from '#records/intakeParts.server.ts';
import { listQueues } from '#records/queues.server.ts';
import { calendarFor, isWorking, type Place } from '#time/calendar.ts';
import { wallTime } from '#time/zone.ts';
import { datedOf } from './datedQueues.server.ts';

/** How a source does. Instants in ms. */
export interface SourceHealth {
	source: string;
	/** The queues that it has told of in the last thirty days. */
	queueIds: number[];
	/** By the clock of the first of them. */
	zone: string;
	receivedAt: number;
	newestAt: number | null;
	delayMs: number | null;
	usualDelayMs: number | null;
	/** Records a minute, over the last quarter hour. */
	perMinute: number;
	/** Of the last day. */
	read: number;
	refused: number;
	/** By so much the clock of a record of the last hour was ahead; null: by none. */
	aheadMs: number | null;
	/** Of the last hour, refused because they were from the future. */
	fromFuture: number;
	/** Of the last seven days, the latest first. */
	gaps: SourceGap[];
	problems: SourceProblem[];
}

const learnedMs = 28 * 86_400_000;
const gapsMs = 7 * 86_400_000;
const freshMs = 15_000;
const staleMs = 120_000;

interface Kept {
	at: number;
	value: Promise<SourceHealth[]>;
	next: Promise<SourceHealth[]> | null;
}

const kept = new WeakMap<Database['sql'], Kept>();

/**
 * How every source does, by its name: at most some seconds old. Pages ask again and again, so an older answer is given
 * at once while a new one is made.
 */
export function sourceHealth(
	database: Database,
	place: Pick<Place, 'country'> & { zone: string },
	now: number
): Promise<SourceHealth[]> {
	const known = kept.get(database.sql);
	const age = known ? Math.abs(now - known.at) : Infinity;
	if (known && age < freshMs) return known.value;
	if (known && age < staleMs) {
		known.next ??= renew(database, place, now);
		known.next.catch(() => (known.next = null));
		return known.value;
	}
	const value = readSourceHealth(database, place, now);
	kept.set(database.sql, { at: now, value, next: null });
	value.catch(() => kept.delete(database.sql));
	return value;
}

async function renew(
	database: Database,
	place: Pick<Place, 'country'> & { zone: string },
	now: number
): Promise<SourceHealth[]> {
	const value = await readSourceHealth(database, place, now);
	kept.set(database.sql, { at: now, value: Promise.resolve(value), next: null });
	return value;
}

/** The same, made now. `place` is that of sources of which no queue is known. */
export async function readSourceHealth(
	database: Database,
	place: Pick<Place, 'country'> & { zone: string },
	now: number
): Promise<SourceHealth[]> {
	const [sources, recent, future, pairs, queues, active] = await Promise.all([
		listIntake(database),
		readRecentIntake(database, now),
		countFromFuture(database, now),
		readSourceQueues(database, now),
		listQueues(database),
		readActiveSlots(database, now - learnedMs)
	]);
	return Promise.all(
		sources.map(async ({ source, receivedAt, newestAt, delayMs }): Promise<SourceHealth> => {
			const lately = recent.find((one) => one.source === source);
			const queueIds = pairs.filter((pair) => pair.source === source).map(({ queueId }) => queueId);
			const stored = queues.find(({ id }) => queueIds.includes(id));
			const where = stored ? (await datedOf(database, stored)).queue : place;
			const calendar = calendarFor(where);
			const dayOf = (at: number) => {
				const { date, hour, minute } = wallTime(where.zone, at);
				const kind = isWorking(calendar(date)) ? 'working' : 'free';
				return { date, kind, slot: Math.floor((hour * 60 + minute) / (slotMs / 60_000)) };
			};
			const gaps = sourceGaps(active.get(source) ?? [], { now, sinceAt: now - gapsMs, dayOf });
			const fromFuture = future.get(source) ?? 0;
			const { mostAheadMs = null, leastDelayMs = null, usualDelayMs = null } = lately ?? {};
			return {
				source,
				queueIds,
				zone: where.zone,
				receivedAt: receivedAt.getTime(),
				newestAt: newestAt?.getTime() ?? null,
				delayMs: delayMs === null ? null : Math.max(0, delayMs),
				usualDelayMs,
				perMinute: (lately?.quarter ?? 0) / 15,
				read: lately?.dayRead ?? 0,
				refused: lately?.dayRefused ?? 0,
				aheadMs: mostAheadMs !== null && mostAheadMs > 0 ? mostAheadMs : null,
				fromFuture,
				gaps: gaps.reverse(),
				problems: sourceProblems(
					{
						read: lately?.read ?? 0,
						refused: lately?.refused ?? 0,
						fromFuture,
						leastDelayMs,
						mostAheadMs,
						usualDelayMs
					},
					gaps
				)
			};
		})
	);
}
