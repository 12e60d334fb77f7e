import { describe, expect, it, test } from 'vitest';
import { parseDays, parseHours, parseWhole } from './backtestArgs.ts';
import { binLoad } from './binLoad.ts';
import { readLoadRows } from './loadFile.ts';

const zone = 'Europe/Berlin';

describe('readLoadRows', () => {
	it.each([
		['start,offered\n2026-03-02 09:00,12\n2026-03-02T10:00:00,NA\n'],
		['2026-03-02 09:00,12\n2026-03-02 10:00,\n'],
		['offered,start\r\n12,2026-03-02T09:00:00+01:00\r\n,2026-03-02T09:00:00Z\r\n'],
		['\uFEFFDate,hour,calls\n2026-03-02,9,12.0\n2026-03-02,10,NA\n']
	])('reads %j', (text) => {
		expect(readLoadRows(text, zone)).toEqual({
			rows: [
				{ date: '2026-03-02', minute: 540, offered: 12 },
				{ date: '2026-03-02', minute: 600, offered: null }
			]
		});
	});

	it.each([
		['', 1, 'the file is empty'],
		['start,offered\n', 1, 'there are no rows'],
		['when,offered\n2026-03-02 09:00,1', 1, 'the header has no column start'],
		['start,load\n2026-03-02 09:00,1', 1, 'the header has no column offered'],
		['start,offered\n2026-03-02 09:00,1\n2026-02-30 09:00,1', 3, 'start: expected'],
		['start,offered\n2026-03-02 09:00,many', 2, 'offered: expected a number of calls, got "many"'],
		['start,offered\n2026-03-02 09:00,-1', 2, 'offered: expected'],
		['date,hour,calls\n2026-03-02,24,1', 2, 'hour: expected 0 to 23, got "24"'],
		['date,hour,calls\n02.03.2026,9,1', 2, 'date: expected a date'],
		['start,offered\n"2026-03-02 09:00,1', 2, 'a quote is opened and not closed']
	])('refuses %j and names line and field', (text, line, message) => {
		const read = readLoadRows(text, zone);
		if (!('problem' in read)) throw new Error('it was read');
		expect(read.problem.line).toBe(line);
		expect(read.problem.message).toContain(message);
	});

	it('takes a wall time that the clock skipped for what it showed instead', () => {
		expect(readLoadRows('2026-03-29 02:30,4', zone)).toEqual({
			rows: [{ date: '2026-03-29', minute: 210, offered: 4 }]
		});
	});
});

describe('binLoad', () => {
	const all = { slotMinutes: 60, hours: [0, 1440] as [number, number], days: new Set([1, 2, 3, 4, 5, 6, 7]) };
	const rows = (text: string) => {
		const read = readLoadRows(text, 'UTC');
		if ('problem' in read) throw new Error(read.problem.message);
		return read.rows;
	};
	const at = (hour: number) => Date.UTC(2026, 2, 2, hour);

	it('sums rows, and does not know a slot that lacks some', () => {
		const text = ['09:00,1', '09:30,0', '10:00,3', '10:30,4', '11:00,5']
			.map((row) => `2026-03-02 ${row}`)
			.join('\n');
		expect(binLoad(rows(text), 'UTC', all)).toEqual([
			{ startAt: at(9), offered: 1 },
			{ startAt: at(10), offered: 7 },
			{ startAt: at(11), offered: null }
		]);
		expect(binLoad(rows(text), 'UTC', { ...all, slotMinutes: 30, hours: [570, 660] })).toHaveLength(3);
		expect(binLoad(rows(text), 'UTC', { ...all, days: new Set([2]) })).toEqual([]);
	});

	it('fills quiet slots with zeros only where a series never writes one', () => {
		const days = ['2026-03-02', '2026-03-09', '2026-03-16'];
		const text = days.map((date, i) => `${date} 09:00,5${i === 0 ? `\n${date} 22:00,1` : ''}`).join('\n');
		const late = (counts: ReturnType<typeof binLoad>) =>
			counts.filter(({ startAt }) => startAt % 86_400_000 === 79_200_000);
		expect(late(binLoad(rows(text), 'UTC', all)).map(({ offered }) => offered)).toEqual([1, 0, 0]);
		expect(late(binLoad(rows(`${text}\n2026-03-17 09:00,0`), 'UTC', all))).toHaveLength(1);
	});
});

test('hours, days and whole numbers are read or refused', () => {
	expect(parseHours('07-21')).toEqual([420, 1260]);
	expect(parseHours('7:30-24')).toEqual([450, 1440]);
	expect(['21-07', '07', '07-25', 'a-b'].map(parseHours)).toEqual([
		undefined,
		undefined,
		undefined,
		undefined
	]);
	expect([...(parseDays('mon-fri') ?? [])]).toEqual([1, 2, 3, 4, 5]);
	expect([...(parseDays('sun-thu') ?? [])]).toEqual([7, 1, 2, 3, 4]);
	expect([...(parseDays('Mon,wed') ?? [])]).toEqual([1, 3]);
	expect(['', 'monday', 'mon-', 'mon-tue-wed'].map(parseDays)).toEqual([
		undefined,
		undefined,
		undefined,
		undefined
	]);
	expect([parseWhole('14'), parseWhole('0'), parseWhole('1.5'), parseWhole('x')]).toEqual([14, ...Array(3)]);
});
