import { hourPools } from '#analysis/hourPools.ts';
import { outlook, type Outlook } from '#analysis/outlook.ts';
import { steadyPools, type PublishedPools } from '#analysis/steadyPools.ts';
import { hoursOf, type TypicalHours } from '#analysis/typicalHours.ts';
import type { Queue } from '#model/queue.ts';
import { exampleIntervals, rereadAnnotations } from '#records/annotations.server.ts';
import type { Database } from '#records/database.server.ts';
import { readForecast } from '#records/forecasts.server.ts';
import { onNotice } from '#records/notices.server.ts';
import {
	findPublished,
	saveMostHeld,
	savePublished,
	type Published
} from '#records/publishedWeeks.server.ts';
import { readTallies } from '#rollups/read.server.ts';
import type { Calendar } from '#time/calendar.ts';
import { intervals } from '#time/intervals.ts';
import { addDays, dayStart, wallTime } from '#time/zone.ts';
import type { DatedQueue } from './datedQueues.server.ts';

/** What of a queue's past is shown in public; the same object for as long as it stays the same. */
export interface PublishedWeek {
	typical: TypicalHours;
	/** What the forecast says of the days to come beside them. */
	outlook: Outlook;
	/** The share of callers for whom "most under" held, in steps of a hundredth; null: too few to tell. */
	mostHeld: number | null;
}

/** Over so many whole weeks before today. */
const weeks = 8;

interface Kept {
	day: string;
	settings: string;
	calendar: Calendar;
	reading: Promise<Week>;
	/** What was read; while it is read again, what was before. */
	week: Week | null;
	/** Calls of days before this one that came in since; Infinity: other hours are examples now. */
	late: number;
	madeAt: number;
}

interface Week extends PublishedWeek {
	isEmpty: boolean;
}

type Shelf = Map<number, Kept>;
const shelves = new WeakMap<Database['sql'], Shelf>();

/**
 * What is published of a queue on the day of `now`. Made once a day, so a call of today changes nothing, and one of the
 * past weeks shows tomorrow at the earliest, if at all (`steadyPools`); other settings show at once, and so does a whole
 * history that is sent. Answers from memory, but for the first time and after a change of the settings.
 */
export function publishedWeek(
	database: Database,
	stored: DatedQueue,
	now: number
): PublishedWeek | Promise<PublishedWeek> {
	const shelf = shelfOf(database);
	const day = wallTime(stored.queue.zone, now).date;
	const settings = settingsOf(stored.queue);
	const { calendar } = stored.queue;
	const known = shelf.get(stored.id);
	const alike = known?.settings === settings;
	// Days that were holidays or are none any more are pooled anew, and so is a history that was sent.
	const history = alike && (known.calendar !== calendar || hasHistory(known, stored, now));
	if (alike && known.day === day && !history) return known.week ?? known.reading;
	// At midnight what was published yesterday is shown until today's is made: nobody waits for it, so it has time.
	const week = alike && known.week?.isEmpty === false ? known.week : null;
	const make = () => publish(database, stored, { day, settings, history });
	const reading = week ? inTurn(make) : make();
	const kept: Kept = { day, settings, calendar, reading, week, late: 0, madeAt: now };
	shelf.set(stored.id, kept);
	reading.then(
		(made) => (kept.week = made),
		(error: unknown) => {
			if (shelf.get(stored.id) === kept) shelf.delete(stored.id);
			if (week) console.error(`What is shown of ${stored.queue.slug} was not made anew:`, error);
		}
	);
	return week ?? reading;
}

let last: Promise<unknown> = Promise.resolve();

/** One after the other: midnight comes to all queues of a zone at once. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
	const done = last.then(work);
	last = done.catch(() => undefined);
	return done;
}

/** Forgets what is kept of a queue, for when its calls of past days were changed by hand. */
export function forgetPublished(database: Database, queueId: number): void {
	shelfOf(database).delete(queueId);
}

/** How far the published share must be off before another is published. */
const heldStep = 0.015;

/** Publishes how often "most under" held, in hundredths, where it differs from what is published by more than a step. */
export async function publishHeld(
	database: Database,
	stored: DatedQueue,
	share: number | null,
	now: number
): Promise<void> {
	const before = await publishedWeek(database, stored, now);
	const near = share !== null && before.mostHeld !== null && Math.abs(share - before.mostHeld) < heldStep;
	const mostHeld = near ? before.mostHeld : share && Math.round(share * 100) / 100;
	if (mostHeld === before.mostHeld) return;
	await saveMostHeld(database, stored.id, mostHeld);
	const kept = shelfOf(database).get(stored.id);
	if (kept?.week) kept.week = { ...kept.week, mostHeld };
}

/** Takes in what was forecast since the day began; the same object where that changes nothing. */
export async function renewOutlook(database: Database, stored: DatedQueue): Promise<void> {
	const kept = shelfOf(database).get(stored.id);
	const week = kept?.week;
	if (!week || week.isEmpty) return;
	const now = dayStart(stored.queue.zone, kept.day);
	const forecast = await readForecast(database, stored.id, now, now + daysShown * dayMs);
	const renewed = outlook(stored.queue, week.typical, { forecast, now });
	if (kept.week === week && forecast.some(({ startAt }) => renewed(startAt) !== week.outlook(startAt)))
		kept.week = { ...week, outlook: renewed };
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** So many times the calls that an hour needs are a history, and no single call. */
const historyTimes = 20;

/** A history that was sent does not wait for tomorrow. */
function hasHistory({ week, late, madeAt }: Kept, { queue }: DatedQueue, now: number): boolean {
	if (week?.isEmpty) return late > 0 || now - madeAt > hourMs;
	return late >= historyTimes * Math.max(1, queue.public.min_calls);
}

function shelfOf(database: Database): Shelf {
	const known = shelves.get(database.sql);
	if (known) return known;
	const shelf: Shelf = new Map();
	shelves.set(database.sql, shelf);
	onNotice(database, (notice) => {
		if (notice.kind === 'annotations') {
			rereadAnnotations(database);
			for (const [queueId, kept] of shelf)
				if (notice.queueId === null || notice.queueId === queueId) kept.late = Infinity;
		}
		if (notice.kind !== 'calls') return;
		for (const { queueId, enqueuedAt } of notice.calls) {
			const kept = shelf.get(queueId);
			if (kept && enqueuedAt < kept.madeAt - dayMs) kept.late++;
		}
	});
	return shelf;
}

/** What of the settings decides about the published hours, as a text; made once for each object of settings. */
function settingsOf(queue: Queue): string {
	const known = settingsTexts.get(queue);
	if (known !== undefined) return known;
	const { zone, country, subdivision, hours, month_end_days } = queue;
	const text = JSON.stringify([zone, country, subdivision, hours, month_end_days, queue.public.min_calls]);
	settingsTexts.set(queue, text);
	return text;
}

/** Whether what is published of a queue's past is the same under these settings as under those. */
export function hasSamePast(these: Queue, those: Queue): boolean {
	return settingsOf(these) === settingsOf(those);
}

const settingsTexts = new WeakMap<Queue, string>();

async function publish(
	database: Database,
	stored: DatedQueue,
	{ day, settings, history }: { day: string; settings: string; history: boolean }
): Promise<Week> {
	const before = await findPublished(database, stored.id);
	const alike = before?.settings === settings ? before : null;
	if (alike?.day === day && !history) return asWeek(database, stored, alike);
	const published = alike && alike.pools.size > 0 && !history ? alike.pools : null;
	const pools = await freshPools(database, stored, day, published);
	const made: Published = { day, settings, pools, mostHeld: alike?.mostHeld ?? null };
	const isMine = await savePublished(database, stored.id, made, { anew: history });
	const theirs = isMine ? null : await findPublished(database, stored.id);
	return asWeek(database, stored, theirs ?? made);
}

async function freshPools(
	database: Database,
	{ id, queue }: DatedQueue,
	today: string,
	published: PublishedPools | null
): Promise<PublishedPools> {
	const fromAt = dayStart(queue.zone, addDays(today, -7 * weeks));
	const all = intervals(queue.zone, fromAt, dayStart(queue.zone, today), 'hour');
	const hours = await exampleIntervals(database, [id], all);
	const fresh = hourPools(queue, hours, await readTallies(database, [{ id, queue }], hours));
	return steadyPools(published, fresh, queue.public.min_calls);
}

async function asWeek(database: Database, stored: DatedQueue, published: Published): Promise<Week> {
	const { day, pools, mostHeld } = published;
	const typical = hoursOf(pools);
	const now = dayStart(stored.queue.zone, day);
	const forecast =
		pools.size > 0 ? await readForecast(database, stored.id, now, now + daysShown * dayMs) : [];
	return {
		typical,
		mostHeld,
		isEmpty: pools.size === 0,
		outlook: outlook(stored.queue, typical, { forecast, now })
	};
}

const daysShown = 8;
