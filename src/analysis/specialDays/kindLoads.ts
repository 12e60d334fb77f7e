import type { Bilingual } from '#model/queue.ts';
import type { DayFacts } from './dayFacts.ts';
import { leavingScale, loadScale, waitScale, type Scale } from './figureScales.ts';
import { interval80, type Interval80 } from './interval80.ts';
import type { Effect } from './kindEffects.ts';
import { studentQuantile } from './studentQuantile.ts';
import type { Study } from './study.ts';

export interface KindLoadFactor {
	kind: string;
	/** What a manager called a kind of their own. */
	name: Bilingual | null;
	/** Days behind it, on which the line was open. */
	days: number;
	/** What it brings by itself, as a factor. */
	factor: Interval80;
	/** The range that decides: with days enough behind it, the kind is reported where 1 lies outside. */
	certain: Range;
	/** Whether it surely differs from 1 (see `sure`): else it is not told as a finding. */
	reported: boolean;
	/** What it makes of an ordinary day's wait and abandonment; null where too little is known. */
	wait: KindChange | null;
	abandonment: KindChange | null;
}

/** Ends of a range, as factors. */
export interface Range {
	low: number;
	high: number;
}

/** What becomes of an ordinary day's figure. */
export interface KindChange extends Interval80 {
	ordinary: number;
	reported: boolean;
}

/** Of each figure; null where too few ordinary days were seen. */
export interface Studies {
	load: Study | null;
	waits: Study | null;
	leaving: Study | null;
}

/**
 * Kinds' intervals are so much wider than independent days would make them: days near each other share the error of
 * the level around them, and at real lines half of what a day is off is still there on the next (Brown et al. 2005).
 */
const widened = 1.3;

/**
 * A kind is reported when its load could differ so much by chance on at most one line in a hundred, all its kinds
 * together (Bonferroni), with three days at least behind it.
 */
const falseAlarms = 1 / 100;
export const fewestReported = 3;

/** What each kind of day that was seen does, the strongest first. */
export function kindLoads(facts: readonly DayFacts[], { load, waits, leaving }: Studies): KindLoadFactor[] {
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
					factor: interval80(widen(effect), loadScale.back),
					certain: certainRange(effect, tests),
					reported: sure(effect, tests),
					wait: change(waits?.of(kind), ordinary(waits), waitScale, tests),
					abandonment: change(leaving?.of(kind), ordinary(leaving), leavingScale, tests)
				}
			];
		})
		.sort((a, b) => Math.abs(Math.log(b.factor.value)) - Math.abs(Math.log(a.factor.value)));
}

function widen(effect: Effect): Effect {
	return { ...effect, sd: effect.sd * widened };
}

/** Whether an effect is beyond what chance does, with `tests` of them looked at. */
function sure(effect: Effect, tests: number): boolean {
	return effect.days >= fewestReported && Math.abs(effect.mean) > reach(effect, tests);
}

/** How far chance takes an effect from nothing. */
function reach({ sd, degrees }: Effect, tests: number): number {
	return studentQuantile(1 - falseAlarms / tests / 2, degrees) * sd;
}

function certainRange(effect: Effect, tests: number): Range {
	const wide = reach(effect, tests);
	return { low: loadScale.back(effect.mean - wide), high: loadScale.back(effect.mean + wide) };
}

function change(
	effect: Effect | null | undefined,
	ordinary: number | null,
	{ back }: Scale,
	tests: number
): KindChange | null {
	if (!effect || ordinary === null) return null;
	const shifted = interval80(widen(effect), (shift) => back(ordinary + shift));
	return { ...shifted, ordinary: back(ordinary), reported: sure(effect, tests) };
}

function median(values: readonly (number | null)[]): number | null {
	const known = values.filter((value) => value !== null).sort((a, b) => a - b);
	return known[known.length >> 1] ?? null;
}
