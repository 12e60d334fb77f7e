import { compareDays, type Compared } from '#analysis/compareDays.ts';
import { mayRead, type Person } from '#model/person.ts';
import type { Database } from '#records/database.server.ts';
import { listQueues, type StoredQueue } from '#records/queues.server.ts';
import { datedQueue } from '#records/specialDays.server.ts';
import { keepAnswers } from '#rollups/keepAnswers.server.ts';
import { firstDayAt, readTallies } from '#rollups/read.server.ts';
import type { Tally } from '#rollups/tally.ts';
import { calendarFor, type Calendar } from '#time/calendar.ts';
import type { Interval } from '#time/intervals.ts';
import { addDays, dayStart, wallTime } from '#time/zone.ts';
import { compareAddress, type CompareAddress } from './compareAddress.ts';

/** A day of one side and the day that it is held against. */
export interface ComparedPair {
	date: string;
	otherDate: string;
	a: Tally;
	b: Tally;
}

/** Two ranges of days, pair by pair, and how they differ. */
export interface Comparison {
	/** As it was done: `against` a queue that is not to be read is the time before. */
	address: CompareAddress;
	/** Whose days were asked for. */
	stored: StoredQueue;
	/** Whose days are on the other side, and whether it is another queue. */
	other: StoredQueue;
	isOtherQueue: boolean;
	/** Queues that can stand on the other side. */
	others: StoredQueue[];
	pairs: ComparedPair[];
	compared: Compared[];
	/** Pairs of days of different kinds. */
	otherKinds: number;
	/** Queues whose records begin within or after what was asked, and the day; it and what lies before are left out. */
	begins: { stored: StoredQueue; date: string }[];
}

interface ComparisonAsked {
	query: URLSearchParams;
	now: number;
	/** Who looks: the other queue must be one of theirs. */
	reader: Pick<Person, 'queues'> | null;
}

/** A queue's range beside an earlier one, or beside another queue's. */
export async function comparison(
	database: Database,
	stored: StoredQueue,
	{ query, now, reader }: ComparisonAsked
): Promise<Comparison> {
	const asked = compareAddress(query, wallTime(stored.queue.zone, now).date);
	const others = (await listQueues(database)).filter(
		({ id, queue }) => id !== stored.id && mayRead(reader, queue.slug)
	);
	const chosen = others.find(({ queue }) => queue.slug === asked.against);
	const address =
		chosen || asked.shiftDays > 0
			? asked
			: { ...asked, against: 'before', shiftDays: Math.ceil(asked.days / 7) * 7 };
	const other = chosen ?? stored;
	const dates = Array.from({ length: address.days }, (_, i) => addDays(address.from, i));
	const shifted = dates.map((date) => addDays(date, -address.shiftDays));
	const [a, b] = await Promise.all([
		sideOf(database, stored, dates, now),
		sideOf(database, other, shifted, now)
	]);
	const { pairs, compared } = await readCompared(database, a, b);
	const cut = (chosen ? [a, b] : [b]).flatMap(({ stored, days, firstDate }) =>
		firstDate !== null && (days[0]?.date ?? firstDate) <= firstDate ? [{ stored, date: firstDate }] : []
	);
	return {
		address,
		stored,
		other,
		isOtherQueue: chosen !== undefined,
		others,
		pairs,
		compared,
		otherKinds: pairs.filter(({ date, otherDate }) => a.calendar(date).kind !== b.calendar(otherDate).kind)
			.length,
		begins: cut
	};
}

/** A queue's days that can be compared: those after the one on which its records begin, that are over. */
interface Side {
	stored: StoredQueue;
	days: ({ date: string } & Interval)[];
	/** The day of the first record: nobody knows whether it is whole. */
	firstDate: string | null;
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
	const firstDate = firstAt === null ? null : wallTime(zone, firstAt).date;
	const isWhole = days.map(({ date, endAt }) => firstDate !== null && date > firstDate && endAt <= now);
	return { stored, days, firstDate, isWhole, calendar: calendarFor(queue) };
}

interface ComparedPairs {
	pairs: ComparedPair[];
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
