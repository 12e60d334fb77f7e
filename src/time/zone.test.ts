import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addDays, dayStart, formatInstant, instantOf, isZone, wallTime } from './zone.ts';

const at = (text: string) => Date.parse(text);
const seed = 20261122;

const zones = [
	...[
		'Asia/Shanghai',
		'Asia/Kathmandu',
		'Asia/Jerusalem',
		'Asia/Tehran',
		'Asia/Kolkata',
		'Asia/Gaza',
		'Asia/Pyongyang'
	],
	...[
		'Asia/Amman',
		'Australia/Lord_Howe',
		'Australia/Eucla',
		'America/New_York',
		'America/St_Johns',
		'America/Caracas'
	],
	...[
		'America/Sao_Paulo',
		'America/Santiago',
		'America/Havana',
		'America/Asuncion',
		'America/Scoresbysund',
		'UTC'
	],
	...[
		'America/Los_Angeles',
		'Europe/London',
		'Europe/Dublin',
		'Europe/Istanbul',
		'Europe/Moscow',
		'Europe/Volgograd'
	],
	...[
		'Africa/Casablanca',
		'Africa/Cairo',
		'Africa/Juba',
		'Pacific/Apia',
		'Pacific/Chatham',
		'Pacific/Kwajalein'
	],
	...['Pacific/Kiritimati', 'Pacific/Norfolk', 'Antarctica/Casey', 'Antarctica/Troll', 'Etc/GMT+8']
];

describe('isZone', () => {
	it.each([
		'Asia/Shanghai',
		'Asia/Kolkata',
		'America/Argentina/Buenos_Aires',
		'UTC',
		'Etc/UTC',
		'Etc/GMT+8',
		'EST5EDT',
		'PRC'
	])('takes %s', (name) => expect(isZone(name)).toBe(true));
	it.each([
		'+08:00',
		'-05:00',
		'UTC+8',
		'GMT+8',
		'+08',
		'Z',
		'CST',
		'cst',
		'PST',
		'IST',
		'Mars/Olympus',
		'SystemV/PST8',
		'local',
		'',
		' UTC'
	])('refuses %j', (name) => expect(isZone(name)).toBe(false));
	it('lets the others say which zone they do not know', () => {
		expect(() => wallTime('Mars/Olympus', 0)).toThrow('unknown zone: Mars/Olympus');
	});
});

describe('wallTime', () => {
	it('is what hangs on the wall there', () => {
		expect(wallTime('Asia/Shanghai', at('2026-11-22T16:05:59.999Z'))).toEqual({
			date: '2026-11-23',
			hour: 0,
			minute: 5,
			weekday: 1,
			offsetMinutes: 480
		});
		expect(wallTime('Asia/Kathmandu', at('2026-11-22T18:14:00Z'))).toMatchObject({
			hour: 23,
			minute: 59,
			weekday: 7
		});
		expect(wallTime('America/St_Johns', at('1969-12-31T23:59:00Z'))).toMatchObject({
			hour: 20,
			minute: 29,
			offsetMinutes: -210
		});
	});

	it('changes at the very millisecond', () => {
		const change = at('2026-03-08T07:00:00Z');
		expect(wallTime('America/New_York', change - 1)).toMatchObject({
			hour: 1,
			minute: 59,
			offsetMinutes: -300
		});
		expect(wallTime('America/New_York', change)).toMatchObject({ hour: 3, minute: 0, offsetMinutes: -240 });
	});

	it('rounds local mean times (here -00:44:30) to the minute', () => {
		expect(wallTime('Africa/Monrovia', at('1960-01-01T00:00:00Z')).offsetMinutes).toBe(-45);
	});
});

describe('dayStart', () => {
	it.each([
		['Asia/Shanghai', '2026-11-23', '2026-11-22T16:00:00Z'],
		// Midnight does not exist.
		['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00Z'],
		['Africa/Cairo', '2024-04-26', '2024-04-25T22:00:00Z'],
		['America/Havana', '2026-03-08', '2026-03-08T05:00:00Z'],
		// Midnight is there twice: the first.
		['America/Havana', '2026-11-01', '2026-11-01T04:00:00Z'],
		// The clock goes back to 23:00 at the end of the day before: midnight is there once.
		['America/Sao_Paulo', '2018-02-18', '2018-02-18T03:00:00Z'],
		// The whole date does not exist.
		['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00Z'],
		['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00Z'],
		['Pacific/Kwajalein', '1993-08-21', '1993-08-21T12:00:00Z']
	])('in %s of %s is %s', (zone, date, expected) => {
		expect(formatInstant('UTC', dayStart(zone, date))).toBe(expected.replace('Z', '+00:00'));
	});

	it('is the start of a day of 23, 25, 23.5 and 24.5 hours', () => {
		const hours = (zone: string, date: string) =>
			(dayStart(zone, addDays(date, 1)) - dayStart(zone, date)) / 3_600_000;
		expect(hours('America/New_York', '2026-03-08')).toBe(23);
		expect(hours('America/New_York', '2026-11-01')).toBe(25);
		expect(hours('Australia/Lord_Howe', '2026-10-04')).toBe(23.5);
		expect(hours('Australia/Lord_Howe', '2026-04-05')).toBe(24.5);
		expect(hours('Pacific/Apia', '2011-12-30')).toBe(0);
	});
});

describe('instantOf', () => {
	const iso = (zone: string, date: string, clock: string) => {
		const [hour = 0, minute = 0] = clock.split(':').map(Number);
		return formatInstant(zone, instantOf(zone, date, hour * 60 + minute));
	};

	it('moves forward in a gap and takes the earlier of two', () => {
		expect(iso('America/New_York', '2026-03-08', '02:30')).toBe('2026-03-08T03:30:00-04:00');
		expect(iso('America/New_York', '2026-11-01', '01:30')).toBe('2026-11-01T01:30:00-04:00');
		expect(iso('Australia/Lord_Howe', '2026-10-04', '02:15')).toBe('2026-10-04T02:45:00+11:00');
		expect(iso('Pacific/Apia', '2011-12-30', '12:00')).toBe('2011-12-31T12:00:00+14:00');
	});

	it('counts minutes beyond the day as the days around', () => {
		expect(iso('Asia/Shanghai', '2026-11-23', '24:00')).toBe('2026-11-24T00:00:00+08:00');
		expect(instantOf('Asia/Shanghai', '2026-11-23', -60)).toBe(at('2026-11-22T23:00:00+08:00'));
		expect(iso('America/New_York', '2026-03-07', '30:00')).toBe('2026-03-08T06:00:00-04:00');
	});
});

describe('formatInstant', () => {
	it.each([
		['Asia/Shanghai', '2026-03-02T01:15:00Z', '2026-03-02T09:15:00+08:00'],
		['Asia/Kathmandu', '2026-03-02T01:15:00.500Z', '2026-03-02T07:00:00.500+05:45'],
		['America/St_Johns', '2026-01-01T00:00:00.007Z', '2025-12-31T20:30:00.007-03:30'],
		['UTC', '2026-01-01T00:00:59Z', '2026-01-01T00:00:59+00:00']
	])('in %s of %s', (zone, instant, expected) => {
		expect(formatInstant(zone, at(instant))).toBe(expected);
	});
});

describe('against Temporal, on any instant of 1990 to 2035', () => {
	const anyZone = fc.constantFrom(...zones);
	const anyInstant = fc.integer({ min: at('1990-01-01T00:00:00Z'), max: at('2035-12-31T00:00:00Z') });
	const zoned = (zone: string, instant: number) =>
		Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);

	/** Instants of chance rarely hit a change of clocks, so every other one is moved to within two days of the next. */
	const near = fc
		.tuple(anyZone, anyInstant, fc.option(fc.integer({ min: -172_800_000, max: 172_800_000 })))
		.map(([zone, instant, distance]): [string, number] => {
			const change = distance === null ? null : zoned(zone, instant).getTimeZoneTransition('next');
			return [zone, change === null ? instant : change.epochMilliseconds + (distance ?? 0)];
		});

	it('the wall time, the start of its day and the way back are the same', () => {
		fc.assert(
			fc.property(near, ([zone, instant]) => {
				const expected = zoned(zone, instant);
				const wall = wallTime(zone, instant);
				expect(wall).toEqual({
					date: expected.toPlainDate().toString(),
					hour: expected.hour,
					minute: expected.minute,
					weekday: expected.dayOfWeek,
					offsetMinutes: expected.offsetNanoseconds / 60e9
				});
				expect(dayStart(zone, wall.date)).toBe(expected.startOfDay().epochMilliseconds);
				expect(Date.parse(formatInstant(zone, instant))).toBe(instant);
			}),
			{ seed, numRuns: 3_000 }
		);
	});

	it('any wall time is the same instant, in gaps and overlaps too', () => {
		fc.assert(
			fc.property(near, fc.integer({ min: 0, max: 1439 }), ([zone, instant], minute) => {
				const date = wallTime(zone, instant).date;
				const expected = Temporal.PlainDate.from(date)
					.toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 })
					.toZonedDateTime(zone, { disambiguation: 'compatible' });
				expect(instantOf(zone, date, minute)).toBe(expected.epochMilliseconds);
			}),
			{ seed, numRuns: 3_000 }
		);
	});
});
