import type { DayFollower } from './dayFollower.ts';
import type { Term, Terms } from './dayTerms.ts';

/** Why an hour is expected to bring what it does: the product of all is the expected calls. */
export interface Factors {
	/** Calls of a day of the middle weekday, by the level of these days. */
	level: number;
	/** The weekday, 1 (Monday) to 7, that the day is like; 8: a day of rest whose evening is one, too. */
	like: number;
	weekday: number;
	/** The course of the month and of the year. */
	month: number;
	year: number;
	/** What is special about the day: its classes, then its name. */
	special: { kind: 'class' | 'name'; name: string; factor: number }[];
	/** The part of the day's calls that comes in this interval. */
	share: number;
}

/** The factors of an interval with `calls` of the `dayCalls` of its day. */
export function factorsOf(
	follower: DayFollower,
	terms: Terms,
	day: number,
	{ calls, dayCalls }: { calls: number; dayCalls: number }
): Factors {
	const { like, at, weights } = terms.of(day);
	const product = (kind: Term['kind']) => {
		let log = 0;
		at.forEach((term, k) => {
			if (terms.terms[term]?.kind === kind) log += follower.filter.effect(term) * (weights[k] ?? 0);
		});
		return Math.exp(log);
	};
	const special = at.flatMap((term): Factors['special'] => {
		const { kind, name } = terms.terms[term] ?? { kind: 'like', name: '' };
		if (kind !== 'class' && kind !== 'name') return [];
		return [{ kind, name, factor: Math.exp(follower.filter.effect(term)) }];
	});
	const weekday = Math.exp(follower.filter.effect(like));
	const [month, year] = [product('month'), product('year')];
	const others = special.reduce((all, { factor }) => all * factor, weekday * month * year);
	return {
		level: dayCalls / others,
		like: like + 1,
		weekday,
		month,
		year,
		special,
		share: dayCalls === 0 ? 0 : calls / dayCalls
	};
}

/** The product of all factors. */
export function factorProduct({ level, weekday, month, year, special, share }: Factors): number {
	return special.reduce((product, { factor }) => product * factor, level * weekday * month * year * share);
}
