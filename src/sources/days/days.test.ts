import { describe, expect, it } from 'vitest';
import { csvDays } from './csvDays.ts';
import { icsDays } from './icsDays.ts';

const short = (days: { date: string; kind: string; name: { zh: string } | null }[] = []) =>
	days.map(({ date, kind, name }) => `${date} ${kind} ${name?.zh ?? '-'}`);

describe('CSV', () => {
	it('reads days and runs of days in any order of columns', () => {
		const found = csvDays(
			'\uFEFFname_zh,date,until,kind,name_en,stands_for\n' +
				'春节,2027-02-05,2027-02-07,,Spring Festival,\r\n' +
				'"春节, 补",2027/2/20,,班,,4\n' +
				',2026-12-25,,Payday,,\n'
		);
		expect(found?.problems).toEqual([]);
		expect(short(found?.days)).toEqual([
			...['05', '06', '07'].map((day) => `2027-02-${day} holiday 春节`),
			'2027-02-20 make_up_workday 春节, 补',
			'2026-12-25 payday -'
		]);
		expect(found?.days[0]?.name).toEqual({ zh: '春节', en: 'Spring Festival' });
		expect(found?.days[3]).toMatchObject({ name: { en: '春节, 补' }, standsFor: 4 });
	});

	it('says what of a line it cannot read, and keeps the others', () => {
		const found = csvDays(
			'date;until;kind;stands_for\n2027-02-30;;;\n2027-02-05;2027-02-01;;\n2027-02-05;;发薪;\n2027-02-05;;;8\n2027-02-06;;;'
		);
		expect(found?.problems.map(({ line }) => line)).toEqual([2, 3, 4, 5]);
		expect(short(found?.days)).toEqual(['2027-02-06 holiday -']);
	});

	it('is not what has no column of dates', () => {
		expect(csvDays('day,name\n2027-02-05,x')).toBeNull();
		expect(csvDays('')).toBeNull();
	});
});

const calendar = (...events: string[]) =>
	`BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//\r\n${events
		.map((event) => `BEGIN:VEVENT\r\nUID:${event.length}\r\n${event}\r\nEND:VEVENT\r\n`)
		.join('')}END:VCALENDAR\r\n`;

describe('calendar files', () => {
	it('read whole days, their end out, and tell make-up workdays by name', () => {
		const found = icsDays(
			calendar(
				'DTSTART;VALUE=DATE:20270205\r\nDTEND;VALUE=DATE:20270207\r\nSUMMARY:春节假期 第1天/共7天',
				'DTSTART;VALUE=DATE:20270220\r\nSUMMARY:春节 补班',
				'DTSTART;VALUE=DATE:20270501\r\nSUMMARY:劳动节（休）'
			)
		);
		expect(short(found?.days)).toEqual([
			'2027-02-05 holiday 春节',
			'2027-02-06 holiday 春节',
			'2027-02-20 make_up_workday 春节',
			'2027-05-01 holiday 劳动节'
		]);
	});

	it('follow repetitions, fold lines, and take the date as it is written', () => {
		const found = icsDays(
			calendar(
				'DTSTART;VALUE=DATE:20270101\r\nRRULE:FREQ=YEARLY;COUNT=2\r\nSUMMARY:Inventory and\r\n  review',
				'DTSTART:20270301T230000Z\r\nDTEND:20270302T010000Z\r\nSUMMARY:Maintenance'
			)
		);
		expect(short(found?.days)).toEqual([
			'2027-01-01 holiday Inventory and review',
			'2028-01-01 holiday Inventory and review',
			'2027-03-01 holiday Maintenance',
			'2027-03-02 holiday Maintenance'
		]);
	});

	it('do not spread over a year by mistake, nor end in an error', () => {
		const found = icsDays(
			calendar('DTSTART;VALUE=DATE:20270101\r\nDTEND;VALUE=DATE:20280101\r\nSUMMARY:Year', 'SUMMARY:When?')
		);
		expect(found).toMatchObject({ days: [], problems: [{ line: 1 }, { line: 2 }] });
		expect(icsDays('BEGIN:VCALENDAR\r\nnonsense')).toBeNull();
		expect(icsDays('date,kind')).toBeNull();
	});
});
