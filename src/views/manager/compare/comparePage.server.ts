import { compareDays } from '#analysis/compareDays.ts';
import { mayRead, type Person } from '#model/person.ts';
import type { Database } from '#records/database.server.ts';
import { findQueue, listQueues, type StoredQueue } from '#records/queues.server.ts';
import { datedQueue } from '#records/specialDays.server.ts';
import { firstDayAt, readTallies } from '#rollups/read.server.ts';
import { offered, type Tally } from '#rollups/tally.ts';
import { formatDay } from '#texts/formatDay.ts';
import type { Lang } from '#texts/lang.ts';
import { compareTexts } from '#texts/compare.ts';
import { calendarFor } from '#time/calendar.ts';
import { addDays, dayStart, wallTime } from '#time/zone.ts';
import { serviceLevelMeaning } from '../keyFigures.ts';
import { compareAddress } from './compareAddress.ts';
import { compareLead, comparedRows } from './comparedRows.ts';
import { pairPoints } from './pairPoints.ts';

interface CompareAsked {
	query: URLSearchParams;
	now: number;
	lang: Lang;
	/** Who looks: the other queue must be one of theirs. */
	reader: Pick<Person, 'role' | 'queues'> | null;
}

/** A queue's range beside another, or null where there is no such queue. */
export async function comparePage(
	database: Database,
	slug: string,
	{ query, now, lang, reader }: CompareAsked
) {
	const [stored, all] = await Promise.all([findQueue(database, slug), listQueues(database)]);
	if (!stored) return null;
	const texts = compareTexts(lang);
	const address = compareAddress(query, wallTime(stored.queue.zone, now).date);
	const others = all.filter(({ id, queue }) => id !== stored.id && mayRead(reader, queue.slug));
	const chosen = others.find(({ queue }) => queue.slug === address.against);
	const other = chosen ?? stored;
	const against = chosen || address.shiftDays > 0 ? address.against : 'before';
	const shiftDays = chosen || address.shiftDays > 0 ? address.shiftDays : Math.ceil(address.days / 7) * 7;
	const dates = Array.from({ length: address.days }, (_, i) => addDays(address.from, i));
	const [a, b] = await Promise.all([
		readSide(database, stored, dates, now),
		readSide(
			database,
			other,
			dates.map((date) => addDays(date, -shiftDays)),
			now
		)
	]);
	const pairs = dates.flatMap((date, i) => {
		const [ofA, ofB] = [a.tallies[i], b.tallies[i]];
		return ofA && ofB ? [{ date, otherDate: addDays(date, -shiftDays), a: ofA, b: ofB }] : [];
	});
	const compared = compareDays(pairs, { a: stored.queue.service_level, b: other.queue.service_level });
	const day = (date: string) => formatDay(date, lang, { year: true });
	const range = (first: string | undefined, last: string | undefined) =>
		first === undefined || last === undefined
			? ''
			: first === last
				? day(first)
				: texts.range(day(first), day(last));
	const [firstPair, lastPair] = [pairs[0], pairs.at(-1)];
	const ranges = {
		a: range(firstPair?.date, lastPair?.date),
		b: range(firstPair?.otherDate, lastPair?.otherDate)
	};
	const names = chosen
		? {
				a: texts.sideOf(stored.queue.name[lang], ranges.a),
				b: texts.sideOf(other.queue.name[lang], ranges.b)
			}
		: ranges;
	const otherKinds = pairs.filter(({ date, otherDate }) => a.kindOf(date) !== b.kindOf(otherDate)).length;
	const levels = [stored, other].map(({ queue }) => serviceLevelMeaning(queue.service_level, lang));
	return {
		slug,
		name: stored.queue.name[lang],
		address: { ...address, against },
		pinned: { from: address.from, to: address.to, with: against },
		choices: others.map(({ queue }) => ({ slug: queue.slug, name: queue.name[lang] })),
		empty: pairs.length === 0,
		names,
		lead: compareLead(compared, pairs.length, lang),
		rows: comparedRows(compared, lang),
		notes: {
			pairs: pairs.length,
			shiftWeeks: shiftDays / 7,
			otherKinds,
			capped: address.capped,
			levels: levels[0] === levels[1] ? [] : levels
		},
		totals: {
			a: pairs.reduce((sum, pair) => sum + offered(pair.a), 0),
			b: pairs.reduce((sum, pair) => sum + offered(pair.b), 0)
		},
		points: pairPoints(pairs, lang),
		weekly: pairs.length > 92
	};
}

interface Side {
	/** null: the queue did not exist yet, or the day is not over. */
	tallies: (Tally | null)[];
	kindOf: (date: string) => string;
}

async function readSide(
	database: Database,
	stored: StoredQueue,
	dates: string[],
	now: number
): Promise<Side> {
	const queue = await datedQueue(database, stored);
	const { zone } = queue;
	const firstAt = await firstDayAt(database, [stored]);
	const days = dates.map((date) => ({
		startAt: dayStart(zone, date),
		endAt: dayStart(zone, addDays(date, 1))
	}));
	const tallies = await readTallies(database, [stored], days);
	const calendar = calendarFor(queue);
	return {
		tallies: days.map(({ startAt, endAt }, i) =>
			firstAt !== null && startAt >= firstAt && endAt <= now ? (tallies[i] ?? null) : null
		),
		kindOf: (date) => calendar(date).kind
	};
}
