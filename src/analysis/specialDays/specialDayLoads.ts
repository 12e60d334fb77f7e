import type { Queue } from '#model/queue.ts';
import type { Place } from '#time/calendar.ts';
import { addDays } from '#time/zone.ts';
import { dayFacts, type DayFacts } from './dayFacts.ts';
import { leavingScale, loadScale, unknown, waitScale, type Scale } from './figureScales.ts';
import { interval80, p80, type Interval80 } from './interval80.ts';
import { kindLoads, type KindLoadFactor, type Studies } from './kindLoads.ts';
import { normalQuantile } from './studentQuantile.ts';
import { study } from './study.ts';

/** What a day brought. */
export interface DaySeen {
	date: string;
	offered: number;
	answered: number;
	abandoned: number;
	/** Of answered and abandoned callers. */
	waitP50Seconds: number | null;
	/** Something was marked on it: it tells nothing of other days, though what came is counted. */
	leftOut?: boolean;
}

export interface DayLoadFactor extends DayFacts {
	/** Over, and the line was in use: what follows was counted. Else it is foretold, where it can be. */
	seen: boolean;
	offered: number | null;
	/** What a like ordinary day would have brought, or would now; null where no such day was seen. */
	expected: number | null;
	factor: Interval80 | null;
	waitP50Seconds: number | null;
	expectedWaitP50Seconds: number | null;
	abandonmentRate: number | null;
	expectedAbandonmentRate: number | null;
}

export interface SpecialDayLoads {
	/** Every day of the year asked for. */
	days: DayLoadFactor[];
	/** The strongest first. */
	kinds: KindLoadFactor[];
	/** How like days differ, as a coefficient of variation; null with too few ordinary days. */
	dayVariation: number | null;
}

export interface SpecialDaysInput {
	queue: Place & Pick<Queue, 'hours' | 'month_end_days'>;
	/** Days that follow each other up to yesterday. */
	seen: readonly DaySeen[];
	/** `YYYY` */
	year: string;
}

/** A little more load makes much longer waits. */
const waitsReach = 4;

/** What every day of a year brought, or will bring, against a like ordinary day; and what each kind of day does. */
export function specialDayLoads({ queue, seen, year }: SpecialDaysInput): SpecialDayLoads {
	const facts = seen.map(({ date }) => dayFacts(queue, date));
	const figures = ({ figure }: Scale) =>
		seen.map((day, i) => (!day.leftOut && (facts[i]?.open || day.offered > 0) ? figure(day) : unknown));
	const load = study(facts, figures(loadScale), 1);
	const waits = study(facts, figures(waitScale), waitsReach);
	const leaving = study(facts, figures(leavingScale), waitsReach);
	const places = new Map(seen.map(({ date }, i) => [date, i]));
	const last = seen.at(-1)?.date ?? '';
	const days: DayLoadFactor[] = [];
	for (let date = `${year}-01-01`; date.startsWith(year); date = addDays(date, 1)) {
		const at = places.get(date);
		const own = at === undefined ? dayFacts(queue, date) : facts[at];
		const counted = at === undefined ? undefined : seen[at];
		if (!own) continue;
		if (counted && at !== undefined) days.push(seenDay(own, counted, at, { load, waits, leaving }));
		else days.push(date > last ? comingDay(own, { load, waits, leaving }) : { ...own, ...nothing });
	}
	const kinds = kindLoads(facts, { load, waits, leaving });
	return { days, kinds, dayVariation: load && Math.sqrt(Math.exp(load.sd ** 2) - 1) };
}

const nothing = {
	seen: false,
	offered: null,
	expected: null,
	factor: null,
	waitP50Seconds: null,
	expectedWaitP50Seconds: null,
	abandonmentRate: null,
	expectedAbandonmentRate: null
};

const mapped = (scaled: number | null | undefined, { back }: Scale) =>
	scaled === null || scaled === undefined ? null : back(scaled);

/** Counted over expected; the interval says how far an ordinary day could have been from what was expected of it. */
function seenDay(
	facts: DayFacts,
	day: DaySeen,
	at: number,
	{ load, waits, leaving }: Studies
): DayLoadFactor {
	const { offered, answered, abandoned } = day;
	const expected = mapped(load?.expected[at], loadScale);
	const callers = answered + abandoned;
	return {
		...facts,
		seen: true,
		offered,
		expected,
		factor: load && expected !== null ? seenFactor(offered, expected, load.sd) : null,
		waitP50Seconds: day.waitP50Seconds,
		expectedWaitP50Seconds: mapped(waits?.expected[at], waitScale),
		abandonmentRate: callers > 0 ? abandoned / callers : null,
		expectedAbandonmentRate: mapped(leaving?.expected[at], leavingScale)
	};
}

function seenFactor(offered: number, expected: number, sd: number): Interval80 {
	// A count of 0 tells that no more than 2.3 were to be expected, nine times of ten.
	if (offered === 0) return { value: 0, low: 0, high: 2.3 / expected };
	const wide = normalQuantile(p80) * Math.sqrt(sd ** 2 + 1 / offered);
	const value = offered / expected;
	return { value, low: value * Math.exp(-wide), high: value * Math.exp(wide) };
}

function comingDay(facts: DayFacts, { load, waits, leaving }: Studies): DayLoadFactor {
	const expected = mapped(load?.toCome(facts), loadScale);
	const effect = facts.open ? (load?.on(facts) ?? null) : null;
	return {
		...facts,
		...nothing,
		expected,
		factor: effect && interval80(effect, loadScale.back),
		expectedWaitP50Seconds: mapped(waits?.toCome(facts), waitScale),
		expectedAbandonmentRate: mapped(leaving?.toCome(facts), leavingScale)
	};
}
