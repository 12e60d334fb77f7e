import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grains } from '#model/load.ts';
import { countIntervals, floorTo, intervals } from './intervals.ts';
import { dayStart, formatInstant, wallTime } from './zone.ts';

const seed = 20261122;
const at = (text: string) => Date.parse(text);
const day = 86_400_000;

/** The rows of one local day, as `clock+offset minutes`. */
function hoursOf(zone: string, date: string, nextDate: string): string[] {
	return intervals(zone, dayStart(zone, date), dayStart(zone, nextDate), 'hour').map(
		({ startAt, endAt }) => `${formatInstant(zone, startAt).slice(11, 16)} ${(endAt - startAt) / 60_000}`
	);
}

describe('hours by wall time', () => {
	it('leave out the hour that New York skips', () => {
		const rows = hoursOf('America/New_York', '2026-03-08', '2026-03-09');
		expect(rows).toHaveLength(23);
		expect(rows.slice(0, 4)).toEqual(['00:00 60', '01:00 60', '03:00 60', '04:00 60']);
	});

	it('give the hour that New York repeats as two rows with different offsets', () => {
		const from = dayStart('America/New_York', '2026-11-01');
		const rows = intervals('America/New_York', from, from + 4 * 3_600_000, 'hour');
		expect(rows.map(({ startAt }) => formatInstant('America/New_York', startAt))).toEqual([
			'2026-11-01T00:00:00-04:00',
			'2026-11-01T01:00:00-04:00',
			'2026-11-01T01:00:00-05:00',
			'2026-11-01T02:00:00-05:00'
		]);
		expect(hoursOf('America/New_York', '2026-11-01', '2026-11-02')).toHaveLength(25);
	});

	it('have half an hour where Lord Howe changes by half an hour', () => {
		expect(hoursOf('Australia/Lord_Howe', '2026-10-04', '2026-10-05').slice(0, 4)).toEqual([
			'00:00 60',
			'01:00 60',
			'02:30 30',
			'03:00 60'
		]);
		expect(hoursOf('Australia/Lord_Howe', '2026-04-05', '2026-04-06').slice(0, 4)).toEqual([
			'00:00 60',
			'01:00 60',
			'01:30 30',
			'02:00 60'
		]);
	});

	it('start on the quarter in Kathmandu', () => {
		expect(formatInstant('UTC', floorTo('Asia/Kathmandu', at('2026-03-02T00:20:00Z'), 'hour'))).toBe(
			'2026-03-02T00:15:00+00:00'
		);
	});

	it('go on through the date that Apia left out', () => {
		expect(hoursOf('Pacific/Apia', '2011-12-29', '2011-12-31')).toHaveLength(24);
		expect(hoursOf('Pacific/Apia', '2011-12-30', '2011-12-31')).toHaveLength(0);
	});
});

describe('days, weeks and months', () => {
	const starts = (zone: string, from: string, to: string, grain: 'day' | 'week' | 'month') =>
		intervals(zone, at(from), at(to), grain).map(({ startAt }) => formatInstant(zone, startAt));

	it('start at local midnight, on Monday, on the 1st', () => {
		const from = '2026-03-05T12:00:00Z';
		expect(starts('Europe/London', from, '2026-03-07T12:00:00Z', 'day')).toEqual([
			'2026-03-05T00:00:00+00:00',
			'2026-03-06T00:00:00+00:00'
		]);
		expect(starts('Europe/London', from, '2026-04-07T00:00:00Z', 'week')).toEqual([
			'2026-03-02T00:00:00+00:00',
			'2026-03-09T00:00:00+00:00',
			'2026-03-16T00:00:00+00:00',
			'2026-03-23T00:00:00+00:00',
			'2026-03-30T00:00:00+01:00'
		]);
		expect(starts('Europe/London', from, '2026-05-01T00:00:00+01:00', 'month')).toEqual([
			'2026-03-01T00:00:00+00:00',
			'2026-04-01T00:00:00+01:00'
		]);
	});

	it('start after midnight where there is none', () => {
		expect(starts('America/Sao_Paulo', '2018-11-03T12:00:00Z', '2018-11-05T12:00:00Z', 'day')).toEqual([
			'2018-11-03T00:00:00-03:00',
			'2018-11-04T01:00:00-02:00'
		]);
	});

	it('leave out the date that Apia left out', () => {
		expect(starts('Pacific/Apia', '2011-12-29T10:00:00Z', '2012-01-01T10:00:00Z', 'day')).toEqual([
			'2011-12-29T00:00:00-10:00',
			'2011-12-31T00:00:00+14:00',
			'2012-01-01T00:00:00+14:00'
		]);
	});

	it("do not begin twice where the clock goes back over midnight (St. John's, 00:01)", () => {
		expect(starts('America/St_Johns', '2010-11-06T12:00:00Z', '2010-11-08T12:00:00Z', 'day')).toEqual([
			'2010-11-06T00:00:00-02:30',
			'2010-11-07T00:00:00-02:30'
		]);
		const again = at('2010-11-06T23:30:00-03:30');
		expect(formatInstant('America/St_Johns', floorTo('America/St_Johns', again, 'day'))).toBe(
			'2010-11-07T00:00:00-02:30'
		);
	});
});

describe('any range', () => {
	const zones = [
		...['Asia/Kathmandu', 'Australia/Lord_Howe', 'America/New_York', 'Asia/Shanghai', 'Europe/London'],
		...['Africa/Casablanca', 'America/St_Johns', 'Pacific/Apia']
	];
	/** Days on which one of the zones changes its clock, so that half of the ranges meet one. */
	const changes = [
		'2026-03-08',
		'2026-11-01',
		'2026-04-05',
		'2026-10-04',
		'2026-03-29',
		'2026-10-25',
		'2026-02-15',
		'2026-03-22',
		'2011-12-30',
		'2010-11-07'
	];
	const anyStart = fc.oneof(
		fc.integer({ min: at('2005-01-01'), max: at('2030-01-01') }),
		fc
			.tuple(fc.constantFrom(...changes), fc.integer({ min: -2 * day, max: 2 * day }))
			.map(([date, distance]) => at(date) + distance)
	);
	const range = fc.record({
		zone: fc.constantFrom(...zones),
		grain: fc.constantFrom(...grains),
		fromAt: anyStart,
		span: fc.oneof(fc.integer({ min: 0, max: 3 * day }), fc.integer({ min: 0, max: 90 * day }))
	});

	it('is partitioned: no gap, no overlap, each row the one that its instants belong to', () => {
		fc.assert(
			fc.property(
				range,
				fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
				({ zone, grain, fromAt, span }, part) => {
					const rows = intervals(zone, fromAt, fromAt + span, grain);
					const ends = [floorTo(zone, fromAt, grain), floorTo(zone, fromAt + span, grain)];
					expect(rows.map(({ startAt }) => startAt)).toEqual(
						[ends[0], ...rows.map(({ endAt }) => endAt)].slice(0, rows.length)
					);
					expect(rows.at(-1)?.endAt ?? ends[0]).toBe(ends[1]);
					expect(ends[0]).toBeLessThanOrEqual(fromAt);
					const astray = rows.filter(({ startAt, endAt }) => {
						const within = [startAt, startAt + Math.floor((endAt - startAt) * part), endAt - 1];
						return endAt <= startAt || within.some((at) => floorTo(zone, at, grain) !== startAt);
					});
					expect(astray).toEqual([]);
					const count = countIntervals(fromAt, fromAt + span, grain);
					expect(count).toBeGreaterThanOrEqual(rows.length);
					expect(count - rows.length).toBeLessThan(8);
				}
			),
			{ seed, numRuns: 600 }
		);
	});

	it('has in each hour one hour of the clock and one offset', () => {
		fc.assert(
			fc.property(range, ({ zone, fromAt, span }) => {
				for (const { startAt, endAt } of intervals(zone, fromAt, fromAt + Math.min(span, 5 * day), 'hour')) {
					const [first, last] = [wallTime(zone, startAt), wallTime(zone, endAt - 1)];
					const next = wallTime(zone, endAt);
					expect([last.date, last.hour, last.offsetMinutes]).toEqual([
						first.date,
						first.hour,
						first.offsetMinutes
					]);
					expect([next.date, next.hour, next.offsetMinutes]).not.toEqual([
						first.date,
						first.hour,
						first.offsetMinutes
					]);
				}
			}),
			{ seed, numRuns: 200 }
		);
	});
});
