import { dateOfDay, weekdayOfDay } from '#time/dates.ts';
import { offsetMs } from '#time/offsets.ts';

/** One interval of the past. `null`: nobody knows (an outage, an annotated range, not measured), which is not zero. */
export interface LoadPoint {
	/** ms */
	startAt: number;
	offered: number | null;
}

/** A day of a series, cut into the slots of the day that the series has. */
export interface LoadDay {
	/** Days since 1970-01-01 of its date. */
	day: number;
	date: string;
	/** Calls by slot; NaN where nobody knows. */
	counts: Float64Array;
}

export interface LoadSeries {
	/** Minutes after 00:00 by the clock on the wall, ascending: the slots that the series has. */
	minutes: number[];
	/** Every date from the first to the last, also those without a point, but no closed weekdays. */
	days: LoadDay[];
	/** Weekdays, 1 (Monday) to 7, that never have a point though there were two of them: the line knows no such days. */
	closed: ReadonlySet<number>;
}

/**
 * Cuts points, in any order, into days of the zone. An hour that the clock shows twice is summed into one slot
 * (the clock says the same and callers go by it); one that it skips is unknown that day.
 */
export function loadSeries(zone: string, points: readonly LoadPoint[]): LoadSeries {
	// Minutes since 1970 by the clock on the wall.
	const walls = Float64Array.from(points, ({ startAt }) =>
		Math.floor((startAt + offsetMs(zone, startAt)) / 60_000)
	);
	const minutes = [...new Set(walls.map(minuteOf))].sort((a, b) => a - b);
	const slotOf = new Int16Array(dayMinutes).fill(-1);
	minutes.forEach((minute, slot) => (slotOf[minute] = slot));
	const numbers = new Set(walls.map(dayOf));
	const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
	const open = new Set([...numbers].map(weekdayOfDay));
	const closed = new Set(
		last - first < 14 ? [] : [1, 2, 3, 4, 5, 6, 7].filter((weekday) => !open.has(weekday))
	);
	const days = new Map<number, LoadDay>();
	for (let day = first; day <= last; day++)
		if (!closed.has(weekdayOfDay(day)))
			days.set(day, { day, date: dateOfDay(day), counts: new Float64Array(minutes.length).fill(NaN) });
	let [day, counts] = [NaN, days.get(first)?.counts];
	points.forEach(({ offered }, i) => {
		const wall = walls[i] ?? 0;
		if (dayOf(wall) !== day) {
			day = dayOf(wall);
			counts = days.get(day)?.counts;
		}
		const slot = slotOf[minuteOf(wall)] ?? -1;
		if (!counts || slot === -1) return;
		const before = counts[slot] ?? NaN;
		counts[slot] = offered === null ? NaN : (Number.isNaN(before) ? 0 : before) + offered;
	});
	return { minutes, days: [...days.values()], closed };
}

const dayMinutes = 1440;
const dayOf = (wall: number) => Math.floor(wall / dayMinutes);
const minuteOf = (wall: number) => wall - dayOf(wall) * dayMinutes;

/** How many days of the line there are after one day up to and with another: its nights between them. */
export function nightsBetween(closed: ReadonlySet<number>, fromDay: number, toDay: number): number {
	if (closed.size === 0) return toDay - fromDay;
	let nights = 0;
	for (let day = fromDay + 1; day <= toDay; day++) if (!closed.has(weekdayOfDay(day))) nights++;
	return nights;
}
