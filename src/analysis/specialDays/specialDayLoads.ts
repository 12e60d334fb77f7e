import type { Bilingual, Queue } from '#model/queue.ts';
import type { Place } from '#time/calendar.ts';
import { addDays } from '#time/zone.ts';
import { dayFacts, type DayFacts } from './dayFacts.ts';
import type { Effect } from './kindEffects.ts';
import { normalQuantile, studentQuantile } from './studentQuantile.ts';
import { study, type Study } from './study.ts';

/**
 * Kinds' intervals are so much wider than independent days would make them: days near each other share the error of
 * the level around them, and at real lines half of what a day is off is still there on the next (Brown et al. 2005).
 */
const widened = 1.3;

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

/** A figure between the ends of its 80 % interval. */
export interface Interval80 {
	value: number;
	low: number;
	high: number;
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

export interface KindLoadFactor {
	kind: string;
	/** What a manager called a kind of their own. */
	name: Bilingual | null;
	/** Days behind it, on which the line was open. */
	days: number;
	/** What it brings by itself, as a factor. */
	factor: Interval80;
	/** Whether it surely differs from 1 (see `sure`): else it is not told as a finding. */
	reported: boolean;
	/** What it makes of an ordinary day's wait and abandonment; null where too little is known. */
	wait: KindChange | null;
	abandonment: KindChange | null;
}

/** What becomes of an ordinary day's figure. */
export interface KindChange extends Interval80 {
	ordinary: number;
	reported: boolean;
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

/**
 * A kind is reported when its load could differ so much by chance on at most one line in a hundred, all its kinds
 * together (Bonferroni), with three days at least behind it.
 */
const falseAlarms = 1 / 100;
const fewestReported = 3;
const p80 = 0.9;
/** Waits are compared with so many seconds added: between 1 and 2 seconds there is no doubling to tell of. */
const waitFloor = 5;
/** A little more load makes much longer waits. */
const waitsReach = 4;
/** Callers below which a day says nothing of waits. */
const fewestCallers = 5;

/** What every day of a year brought, or will bring, against a like ordinary day; and what each kind of day does. */
export function specialDayLoads({ queue, seen, year }: SpecialDaysInput): SpecialDayLoads {
	const facts = seen.map(({ date }) => dayFacts(queue, date));
	const figures = (figure: (day: DaySeen) => { value: number | null; noise: number }) =>
		seen.map((day, i) => (!day.leftOut && (facts[i]?.open || day.offered > 0) ? figure(day) : unknown));
	const load = study(facts, figures(loadFigure), 1);
	const waits = study(facts, figures(waitFigure), waitsReach);
	const leaving = study(facts, figures(leavingFigure), waitsReach);
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
	const kinds = kindsOf(facts, { load, waits, leaving });
	return { days, kinds, dayVariation: load && Math.sqrt(Math.exp(load.sd ** 2) - 1) };
}

interface Studies {
	load: Study | null;
	waits: Study | null;
	leaving: Study | null;
}

const unknown = { value: null, noise: 0 };
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

function loadFigure({ offered }: DaySeen) {
	return { value: Math.log(Math.max(offered, 0.5)), noise: 1 / Math.max(offered, 1) };
}

/** The median of n waits about as spread as waits are has a relative variance of about 1.5 / n. */
function waitFigure({ waitP50Seconds, answered, abandoned }: DaySeen) {
	const callers = answered + abandoned;
	if (waitP50Seconds === null || callers < fewestCallers) return unknown;
	return { value: Math.log(waitP50Seconds + waitFloor), noise: 1.5 / callers };
}

/** The logarithm of the odds of leaving, half a caller added to both sides. */
function leavingFigure({ answered, abandoned }: DaySeen) {
	if (answered + abandoned < fewestCallers) return unknown;
	const [left, stayed] = [abandoned + 0.5, answered + 0.5];
	return { value: Math.log(left / stayed), noise: 1 / left + 1 / stayed };
}

const toWait = (scaled: number) => Math.max(0, Math.exp(scaled) - waitFloor);
const toRate = (scaled: number) => 1 / (1 + Math.exp(-scaled));
const mapped = (value: number | null | undefined, map: (scaled: number) => number) =>
	value === null || value === undefined ? null : map(value);

/** Counted over expected; the interval says how far an ordinary day could have been from what was expected of it. */
function seenDay(
	facts: DayFacts,
	day: DaySeen,
	at: number,
	{ load, waits, leaving }: Studies
): DayLoadFactor {
	const { offered, answered, abandoned } = day;
	const expected = mapped(load?.expected[at], Math.exp);
	const callers = answered + abandoned;
	return {
		...facts,
		seen: true,
		offered,
		expected,
		factor: load && expected !== null ? seenFactor(offered, expected, load.sd) : null,
		waitP50Seconds: day.waitP50Seconds,
		expectedWaitP50Seconds: mapped(waits?.expected[at], toWait),
		abandonmentRate: callers > 0 ? abandoned / callers : null,
		expectedAbandonmentRate: mapped(leaving?.expected[at], toRate)
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
	const expected = mapped(load?.toCome(facts), Math.exp);
	const effect = facts.open ? (load?.on(facts) ?? null) : null;
	return {
		...facts,
		...nothing,
		expected,
		factor: effect && interval(effect, Math.exp),
		expectedWaitP50Seconds: mapped(waits?.toCome(facts), toWait),
		expectedAbandonmentRate: mapped(leaving?.toCome(facts), toRate)
	};
}

function interval({ mean, sd, degrees }: Effect, map: (scaled: number) => number): Interval80 {
	const wide = studentQuantile(p80, degrees) * sd;
	return { value: map(mean), low: map(mean - wide), high: map(mean + wide) };
}

function widen(effect: Effect): Effect {
	return { ...effect, sd: effect.sd * widened };
}

function kindsOf(facts: readonly DayFacts[], { load, waits, leaving }: Studies): KindLoadFactor[] {
	if (!load) return [];
	const kinds = [...new Set(facts.flatMap((day) => [...day.effects, ...day.kinds]))].filter((kind) =>
		load.of(kind)
	);
	const tests = kinds.filter((kind) => kind !== 'weekend').length;
	const ordinary = (study: Study | null) => median(study?.expected ?? []);
	return kinds
		.flatMap((kind): KindLoadFactor[] => {
			const effect = load.of(kind);
			if (!effect) return [];
			return [
				{
					kind,
					name: facts.findLast(({ kindNames }) => kindNames.has(kind))?.kindNames.get(kind) ?? null,
					days: effect.days,
					factor: interval(widen(effect), Math.exp),
					reported: sure(effect, tests),
					wait: change(waits?.of(kind), ordinary(waits), toWait, tests),
					abandonment: change(leaving?.of(kind), ordinary(leaving), toRate, tests)
				}
			];
		})
		.sort((a, b) => Math.abs(Math.log(b.factor.value)) - Math.abs(Math.log(a.factor.value)));
}

/** Whether an effect is beyond what chance does, with `tests` of them looked at. */
function sure({ mean, sd, days, degrees }: Effect, tests: number): boolean {
	const limit = studentQuantile(1 - falseAlarms / tests / 2, degrees);
	return days >= fewestReported && Math.abs(mean) > limit * sd;
}

function change(
	effect: Effect | null | undefined,
	ordinary: number | null,
	map: (scaled: number) => number,
	tests: number
): KindChange | null {
	if (!effect || ordinary === null) return null;
	const shifted = interval(widen(effect), (shift) => map(ordinary + shift));
	return { ...shifted, ordinary: map(ordinary), reported: sure(effect, tests) };
}

function median(values: readonly (number | null)[]): number | null {
	const known = values.filter((value) => value !== null).sort((a, b) => a - b);
	return known[known.length >> 1] ?? null;
}
