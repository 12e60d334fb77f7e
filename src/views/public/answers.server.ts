import { bestTime, gridMs } from '#analysis/bestTime.ts';
import { spreadNow, type Spread } from '#analysis/ofTwenty.ts';
import { typicalHours, type TypicalHours } from '#analysis/typicalHours.ts';
import type { BestTime } from '#model/publicAnswer.ts';
import type { Queue } from '#model/queue.ts';
import type { Database } from '#records/database.server.ts';
import { findQueue, listQueues, type StoredQueue } from '#records/queues.server.ts';
import { datedQueue } from '#records/specialDays.server.ts';
import { readTallies } from '#rollups/read.server.ts';
import type { Lang } from '#texts/lang.ts';
import type { Calendar } from '#time/calendar.ts';
import { intervals } from '#time/intervals.ts';
import { addDays, dayStart, wallTime } from '#time/zone.ts';

/** The queue, if it is shown in public. */
export async function publicQueue(database: Database, slug: string): Promise<StoredQueue | null> {
	const stored = await findQueue(database, slug);
	return stored?.queue.public.enabled ? stored : null;
}

/** All queues that are shown in public, by slug. */
export async function publicQueues(database: Database): Promise<StoredQueue[]> {
	return (await listQueues(database)).filter(({ queue }) => queue.public.enabled);
}

export interface Asked {
	lang: Lang;
	now: number;
	/** A topic's slug; one that the queue does not have changes nothing. */
	topic?: string | null;
}

/** The answer for a public queue: the same object for all who ask for the same within a minute. */
export async function publicAnswer(
	database: Database,
	stored: StoredQueue,
	{ lang, now, topic = null }: Asked
): Promise<BestTime> {
	const queue = await datedQueue(database, stored);
	const kept = keptFor(database, stored, queue, now);
	const urgent = isUrgent(queue, topic);
	const name = `${lang} ${urgent}`;
	const grid = Math.floor(now / gridMs);
	const known = kept.answers.get(name);
	if (known?.grid === grid) return known.answer;
	const answer = bestTime({ queue, lang, now, typical: await kept.typical, urgent });
	kept.answers.set(name, { grid, answer });
	return answer;
}

/** How the waits of the present hour spread, or of the next open one (see `ofTwenty`); null where nothing may be said. */
export async function publicSpread(
	database: Database,
	stored: StoredQueue,
	now: number
): Promise<Spread | null> {
	const queue = await datedQueue(database, stored);
	const { typical } = keptFor(database, stored, queue, now);
	return spreadNow(queue, Math.floor(now / gridMs) * gridMs, await typical);
}

/** The same two for settings that are not stored yet, of which nothing is kept: what a manager looks at before saving. */
export async function previewAnswer(
	database: Database,
	stored: StoredQueue,
	{ lang, now, topic = null }: Asked
): Promise<{ answer: BestTime; spread: Spread | null }> {
	const queue = await datedQueue(database, stored);
	const typical = await readTypical(database, stored, queue, wallTime(queue.zone, now).date);
	return {
		answer: bestTime({ queue, lang, now, typical, urgent: isUrgent(queue, topic) }),
		spread: spreadNow(queue, Math.floor(now / gridMs) * gridMs, typical)
	};
}

/** Whether a topic of the queue is one to call about at once. */
export function isUrgent(queue: Queue, topic: string | null): boolean {
	return queue.public.topics.some(({ slug, urgent }) => slug === topic && urgent);
}

/** Forgets what is kept of a queue, for when its calls of past days were changed by hand. */
export function forgetPublic(slug: string): void {
	keptBySlug.delete(slug);
}

type Dated = Queue & { calendar: Calendar };

interface Kept {
	/** The settings, the calendar and the day that the rest holds for: an edit shows with the next request. */
	key: string;
	calendar: Calendar;
	typical: Promise<TypicalHours>;
	answers: Map<string, { grid: number; answer: BestTime }>;
}

const keptBySlug = new Map<string, Kept>();

function keptFor(database: Database, stored: StoredQueue, queue: Dated, now: number): Kept {
	const { calendar } = queue;
	const today = wallTime(queue.zone, now).date;
	const key = `${stored.id} ${today} ${JSON.stringify(queue)}`;
	const known = keptBySlug.get(queue.slug);
	if (known?.key === key && known.calendar === calendar) return known;
	const typical = readTypical(database, stored, queue, today);
	const kept: Kept = { key, calendar, typical, answers: new Map() };
	keptBySlug.set(queue.slug, kept);
	kept.typical.catch(() => {
		if (keptBySlug.get(queue.slug) === kept) keptBySlug.delete(queue.slug);
	});
	return kept;
}

/**
 * Typical hours of the 8 whole weeks before today. They are read once a day, so a call of today changes nothing, and
 * one of the past weeks shows tomorrow, together with a whole day of others.
 */
async function readTypical(
	database: Database,
	stored: StoredQueue,
	queue: Dated,
	today: string
): Promise<TypicalHours> {
	const from = dayStart(queue.zone, addDays(today, -56));
	const hours = intervals(queue.zone, from, dayStart(queue.zone, today), 'hour');
	return typicalHours(queue, hours, await readTallies(database, [stored], hours));
}
