import { DayFollower, type DayOutlook, type LinePast } from './dayFollower.ts';
import type { LoadDay, LoadSeries } from './loadSeries.ts';
import { naiveMethods, type NaiveMethod } from './naiveWeek.ts';

/** A day as it was expected, some days ahead, and as it came. */
export interface ReplayedDay extends DayOutlook {
	/** Days since 1970. */
	day: number;
	ahead: number;
	isSpecial: boolean;
	/** Calls by slot; NaN where nobody knows. */
	counts: Float64Array;
	naive: Record<NaiveMethod, Float64Array>;
}

/** So many of the last days that are known are asked what they would have expected: ten weeks. */
const replayedDays = 70;
/** Before a line has a week, its errors are those of beginners and say nothing about later ones. */
const learningDays = 7;
const horizons = [1, 2, 3, 5, 7, 10, 13, 18, 28];

/** Follows the line to its last day, and on the way asks the last weeks what they would have expected. */
export function replay(
	{ days, minutes }: LoadSeries,
	past: LinePast
): { follower: DayFollower; replayed: ReplayedDay[] } {
	const follower = new DayFollower(past, minutes.length, days[0]?.day ?? 0);
	const replayed: ReplayedDay[] = [];
	const from = firstReplayed(days);
	days.forEach((today, i) => {
		follower.learn(today);
		if (i + 1 < learningDays || i < from) return;
		for (const ahead of horizons) {
			const target = days[i + ahead];
			if (!target || isUnknown(target)) continue;
			const [seasonal_naive, mean_4, median_8] = naiveMethods.map((method) =>
				follower.naive.expect(method, target.day)
			);
			if (!seasonal_naive || !mean_4 || !median_8) continue;
			replayed.push({
				...follower.expect(target.day),
				day: target.day,
				ahead,
				isSpecial: past.terms.of(target.day).isSpecial,
				counts: target.counts,
				naive: { seasonal_naive, mean_4, median_8 }
			});
		}
	});
	return { follower, replayed };
}

/** The place of the day from which on so many days are known: a gap leaves the errors before it as the best there are. */
function firstReplayed(days: readonly LoadDay[]): number {
	let known = 0;
	for (let i = days.length - 1; i >= 0; i--) {
		const day = days[i];
		if (day && !isUnknown(day)) known++;
		if (known > replayedDays) return i;
	}
	return 0;
}

function isUnknown({ counts }: LoadDay): boolean {
	return counts.every((count) => Number.isNaN(count));
}
