import { mean } from 'd3';
import { weekendHoliday, type DayFacts } from './dayFacts.ts';
import { kindEffects, type Effect } from './kindEffects.ts';
import { ordinaryDays } from './ordinaryDays.ts';

/** One figure of all days seen, on the scale on which effects add up. */
export interface Study {
	/** What a like ordinary day would have had, for each day seen; of a weekend: an ordinary workday. */
	expected: (number | null)[];
	/** The same for a day to come: as it is now. */
	toCome: (facts: DayFacts) => number | null;
	/** Between ordinary days and what was expected of them. */
	sd: number;
	/** What a kind of day does; null for one never seen. */
	of: (kind: string) => Effect | null;
	/** What the kinds of a day to come will do. */
	on: (facts: DayFacts) => Effect | null;
}

/**
 * Studies one figure over days that follow each other; null with too few ordinary days to say anything. `reach`: how
 * many times further than loads such a figure is moved by special days.
 */
export function study(
	facts: readonly DayFacts[],
	figures: readonly { value: number | null; noise: number }[],
	reach: number
): Study | null {
	const pattern = ordinaryDays(
		facts.map(({ standsFor, ordinary }, i) => ({
			standsFor,
			ordinary,
			value: figures[i]?.value ?? null,
			noise: figures[i]?.noise ?? 0
		}))
	);
	if (!pattern) return null;
	const rest = new Set(facts.filter(({ kind }) => kind === 'weekend').map(({ standsFor }) => standsFor));
	const shiftOf = (days: number[]) => mean(days.map(pattern.weekday).filter((shift) => shift !== null));
	const week = [1, 2, 3, 4, 5, 6, 7];
	const workdayShift = shiftOf(week.filter((day) => !rest.has(day))) ?? 0;
	const restShift = (shiftOf([...rest]) ?? workdayShift) - workdayShift;

	/** On weekends the level without their own weekday's shift, with that of workdays. */
	const besideWorkdays = (expected: number | null, { kind, standsFor }: DayFacts) => {
		if (kind !== 'weekend') return expected;
		const own = pattern.weekday(standsFor);
		return expected === null || own === null ? null : expected - own + workdayShift;
	};
	const expected = facts.map((day, i) => besideWorkdays(pattern.expected[i] ?? null, day));
	const lefts = facts.map((_, i) => {
		const [value, usual] = [figures[i]?.value ?? null, expected[i] ?? null];
		return value === null || usual === null ? null : value - usual;
	});
	const effects = kindEffects(
		facts.flatMap((day, i) => {
			const left = lefts[i] ?? null;
			if (left === null || day.effects.length === 0) return [];
			return [{ effects: day.effects, name: nameOf(day), left, noise: figures[i]?.noise ?? 0 }];
		}),
		{ sd: pattern.sd, restShift, reach }
	);
	const weekends = lefts.filter((left, i): left is number => left !== null && facts[i]?.kind === 'weekend');
	return {
		expected,
		toCome: (day) => {
			const usual = pattern.toCome(day.standsFor);
			return besideWorkdays(usual, day);
		},
		sd: pattern.sd,
		of: (kind) => (kind === 'weekend' ? weekendEffect(weekends, pattern.sd) : effects.of(kind)),
		on: (day) => {
			if (day.effects.length > 0) return effects.on(day.effects, nameOf(day));
			const own = pattern.weekday(day.standsFor);
			if (day.kind !== 'weekend' || own === null) return null;
			const days = facts.filter(
				({ kind, standsFor }) => kind === 'weekend' && standsFor === day.standsFor
			).length;
			return { mean: own - workdayShift, sd: pattern.sd, days, degrees: 3 + days };
		}
	};
}

/** Holidays come again under their name; so do make-up workdays, but those are like each other. */
function nameOf({ effects, name }: DayFacts): string | null {
	return effects.some((kind) => kind === 'holiday' || kind === weekendHoliday) ? (name?.en ?? null) : null;
}

/** Two days in a weekend differ more than days of one kind do, and that is in the interval. */
function weekendEffect(lefts: number[], sd: number): Effect | null {
	const middle = mean(lefts);
	if (middle === undefined) return null;
	const variance = (mean(lefts, (left) => (left - middle) ** 2) ?? 0) + sd ** 2 / lefts.length;
	return {
		mean: middle,
		sd: Math.sqrt(variance / lefts.length),
		days: lefts.length,
		degrees: 3 + lefts.length
	};
}
