import { randomLcg, randomPoisson, range } from 'd3';
import { describe, expect, it } from 'vitest';
import { addCall, emptyTally, offered, type Tally } from '#rollups/tally.ts';
import { intervals } from '#time/intervals.ts';
import { dayStart, wallTime } from '#time/zone.ts';
import { addHour, emptyPool } from '#rollups/pool.ts';
import { dayKind } from './dayKind.ts';
import { peaks as peaksOf } from './peaks.ts';
import { closedFrom, placeCount, weekPlaces } from './weekHours.ts';

const zone = 'Asia/Shanghai';

/** So many calls, each answered after as many seconds as it has a number; the first `abandoned` of them hang up. */
function tallyOf(calls: number, abandoned = 0): Tally {
	const tally = emptyTally();
	range(calls).forEach((i) => {
		const outcome = i < abandoned ? ('abandoned' as const) : ('answered' as const);
		const answeredAt = outcome === 'answered' ? i * 1000 : null;
		const times = { enqueuedAt: 0, answeredAt, endedAt: 600_000 };
		const unknown = { talkSeconds: null, holdSeconds: null, wrapSeconds: null };
		addCall(tally, { ...times, ...unknown, outcome, caller: null, repeat: false }, 1);
	});
	return tally;
}

function weeks(
	from: string,
	to: string,
	load: (weekday: number, hour: number, date: string) => number,
	where = zone
) {
	const hours = intervals(where, dayStart(where, from), dayStart(where, to), 'hour');
	const tallies = hours.map(({ startAt }) => {
		const { weekday, hour, date } = wallTime(where, startAt);
		return tallyOf(load(weekday, hour, date));
	});
	return { zone: where, country: 'CN', monthEndDays: 3, intervals: hours, tallies };
}

/** The peaks of such weeks, where their hours are pooled as the database does it. */
function peaks(
	{ zone, country, monthEndDays, intervals, tallies }: ReturnType<typeof weeks>,
	isOpen: (startAt: number) => boolean = () => true
) {
	const rules = { country, month_end_days: monthEndDays };
	const places = weekPlaces(zone, intervals, {
		isOrdinary: (date) => dayKind(rules, date).kind === 'workday',
		isOpen: (i) => isOpen(intervals[i]?.startAt ?? 0)
	});
	const pools = range(placeCount).map(emptyPool);
	places.forEach((place, i) => addHour(pools[place] ?? emptyPool(), tallies[i] ?? emptyTally()));
	const called = intervals.flatMap((_, i) =>
		(places[i] ?? 0) >= closedFrom && offered(tallies[i] ?? emptyTally()) > 0 ? [i] : []
	);
	return peaksOf({ zone, intervals, places, pools, calledThoughClosed: new Set(called) });
}

/** Open 9 to 18 on workdays, twice the load on Monday mornings, little after lunch on Wednesdays and Thursdays. */
function pattern(weekday: number, hour: number): number {
	if (weekday > 5 || hour < 9 || hour >= 18) return 0;
	if (weekday === 1 && hour < 12) return 60;
	if ((weekday === 3 || weekday === 4) && hour >= 13 && hour < 15) return 10;
	return 30;
}

// Eight weeks of 2026 with no holiday in them.
const plain = weeks('2026-07-06', '2026-08-31', pattern);

describe('peaks', () => {
	it('has a cell for every hour of the week, Monday 0:00 first, with the days behind it', () => {
		const { cells } = peaks(plain);
		expect(cells).toHaveLength(168);
		expect(cells[9]).toEqual({
			weekday: 1,
			hour: 9,
			days: 8,
			offered_mean: 60,
			wait_p50_seconds: 29.5,
			wait_p90_seconds: expect.closeTo(53.1, 0),
			abandonment_rate: 0
		});
		expect(cells[167]).toMatchObject({
			weekday: 7,
			hour: 23,
			days: 8,
			offered_mean: 0,
			wait_p50_seconds: null
		});
	});

	it('knows nothing about an hour that was not looked at', () => {
		const { cells } = peaks(weeks('2026-07-06', '2026-07-07', pattern));
		expect(cells[9]).toMatchObject({ days: 1, offered_mean: 60 });
		expect(cells[24 + 9]).toEqual({
			weekday: 2,
			hour: 9,
			days: 0,
			offered_mean: null,
			wait_p50_seconds: null,
			wait_p90_seconds: null,
			abandonment_rate: null
		});
	});

	it('counts open hours, called or not, and closed ones that were called', () => {
		// Saturdays are closed but for one; somebody calls on two Saturdays at noon, and on every open day but at 17.
		const open = '2026-07-18';
		const called = ['2026-07-25', '2026-08-08'];
		const seen = weeks('2026-07-06', '2026-08-31', (weekday, hour, date) => {
			if (weekday !== 6 || hour < 9 || hour >= 18) return pattern(weekday, hour);
			return date === open ? (hour === 17 ? 0 : 6) : hour === 12 && called.includes(date) ? 3 : 0;
		});
		const { cells, busiest, quietest } = peaks(seen, (at) => {
			const { weekday, hour, date } = wallTime(zone, at);
			return hour >= 9 && hour < 18 && (weekday < 6 || date === open);
		});
		const saturday = (hour: number) => cells[5 * 24 + hour];
		expect(saturday(9)).toMatchObject({ days: 1, offered_mean: 6 });
		expect(saturday(17)).toMatchObject({ days: 1, offered_mean: 0 });
		expect(saturday(12)).toMatchObject({ days: 3, offered_mean: 4 });
		expect(saturday(8)).toMatchObject({ days: 0, offered_mean: null });
		expect(cells[9]).toMatchObject({ days: 8, offered_mean: 60 });
		expect({ busiest, quietest }).toEqual({ busiest: peaks(plain).busiest, quietest: peaks(plain).quietest });
	});

	it('does not call a closed evening quiet because a few called in vain', () => {
		const trickle = weeks('2026-07-06', '2026-08-31', (weekday, hour, date) =>
			weekday < 6 && hour === 18 && date < '2026-07-27' ? 1 : pattern(weekday, hour)
		);
		const found = peaks(trickle, (at) => wallTime(zone, at).hour < 18);
		expect(found.cells[18]).toMatchObject({ days: 3, offered_mean: 1 });
		expect(found.quietest).toEqual(peaks(plain).quietest);
	});

	it('finds the busiest and the quietest window', () => {
		const { busiest, quietest } = peaks(plain);
		expect(busiest).toHaveLength(1);
		expect(busiest[0]).toMatchObject({ weekdays: [1], from_hour: 9, to_hour: 12, offered_mean: 60 });
		expect(quietest).toHaveLength(1);
		expect(quietest[0]).toMatchObject({ weekdays: [3, 4], from_hour: 13, to_hour: 15, offered_mean: 10 });
	});

	it('sets month ends aside and counts the days that are left', () => {
		// The last three days of July 2026 are a Wednesday, a Thursday and a Friday; August's are Saturday to Monday.
		expect(peaks(plain).quietest[0]?.days).toBe(16 - 2);
		expect(peaks({ ...plain, monthEndDays: 0 }).quietest[0]?.days).toBe(16);
		const hectic = weeks('2026-07-06', '2026-08-31', (weekday, hour, date) =>
			date >= '2026-07-29' && date <= '2026-07-31' ? 900 : pattern(weekday, hour)
		);
		expect(peaks(hectic).busiest).toEqual(peaks(plain).busiest);
		expect(peaks({ ...hectic, monthEndDays: 0 }).busiest).not.toEqual(peaks(plain).busiest);
	});

	it('sets holidays and make-up workdays aside', () => {
		// National Day 2025: October 1 to 8 off, worked on Sunday September 28 and Saturday October 11.
		const special = ['2025-09-28', '2025-10-11', ...range(1, 9).map((day) => `2025-10-0${day}`)];
		const range8: [string, string] = ['2025-09-01', '2025-10-27'];
		const wild = weeks(...range8, (weekday, hour, date) =>
			special.includes(date) ? 500 : pattern(weekday, hour)
		);
		const calm = weeks(...range8, (weekday, hour, date) =>
			special.includes(date) ? 0 : pattern(weekday, hour)
		);
		expect(peaks(wild).busiest).toEqual(peaks(calm).busiest);
		expect(peaks(wild).busiest[0]).toMatchObject({ weekdays: [1], from_hour: 9, to_hour: 12 });
	});

	it('finds the same window through noise', () => {
		const poisson = randomPoisson.source(randomLcg(7));
		const noisy = weeks('2026-07-06', '2026-08-31', (weekday, hour) => poisson(pattern(weekday, hour))());
		expect(peaks(noisy).busiest[0]).toMatchObject({ weekdays: [1], from_hour: 9, to_hour: 12 });
		expect(peaks(noisy).quietest[0]).toMatchObject({ weekdays: [3, 4], from_hour: 13, to_hour: 15 });
	});

	it('says nothing where the load is even, even but for chance, or where too little was seen', () => {
		const poisson = randomPoisson.source(randomLcg(11));
		const chance = weeks('2026-07-06', '2026-08-31', () => poisson(20)());
		expect(peaks(chance)).toMatchObject({ busiest: [], quietest: [] });
		const even = weeks('2026-07-06', '2026-08-31', () => 20);
		expect(peaks(even)).toMatchObject({ busiest: [], quietest: [] });
		const short = weeks('2026-07-06', '2026-07-20', pattern);
		expect(peaks(short)).toMatchObject({ busiest: [], quietest: [] });
	});

	it('lets the working week begin on Sunday where it does', () => {
		const early = (weekday: number, hour: number) =>
			weekday === 5 || weekday === 6 || hour < 9 || hour > 16 ? 0 : weekday === 7 || weekday === 1 ? 50 : 20;
		const input = weeks('2026-07-05', '2026-08-30', early, 'Asia/Jerusalem');
		expect(peaks({ ...input, country: 'IL' }).busiest[0]).toMatchObject({
			weekdays: [7, 1],
			from_hour: 9,
			to_hour: 17
		});
	});

	it('counts an hour that the clock shows twice twice, and a skipped one not at all', () => {
		const newYork = 'America/New_York';
		const autumn = peaks({ ...weeks('2026-11-01', '2026-11-02', () => 5, newYork), country: 'US' });
		expect(autumn.cells[6 * 24 + 1]).toMatchObject({ days: 2, offered_mean: 5 });
		const spring = peaks({ ...weeks('2026-03-08', '2026-03-09', () => 5, newYork), country: 'US' });
		expect(spring.cells[6 * 24 + 2]).toMatchObject({ days: 0, offered_mean: null });
	});

	it('takes no hours at all', () => {
		const nothing = peaks({ ...plain, intervals: [], tallies: [] });
		expect(nothing.cells.every((cell) => cell.days === 0)).toBe(true);
		expect(nothing).toMatchObject({ busiest: [], quietest: [] });
	});
});
