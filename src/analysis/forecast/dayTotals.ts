import { weekdayOfDay } from '#time/dates.ts';
import type { LoadDay } from './loadSeries.ts';

/** All calls of a day, those of slots that nobody knows taken for what such slots usually bring. */
export interface DayTotal {
	calls: number;
	/** The share of them that is known; 1: nothing was filled in. */
	known: number;
}

/** Of a day of which less is known nothing is said. */
const enoughKnown = 0.5;

/**
 * The total of each day; null where too little of it is known. A slot that its weekday never had is no part of it, so
 * that a Saturday may be short, and a clock that is put back, an outage of an hour, cost no days.
 */
export function dayTotals(days: readonly LoadDay[]): (DayTotal | null)[] {
	const usual = usualCounts(days);
	return days.map(({ day, counts }) => {
		const expected = usual[weekdayOfDay(day) - 1] ?? [];
		let [calls, seen, all, unknown] = [0, 0, 0, 0];
		counts.forEach((count, slot) => {
			const mean = expected[slot] ?? 0;
			all += mean;
			if (Number.isNaN(count)) unknown += mean;
			else {
				calls += count;
				seen++;
			}
		});
		if (seen === 0) return null;
		const known = unknown === 0 ? 1 : 1 - unknown / all;
		return known < enoughKnown ? null : { calls: calls / known, known };
	});
}

/** The variance of the log of a total of which that share is known: the less, the less sure is the rest. */
export function shapeNoise(known: number): number {
	return known > 0.999 ? 0 : (0.01 * (1 - known)) / known;
}

/** The mean of each slot by weekday, of the days on which it is known; 0 where it never was. */
function usualCounts(days: readonly LoadDay[]): number[][] {
	const sums = Array.from({ length: 7 }, (): { calls: number; days: number }[] => []);
	for (const { day, counts } of days) {
		const own = sums[weekdayOfDay(day) - 1];
		if (!own) continue;
		counts.forEach((count, slot) => {
			const sum = own[slot] ?? { calls: 0, days: 0 };
			own[slot] = sum;
			if (Number.isNaN(count)) return;
			sum.calls += count;
			sum.days++;
		});
	}
	return sums.map((own) => own.map(({ calls, days }) => (days === 0 ? 0 : calls / days)));
}
