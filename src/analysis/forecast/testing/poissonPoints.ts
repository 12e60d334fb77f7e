import { dateOfDay, dayNumber, weekdayOfDay } from '#time/dates.ts';
import { instantOf } from '#time/zone.ts';
import { poisson } from '../../simulation/distributions.ts';
import { seededRandom } from '../../simulation/random.ts';
import type { LoadPoint } from '../loadSeries.ts';

interface PoissonOptions {
	seed: number;
	days: number;
	/** Expected in the busiest hour of a middling day. */
	calls: number;
	/** Of the clock that the hours follow; `UTC` for a file whose clock is never put forward. */
	clock: string;
	hours: [from: number, to: number];
	/** The share of days that the file lacks, at random. */
	missing?: number;
	/** Days that it lacks from one on up to another, the end out. */
	gap?: [number, number];
}

const week = [1.2, 1.05, 1, 0.98, 1.02, 0.42, 0.3];
const day = [1, 1, 1, 1, 1, 1, 2, 4, 9, 12, 12, 11, 8, 9, 10, 10, 9, 7, 4, 3, 2, 1, 1, 1];

/** Hourly counts that chance alone moves around a week and a day that stay the same, from a Monday in January on. */
export function poissonPoints({
	seed,
	days,
	calls,
	clock,
	hours,
	missing = 0,
	gap = [0, 0]
}: PoissonOptions): LoadPoint[] {
	const random = seededRandom(seed, 'poisson');
	const points: LoadPoint[] = [];
	for (let i = 0; i < days; i++) {
		const number = dayNumber('2024-01-08') + i;
		if (random() < missing || (i >= gap[0] && i < gap[1])) continue;
		for (let hour = hours[0]; hour < hours[1]; hour++) {
			const expected = (calls * (week[weekdayOfDay(number) - 1] ?? 0) * (day[hour] ?? 0)) / 12;
			const startAt = instantOf(clock, dateOfDay(number), hour * 60);
			points.push({ startAt, offered: poisson(expected)(random) });
		}
	}
	return points;
}
