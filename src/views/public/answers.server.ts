import { bestTime, gridMs } from '#analysis/bestTime.ts';
import { spreadNow, type Spread } from '#analysis/ofTwenty.ts';
import { typicalHours, type TypicalHours } from '#analysis/typicalHours.ts';
import type { BestTime } from '#model/publicAnswer.ts';
import type { Queue } from '#model/queue.ts';
import { exampleIntervals } from '#records/annotations.server.ts';
import type { Database } from '#records/database.server.ts';
import { queueBook } from '#records/queueBook.server.ts';
import type { StoredQueue } from '#records/queues.server.ts';
import { datedQueue } from '#records/specialDays.server.ts';
import { readTallies } from '#rollups/read.server.ts';
import type { Lang } from '#texts/lang.ts';
import { intervals } from '#time/intervals.ts';
import { addDays, dayStart, wallTime } from '#time/zone.ts';
import { datedOf, type DatedQueue } from '#work/datedQueues.server.ts';
import { estimatesOf } from '#work/estimates.server.ts';
import type { Shown } from '#work/keptLine.ts';
import {
	forgetPublished,
	hasSamePast,
	publishedWeek,
	type PublishedWeek
} from '#work/publishedWeeks.server.ts';

/** The queue, if it is shown in public; from memory. */
export async function publicQueue(database: Database, slug: string): Promise<StoredQueue | null> {
	const stored = (await queueBook(database)).find(slug);
	return stored?.queue.public.enabled ? stored : null;
}

/** All queues that are shown in public, by slug; from memory. */
export async function publicQueues(database: Database): Promise<StoredQueue[]> {
	return (await queueBook(database)).all().filter(({ queue }) => queue.public.enabled);
}

export interface Asked {
	lang: Lang;
	now: number;
	/** A topic's slug; one that the queue does not have changes nothing. */
	topic?: string | null;
}

/**
 * The answer for a public queue: the same object for all who ask for the same within a minute. From memory, but for the
 * first time and after a change of the settings.
 */
export async function publicAnswer(
	database: Database,
	stored: StoredQueue,
	{ lang, now, topic = null }: Asked
): Promise<BestTime> {
	const dated = await datedOf(database, stored);
	const { queue } = dated;
	const week = await publishedWeek(database, dated, now);
	const shown = estimatesOf(database)?.shown(dated, week.typical, now);
	const grid = Math.floor(now / gridMs);
	const shelf = shelfOf(database);
	let kept = shelf.get(stored.id);
	if (!kept || kept.grid !== grid || kept.dated !== dated || kept.week !== week || kept.shown !== shown) {
		kept = { grid, dated, week, shown, answers: new Map() };
		shelf.set(stored.id, kept);
	}
	const urgent = isUrgent(queue, topic);
	const name = `${lang} ${urgent}`;
	const answered = kept.answers.get(name);
	if (answered) return answered;
	const { typical, outlook, mostHeld } = week;
	const answer = bestTime({ queue, lang, now, typical, outlook, shown: shown?.shown, mostHeld, urgent });
	kept.answers.set(name, answer);
	return answer;
}

interface Kept {
	/** What the answers were made of: with any of it changed they are made anew. */
	grid: number;
	dated: DatedQueue;
	week: PublishedWeek;
	shown: Shown | undefined;
	answers: Map<string, BestTime>;
}

const shelves = new WeakMap<Database['sql'], Map<number, Kept>>();

function shelfOf({ sql }: Database): Map<number, Kept> {
	const known = shelves.get(sql) ?? new Map<number, Kept>();
	shelves.set(sql, known);
	return known;
}

/** How the waits of the present hour spread, or of the next open one (see `ofTwenty`); null where nothing may be said. */
export async function publicSpread(
	database: Database,
	stored: StoredQueue,
	now: number
): Promise<Spread | null> {
	const dated = await datedOf(database, stored);
	const { typical } = await publishedWeek(database, dated, now);
	return spreadNow(dated.queue, Math.floor(now / gridMs) * gridMs, typical);
}

/**
 * The same two as they would be with settings that are not stored, of which nothing is kept: what a manager looks at
 * before saving. The line is as it is, whatever is typed: the wait now is the one that callers are told.
 */
export async function previewAnswer(
	database: Database,
	stored: StoredQueue,
	typed: Queue,
	{ lang, now, topic = null }: Asked
): Promise<{ answer: BestTime; spread: Spread | null }> {
	const dated = await datedOf(database, stored);
	const week = await publishedWeek(database, dated, now);
	const told = estimatesOf(database)?.shown(dated, week.typical, now).shown;
	const queue = await datedQueue(database, { ...stored, queue: typed });
	const { mostHeld } = week;
	const past = hasSamePast(queue, dated.queue)
		? { typical: week.typical, outlook: week.outlook, shown: told }
		: {
				typical: await readTypical(database, { id: stored.id, queue }, wallTime(queue.zone, now).date),
				shown: told?.basis === 'live' ? told : undefined
			};
	const { typical } = past;
	return {
		answer: bestTime({ queue, lang, now, ...past, mostHeld, urgent: isUrgent(queue, topic) }),
		spread: spreadNow(queue, Math.floor(now / gridMs) * gridMs, typical)
	};
}

/** Whether a topic of the queue is one to call about at once. */
export function isUrgent(queue: Queue, topic: string | null): boolean {
	return queue.public.topics.some(({ slug, urgent }) => slug === topic && urgent);
}

/** Forgets what is kept of a queue, for when its calls of past days were changed by hand. */
export async function forgetPublic(database: Database, slug: string): Promise<void> {
	const stored = (await queueBook(database)).find(slug);
	if (!stored) return;
	shelfOf(database).delete(stored.id);
	forgetPublished(database, stored.id);
}

/** Typical hours of the 8 whole weeks before today, as they are under these settings. */
async function readTypical(database: Database, stored: DatedQueue, today: string): Promise<TypicalHours> {
	const { queue } = stored;
	const from = dayStart(queue.zone, addDays(today, -56));
	const all = intervals(queue.zone, from, dayStart(queue.zone, today), 'hour');
	const hours = await exampleIntervals(database, [stored.id], all);
	return typicalHours(queue, hours, await readTallies(database, [stored], hours));
}
