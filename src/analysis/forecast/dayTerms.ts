import { dateOfDay } from '#time/dates.ts';
import { dayClasses } from './dayClasses.ts';
import type { ForecastCalendar, ForecastDay } from './forecastDay.ts';
import type { WeekShape } from './weekShape.ts';

/** A thing that moves a day's load: the filter has one state for each. */
export interface Term {
	kind: 'like' | 'month' | 'year' | 'class' | 'name';
	name: string;
	/** What is believed before any day was seen, of the effect on the log of the day's calls. */
	mean: number;
	sd: number;
}

/** The terms of one day, by index into `Terms.terms`, with their weights. */
export interface DayTerms {
	/** What weekday (0 to 6) the day is like, in load and in shape; 7: a rest that goes on in the evening. */
	like: number;
	at: readonly number[];
	weights: readonly number[];
	/** Neither its load nor its shape says anything about the weekday that it is like. */
	isSpecial: boolean;
	/** Variance of the log of its calls that such days have beside all others: no two holidays are alike. */
	noise: number;
}

export interface Terms {
	terms: Term[];
	/** By day since 1970. */
	of(day: number): DayTerms;
}

export const restGoesOn = 7;
const likeKinds = 8;

/** Of the load in the course of the month: four waves, the shortest a week long. */
const monthWaves = 4;
/** Of the course of the year, once there is more than one to learn it from: the shortest wave is four months long. */
const yearWaves = 3;
const yearKnownDays = 400;
/** Growth within one month must not pass for the course of months. */
const monthKnownDays = 90;
/** Effects of the calendar are tens of percent where they are anything; those of month ends are smaller. */
const likeSd = 0.2;
const classSd = 0.3;
const monthEndSd = 0.1;
const nameSd = 0.15;
const specialSd = 0.2;
const padding = 40;

/** All terms of the days from `firstDay` up to and with `lastDay`. */
export function dayTerms(
	calendar: ForecastCalendar,
	shape: WeekShape,
	firstDay: number,
	lastDay: number
): Terms {
	const from = firstDay - padding;
	const days = Array.from({ length: lastDay + padding - from + 1 }, (_, i) => calendar(dateOfDay(from + i)));
	const classes = dayClasses(from, days, shape.isBusiness);
	const known = lastDay - firstDay;
	const yearCount = known > yearKnownDays ? yearWaves : 0;
	const monthCount = known > monthKnownDays ? monthWaves : 0;
	const terms: Term[] = [
		...likeTerms([...shape.relative, 0]),
		...waveTerms('month', monthCount),
		...waveTerms('year', yearCount)
	];
	const places = new Map<string, number>();
	const place = (kind: 'class' | 'name', name: string, sd: number): number => {
		const key = `${kind} ${name}`;
		const known = places.get(key);
		if (known !== undefined) return known;
		places.set(key, terms.length);
		return terms.push({ kind, name, mean: 0, sd }) - 1;
	};
	const rows = days.slice(padding, days.length - padding).map((told, i): DayTerms => {
		const like = likeOf(told, shape);
		const own = classes[i + padding] ?? [];
		const wave = [
			...(monthCount > 0 ? monthWeights(firstDay + i) : []),
			...yearWeights(firstDay + i, yearCount)
		];
		// A class that follows from the calendar may have been told as well.
		const special = new Set([
			...own.map((name) => place('class', name, sdOf(name, shape))),
			...told.classes.map((name) => place('class', name, classSd)),
			...(told.name === null ? [] : [place('name', told.name, nameSd)])
		]);
		const isSpecial = told.kind !== 'ordinary' || own.includes('between_holidays');
		return {
			like,
			at: [like, ...wave.map((_, k) => likeKinds + k), ...special],
			weights: [1, ...wave, ...Array.from(special, () => 1)],
			isSpecial,
			noise: isSpecial ? specialSd ** 2 : 0
		};
	});
	return {
		terms,
		of(day) {
			const row = rows[day - firstDay];
			if (!row) throw new RangeError(`no terms of day ${day}`);
			return row;
		}
	};
}

/** The same terms, with other beliefs about the kinds of days, of which there are 8. */
export function withLikes({ terms, of }: Terms, means: readonly number[]): Terms {
	return { terms: [...likeTerms(means), ...terms.slice(likeKinds)], of };
}

/**
 * Only what says how restless a line is on these days: neither the year nor single holidays, which come too seldom, nor
 * what is on none of them.
 */
export function commonTerms({ terms, of }: Terms, days: readonly number[]): Terms {
	const seen = new Set(days.flatMap((day) => of(day).at));
	const kept = terms.flatMap(({ kind }, i) =>
		kind === 'year' || kind === 'name' || !seen.has(i) ? [] : [i]
	);
	const place = new Map(kept.map((term, i) => [term, i]));
	return {
		terms: terms.filter((_, i) => place.has(i)),
		of(day) {
			const row = of(day);
			const common = row.at.flatMap((term, k) => {
				const at = place.get(term);
				return at === undefined ? [] : [{ at, weight: row.weights[k] ?? 0 }];
			});
			return { ...row, at: common.map(({ at }) => at), weights: common.map(({ weight }) => weight) };
		}
	};
}

function likeTerms(means: readonly number[]): Term[] {
	return means.map((mean, like) => ({ kind: 'like', name: String(like), mean, sd: likeSd }));
}

function likeOf({ kind, standsFor }: ForecastDay, { rest, eveOfRest }: WeekShape): number {
	if (kind === 'ordinary' || rest === null) return standsFor - 1;
	if (kind === 'eve') return eveOfRest ?? standsFor - 1;
	return kind === 'holiday_before_rest' && eveOfRest !== null ? restGoesOn : rest;
}

function sdOf(name: string, { rest }: WeekShape): number {
	if (name.endsWith('business_day')) return monthEndSd;
	// On a line that knows no day of rest, a holiday may bring anything.
	return name === 'holiday' && rest === null ? 1 : classSd;
}

function waveTerms(kind: 'month' | 'year', count: number): Term[] {
	return Array.from({ length: 2 * count }, (_, i) => {
		const wave = 1 + (i >> 1);
		return { kind, name: `${kind} ${wave}`, mean: 0, sd: 1 / Math.sqrt(wave) };
	});
}

/** By day of the month and length of the month. */
const knownMonths = new Map<number, number[]>();

function monthWeights(day: number): number[] {
	const date = dateOfDay(day);
	const [year, month, dayOfMonth] = [date.slice(0, 4), date.slice(5, 7), date.slice(8)].map(Number);
	if (!year || !month || !dayOfMonth) return [];
	const length = month === 2 ? 28 + Number(isLeap(year)) : 30 + Number(longMonths.has(month));
	const key = dayOfMonth * 32 + length;
	const weights = knownMonths.get(key) ?? waveWeights((dayOfMonth - 0.5) / length, monthWaves);
	knownMonths.set(key, weights);
	return weights;
}

const longMonths = new Set([1, 3, 5, 7, 8, 10, 12]);

function isLeap(year: number): boolean {
	return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function yearWeights(day: number, count: number): number[] {
	return waveWeights(day / 365.2425, count);
}

function waveWeights(phase: number, count: number): number[] {
	return Array.from({ length: 2 * count }, (_, i) => {
		const angle = 2 * Math.PI * (1 + (i >> 1)) * phase;
		return i % 2 === 0 ? Math.cos(angle) : Math.sin(angle);
	});
}
