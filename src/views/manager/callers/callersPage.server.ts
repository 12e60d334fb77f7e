import type { ChartMarks } from '#charts/marks.ts';
import type { Database } from '#records/database.server.ts';
import { findQueue } from '#records/queues.server.ts';
import type { HeldDay } from '#records/toldWaits.server.ts';
import type { Lang } from '#texts/lang.ts';
import { openAt } from '#time/serviceHours.ts';
import { addDays, dayStart, wallTime } from '#time/zone.ts';
import { datedOf } from '#work/datedQueues.server.ts';
import { estimatesOf } from '#work/estimates.server.ts';
import { heldDays, heldUntil, replayMissing, shareHeld } from '#work/heldRecord.server.ts';
import type { Shown } from '#work/keptLine.ts';
import { publishedWeek } from '#work/publishedWeeks.server.ts';
import { chartMarks } from '../annotations/chartMarks.server.ts';

export interface CallersPageData {
	slug: string;
	name: { en: string; zh: string };
	isPublic: boolean;
	parts: { now: boolean; accuracy: boolean };
	isOpen: boolean;
	now: Shown;
	mostHeld: number | null;
	/** Whether the public answer says how often "most under" held. */
	isHeldPublic: boolean;
	halfHeld: number | null;
	/** Of the last 28 days before today, one each, in order. */
	days: HeldDay[];
	/** What is marked in these days. */
	marks: ChartMarks | null;
}

/** What callers of a queue are told now, and how that held; null where there is no such queue. */
export async function callersPage(
	database: Database,
	slug: string,
	{ now, lang }: { now: number; lang: Lang }
): Promise<CallersPageData | null> {
	const stored = await findQueue(database, slug);
	if (!stored) return null;
	const dated = await datedOf(database, stored);
	const { queue } = dated;
	const estimates = estimatesOf(database);
	const published = await publishedWeek(database, dated, now);
	const { enabled, parts, min_calls } = queue.public;
	let known = await heldUntil(database, dated, now);
	// What is public is filled in by what runs by itself, but a history may have been sent just now.
	if (!enabled || known.every(({ callers }) => callers === 0)) {
		const live = ['live', 'silent'].includes(estimates?.state(stored.id, now)?.feed ?? '');
		await replayMissing(database, dated, { now, live });
		known = await heldUntil(database, dated, now);
	}
	const days = everyDay(known, wallTime(queue.zone, now).date);
	const intervals = days.map(({ day }) => ({
		startAt: dayStart(queue.zone, day),
		endAt: dayStart(queue.zone, addDays(day, 1))
	}));
	return {
		slug,
		name: queue.name,
		isPublic: enabled,
		parts,
		isOpen: openAt(queue, now),
		now: estimates?.shown(dated, published.typical, now) ?? { shown: null, whyNotLive: 'unknown' },
		isHeldPublic: enabled && parts.accuracy && published.mostHeld !== null,
		mostHeld: shareHeld(known, 'mostHeld', min_calls),
		halfHeld: shareHeld(known, 'halfHeld', min_calls),
		days,
		marks: await chartMarks(database, stored, intervals, lang)
	};
}

/** Days of which nothing is known are days without callers who were told anything. */
function everyDay(known: HeldDay[], today: string): HeldDay[] {
	return Array.from({ length: heldDays }, (_, i) => {
		const day = addDays(today, i - heldDays);
		const none = { day, callers: 0, halfHeld: 0, mostHeld: 0, liveCallers: 0, replayed: false };
		return known.find((one) => one.day === day) ?? none;
	});
}
