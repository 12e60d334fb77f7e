import { describe, expect, it } from 'vitest';
import type { ServiceHours } from '#model/queue.ts';
import { calendarDay } from './calendar.ts';
import {
	nextOpening,
	openAt,
	openDuring,
	openHours,
	openRanges,
	openUntil,
	type Opening
} from './serviceHours.ts';
import { intervals } from './intervals.ts';
import { dayStart, formatInstant } from './zone.ts';

const closed: ServiceHours = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [], holiday: [] };
const office: ServiceHours = {
	...closed,
	mon: [['08:00', '20:00']],
	tue: [
		['13:30', '18:00'],
		['09:00', '12:00']
	],
	wed: [['09:00', '18:00']],
	thu: [['09:00', '18:00']],
	fri: [['09:00', '17:00']],
	holiday: [['10:00', '12:00']]
};
const allDay: ServiceHours['mon'] = [['00:00', '24:00']];
const always: ServiceHours = {
	mon: allDay,
	tue: allDay,
	wed: allDay,
	thu: allDay,
	fri: allDay,
	sat: allDay,
	sun: allDay,
	holiday: allDay
};
const night: ServiceHours = { ...closed, fri: [['22:00', '06:00']] };

const queue = (hours: ServiceHours, zone = 'Asia/Shanghai', country = 'CN'): Opening => ({
	zone,
	country,
	hours
});
const at = (text: string) => Date.parse(text);
const say = (opening: Opening, instant: number | null) => instant && formatInstant(opening.zone, instant);

describe('openRanges', () => {
	const on = (date: string) => openRanges(office, calendarDay('CN', date));
	it.each([
		['a workday', '2026-11-23', [[480, 1200]]],
		[
			'ranges out of order',
			'2026-11-24',
			[
				[540, 720],
				[810, 1080]
			]
		],
		['a weekend', '2026-11-22', []],
		['a holiday', '2026-10-01', [[600, 720]]],
		['a make-up Sunday that stands for a Friday', '2026-01-04', [[540, 1020]]],
		['a make-up Saturday that stands for a Monday', '2026-02-28', [[480, 1200]]]
	])('of %s', (_, date, expected) => {
		expect(on(date)).toEqual(expected);
	});

	it('runs over midnight, and joins what touches', () => {
		const day = calendarDay('CN', '2026-11-27');
		expect(openRanges(night, day)).toEqual([[1320, 1800]]);
		const touching: ServiceHours = {
			...closed,
			fri: [
				['12:00', '24:00'],
				['08:00', '12:00'],
				['09:00', '10:00']
			]
		};
		expect(openRanges(touching, day)).toEqual([[480, 1440]]);
	});
});

describe('now', () => {
	const shanghai = queue(office);

	it('is open from the first minute until just before the last', () => {
		expect(openAt(shanghai, at('2026-11-23T07:59:59.999+08:00'))).toBe(false);
		expect(openAt(shanghai, at('2026-11-23T08:00:00+08:00'))).toBe(true);
		expect(openAt(shanghai, at('2026-11-23T19:59:59.999+08:00'))).toBe(true);
		expect(openAt(shanghai, at('2026-11-23T20:00:00+08:00'))).toBe(false);
		expect(openAt(shanghai, at('2026-11-24T12:30:00+08:00'))).toBe(false);
	});

	it('says until when, and when next', () => {
		expect(say(shanghai, openUntil(shanghai, at('2026-11-24T09:00:00+08:00')))).toBe(
			'2026-11-24T12:00:00+08:00'
		);
		expect(openUntil(shanghai, at('2026-11-24T12:00:00+08:00'))).toBeNull();
		expect(say(shanghai, nextOpening(shanghai, at('2026-11-24T12:00:00+08:00')))).toBe(
			'2026-11-24T13:30:00+08:00'
		);
		expect(say(shanghai, nextOpening(shanghai, at('2026-11-24T09:00:00+08:00')))).toBe(
			'2026-11-24T13:30:00+08:00'
		);
		// Friday evening: the weekend is closed.
		expect(say(shanghai, nextOpening(shanghai, at('2026-11-27T19:00:00+08:00')))).toBe(
			'2026-11-30T08:00:00+08:00'
		);
	});

	it('has no next and no end where there is none within forty days', () => {
		expect(nextOpening(queue(closed), at('2026-11-24T12:00:00+08:00'))).toBeNull();
		expect(nextOpening(queue(always), at('2026-11-24T12:00:00+08:00'))).toBeNull();
		expect(openAt(queue(always), at('2026-11-24T23:59:59.999+08:00'))).toBe(true);
		expect(openUntil(queue(always), at('2026-11-24T12:00:00+08:00'))).toBeNull();
	});

	it('ends a round-the-clock line where a holiday closes it', () => {
		const line = queue({ ...always, holiday: [] });
		expect(say(line, openUntil(line, at('2026-09-29T12:00:00+08:00')))).toBe('2026-10-01T00:00:00+08:00');
		expect(say(line, nextOpening(line, at('2026-10-02T12:00:00+08:00')))).toBe('2026-10-08T00:00:00+08:00');
	});

	it('goes on after midnight, also into a day that is closed', () => {
		const line = queue(night);
		expect(openAt(line, at('2026-11-28T05:59:00+08:00'))).toBe(true);
		expect(openAt(line, at('2026-11-28T06:00:00+08:00'))).toBe(false);
		expect(openAt(line, at('2026-11-27T05:00:00+08:00'))).toBe(false);
		expect(say(line, openUntil(line, at('2026-11-27T23:00:00+08:00')))).toBe('2026-11-28T06:00:00+08:00');
	});

	it('goes by the wall clock when clocks change', () => {
		const line = queue({ ...closed, sun: [['01:00', '04:00']] }, 'America/New_York', 'US');
		const length = (start: string) => ((openUntil(line, at(start)) ?? NaN) - at(start)) / 3_600_000;
		expect(length('2026-03-01T01:00:00-05:00')).toBe(3);
		expect(length('2026-03-08T01:00:00-05:00')).toBe(2);
		expect(length('2026-11-01T01:00:00-04:00')).toBe(4);
	});
});

describe('openDuring', () => {
	const minuteMs = 60_000;
	const halfPast: ServiceHours = { ...office, sat: [['08:30', '08:45']], sun: [['22:00', '06:00']] };
	it.each([
		{ opening: queue(halfPast), from: '2026-09-28', to: '2026-10-12' },
		{ opening: queue(night, 'America/New_York', 'US'), from: '2026-10-28', to: '2026-11-05' },
		{ opening: queue(halfPast, 'Australia/Lord_Howe', 'AU'), from: '2026-03-30', to: '2026-04-08' },
		{ opening: queue(always), from: '2026-03-02', to: '2026-03-04' },
		{ opening: queue(closed), from: '2026-03-02', to: '2026-03-04' }
	])('is what the minutes say: $opening.zone $from', ({ opening, from, to }) => {
		const hours = intervals(opening.zone, dayStart(opening.zone, from), dayStart(opening.zone, to), 'hour');
		// Hours may be missing in between: those of times that are no example.
		const some = hours.filter((_, i) => i % 7 !== 3);
		const byMinutes = some.map(({ startAt, endAt }) => {
			const minutes = Array.from({ length: (endAt - startAt) / minuteMs }, (_, i) => startAt + i * minuteMs);
			return minutes.some((minute) => openAt(opening, minute));
		});
		expect(openDuring(opening, some)).toEqual(byMinutes);
	});

	it('is nothing of nothing', () => {
		expect(openDuring(queue(always), [])).toEqual([]);
	});
});

describe('openHours', () => {
	const openOn = (opening: Opening, date: string) =>
		openHours(opening, date).flatMap((open, hour) => (open ? [hour] : []));

	it('takes an hour that is open for half of it or more', () => {
		const line = queue({
			...closed,
			mon: [
				['08:30', '10:29'],
				['11:31', '12:00'],
				['13:00', '13:15'],
				['13:45', '14:00']
			]
		});
		expect(openOn(line, '2026-11-23')).toEqual([8, 9, 13]);
	});

	it('counts what runs over from the evening before', () => {
		expect(openOn(queue(night), '2026-11-27')).toEqual([22, 23]);
		expect(openOn(queue(night), '2026-11-28')).toEqual([0, 1, 2, 3, 4, 5]);
		expect(openHours(queue(always), '2026-11-28')).toEqual(Array(24).fill(true));
	});
});
