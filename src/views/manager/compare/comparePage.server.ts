import { compareDays, type Compared } from '#analysis/compareDays.ts';
import { mayRead, type Person } from '#model/person.ts';
import type { Database } from '#records/database.server.ts';
import { findQueue, listQueues, type StoredQueue } from '#records/queues.server.ts';
import { datedQueue } from '#records/specialDays.server.ts';
import { keepAnswers } from '#rollups/keepAnswers.server.ts';
import { firstDayAt, readTallies } from '#rollups/read.server.ts';
import { offered, type Tally } from '#rollups/tally.ts';
import { formatDay } from '#texts/formatDay.ts';
import type { Lang } from '#texts/lang.ts';
import { compareTexts } from '#texts/compare.ts';
import { calendarFor, type Calendar } from '#time/calendar.ts';
import type { Interval } from '#time/intervals.ts';
import { addDays, dayStart, wallTime } from '#time/zone.ts';
import { serviceLevelMeaning } from '../keyFigures.ts';
import { compareAddress } from './compareAddress.ts';
import { compareLead, comparedRows, hasNoCalls } from './comparedRows.ts';
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
	const shifted = dates.map((date) => addDays(date, -shiftDays));
	const [a, b] = await Promise.all([
		sideOf(database, stored, dates, now),
		sideOf(database, other, shifted, now)
	]);
	const { pairs, compared } = await readCompared(database, a, b);
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
	const otherKinds = pairs.filter(
		({ date, otherDate }) => a.calendar(date).kind !== b.calendar(otherDate).kind
	).length;
	const levels = [stored, other].map(({ queue }) => serviceLevelMeaning(queue.service_level, lang));
	return {
		slug,
		name: stored.queue.name[lang],
		address: { ...address, against },
		pinned: { from: address.from, to: address.to, with: against },
		choices: others.map(({ queue }) => ({ slug: queue.slug, name: queue.name[lang] })),
		empty: pairs.length === 0 || hasNoCalls(compared),
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

/** A queue's days that can be compared: those from its first on, that are over. */
interface Side {
	stored: StoredQueue;
	days: ({ date: string } & Interval)[];
	isWhole: boolean[];
	calendar: Calendar;
}

async function sideOf(database: Database, stored: StoredQueue, dates: string[], now: number): Promise<Side> {
	const [queue, firstAt] = await Promise.all([datedQueue(database, stored), firstDayAt(database, [stored])]);
	const { zone } = queue;
	const days = dates.map((date) => ({
		date,
		startAt: dayStart(zone, date),
		endAt: dayStart(zone, addDays(date, 1))
	}));
	const isWhole = days.map(({ startAt, endAt }) => firstAt !== null && startAt >= firstAt && endAt <= now);
	return { stored, days, isWhole, calendar: calendarFor(queue) };
}

interface ComparedPairs {
	pairs: { date: string; otherDate: string; a: Tally; b: Tally }[];
	compared: Compared[];
}

const keptPairs = keepAnswers<ComparedPairs>(6 * 1024 * 1024, ({ pairs }) => pairs.length * 3000);

/** The days of both sides and how they differ, which takes hundreds of draws. */
async function readCompared(database: Database, a: Side, b: Side): Promise<ComparedPairs> {
	const levels = { a: a.stored.queue.service_level, b: b.stored.queue.service_level };
	const whole = a.isWhole.map((isWhole, i) => isWhole && b.isWhole[i] === true);
	const ends = [...a.days, ...b.days];
	const range = {
		startAt: Math.min(...ends.map(({ startAt }) => startAt)),
		endAt: Math.max(...ends.map(({ endAt }) => endAt))
	};
	const key = JSON.stringify([a.days[0]?.date, b.days[0]?.date, whole.map(Number).join(''), levels]);
	return keptPairs(database, { key, queues: [a.stored, b.stored], range }, async () => {
		const [ofA, ofB] = await Promise.all(
			[a, b].map(({ stored, days }) => readTallies(database, [stored], days))
		);
		const pairs = a.days.flatMap(({ date }, i) => {
			const [otherDate, one, other] = [b.days[i]?.date, ofA?.[i], ofB?.[i]];
			return whole[i] && otherDate !== undefined && one && other
				? [{ date, otherDate, a: one, b: other }]
				: [];
		});
		return { pairs, compared: compareDays(pairs, levels) };
	});
}
