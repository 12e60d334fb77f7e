import { describe, expect, test } from 'vitest';
import { readDuration } from './csvDuration.ts';
import { meaningOf } from './csvOutcome.ts';
import { csvOptionsOf } from './csvOptions.ts';
import { dateOrderOf, readCellTime, type DateOrder } from './csvTime.ts';

const wall = (text: string) => Date.parse(`${text.replace(' ', 'T')}Z`);

describe('a time', () => {
	test.each<[string, DateOrder | null, string]>([
		['2026-03-02 09:15:00', null, '2026-03-02 09:15:00'],
		['2026/3/2 9:05', null, '2026-03-02 09:05:00'],
		['20260302091500', null, '2026-03-02 09:15:00'],
		['02.03.2026, 09:15 Uhr', 'mdy', '2026-03-02 09:15:00'],
		['Mo, 2.3.26 9.15', null, '2026-03-02 09:15:00'],
		['02/03/2026 09:15', 'dmy', '2026-03-02 09:15:00'],
		['02/03/2026 09:15', 'mdy', '2026-02-03 09:15:00'],
		['26/03/02 09:15', 'ymd', '2026-03-02 09:15:00'],
		['3/2/2026 12:00:01 AM', 'mdy', '2026-03-02 00:00:01'],
		['3/2/2026 12:30 p.m.', 'mdy', '2026-03-02 12:30:00'],
		['13/3/2026 1:02', null, '2026-03-13 01:02:00'],
		['2 March 2026 09:15', null, '2026-03-02 09:15:00'],
		['2. März 2026 09:15', null, '2026-03-02 09:15:00'],
		['02-Mar-26 09:15:30', null, '2026-03-02 09:15:30'],
		['Mar 2, 2026 9:15 PM', null, '2026-03-02 21:15:00'],
		['2026年3月2日 星期一 下午3时5分', null, '2026-03-02 15:05:00'],
		['2026年3月2日凌晨12点', null, '2026-03-02 00:00:00'],
		['２０２６－０３－０２　０９：１５：００', null, '2026-03-02 09:15:00'],
		['2026-03-02T09:15:00.250', null, '2026-03-02 09:15:00.250'],
		['46083,385416666664', null, '2026-03-02 09:15:00']
	])('%s', (cell, order, expected) => {
		expect(readCellTime(cell, order)).toMatchObject({ local: wall(expected) });
	});

	test.each([
		['2026-03-02T09:15:00+08:00', '2026-03-02 01:15:00'],
		['2026-03-02 09:15:00 +0800', '2026-03-02 01:15:00'],
		['1772414100', '2026-03-02 01:15:00']
	])('%s is an instant', (cell, expected) =>
		expect(readCellTime(cell, null)).toEqual({ at: wall(expected) })
	);

	test.each([
		...['', 'soon', '1', '12345', '99999', '32.03.2026 09:15', '29.02.2026 09:15', '02.03.2026 25:00'],
		...[
			'2026-03-02 09:60',
			'2026-03/02 09:15',
			'2026年3月',
			'02.03.202 09:15',
			'2026-13-01 00:00',
			'1.2.3.4'
		],
		...['9'.repeat(1000), `02.03.2026 ${' '.repeat(1000)}`.padEnd(2000, 'x')]
	])('%s is none', (cell) => expect(readCellTime(cell, null)).toBeNull());

	test('that could be two days is said to be, and what tells is found', () => {
		expect(readCellTime('02/03/2026 09:15', null)).toEqual({ ambiguous: true });
		expect(readCellTime('03/03/2026 09:15', null)).toMatchObject({ local: wall('2026-03-03 09:15') });
		expect(dateOrderOf(['02/03/2026', '14/03/2026'])).toBe('dmy');
		expect(dateOrderOf(['02-03-26', '02-14-26'])).toBe('mdy');
		expect(dateOrderOf(['02/03/2026'])).toBe('either');
		expect(dateOrderOf(['02.03.2026', '2026-01-02', ''])).toBeNull();
	});
});

test.each<[string, number | null]>([
	['90', 90],
	['90,5', 90.5],
	['1:30', 90],
	['0:01:30', 90],
	['00:01:30.0000000', 90],
	['1 min 30 s', 90],
	['1 Min., 30 Sek.', 90],
	['1小时1分钟1秒', 3661],
	['PT1M30S', 90],
	['1h', 3600],
	['75:10', 4510],
	['1:75', null],
	['-5', null],
	['soon', null],
	['', null],
	[`${'1'.repeat(5000)}`, null]
])('the duration %s', (cell, seconds) => expect(readDuration(cell, 'seconds')).toBe(seconds));

test('shapes of durations', () => {
	expect(readDuration('1:30', 'hours_minutes')).toBe(5400);
	expect(readDuration('1500', 'milliseconds')).toBe(1.5);
	expect(readDuration('1,5', 'minutes')).toBe(90);
	expect(readDuration('0.25', 'days')).toBe(21_600);
});

test('words for how a call ended', () => {
	const none = new Map();
	expect(meaningOf('ANSWERED', none)).toBe('answered');
	expect(meaningOf('not_answered', none)).toBe('abandoned');
	expect(meaningOf('Nicht angenommen', none)).toBe('abandoned');
	expect(meaningOf('已接听', none)).toBe('answered');
	expect(meaningOf('排队超时', none)).toBe('timed_out');
	expect(meaningOf('toString', none)).toBeNull();
	expect(meaningOf('Answered', new Map([['answered', 'skip' as const]]))).toBe('skip');
});

test.each([
	['map=id', 'map'],
	['map=colour:red', 'map'],
	['delimiter=x', 'delimiter'],
	['header=0', 'header'],
	['dates=dm', 'dates'],
	['durations=hours', 'durations'],
	['outcome=yes', 'outcome'],
	['outcome=yes:waiting', 'outcome'],
	['group=1', 'group'],
	['only=a:1&only=b:2', 'only']
])('%s is refused', (query, field) => {
	expect(csvOptionsOf(new URLSearchParams(query))).toMatchObject({ problem: { field } });
});

test('a query without any of it asks for nothing', () => {
	expect(csvOptionsOf(new URLSearchParams('format=csv&queue=a'))).toEqual({ options: null });
	const read = csvOptionsOf(new URLSearchParams('map=queue:a: b&outcome=Ja: gut:answered&delimiter=;'));
	expect(read).toMatchObject({
		options: {
			map: new Map([['queue', ['a: b']]]),
			outcomes: new Map([['ja: gut', 'answered']]),
			delimiter: 'semicolon'
		}
	});
});
