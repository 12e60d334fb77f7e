import { describe, expect, it } from 'vitest';
import { bestTime } from '#analysis/bestTime.ts';
import { busyMornings, officeLine, typicalOf } from '#analysis/fixtures/weeks.ts';
import { presentHour, weekRows, weekTable } from './weekRows.ts';

const now = Date.parse('2026-06-18T10:20:34+08:00');
const queue = officeLine();
const answer = bestTime({ queue, lang: 'en', now, typical: typicalOf(queue, now, busyMornings) });

describe('weekRows', () => {
	it('names the days and what is special about them', () => {
		const rows = weekRows(answer);
		expect(rows.map(({ name }) => name)[0]).toBe('Thu 18');
		expect(rows.map(({ badge }) => badge)).toEqual([
			null,
			'Dragon Boat Festival',
			'Dragon Boat Festival',
			'Dragon Boat Festival',
			null,
			null,
			null
		]);
	});

	it('marks exactly the hours of the recommended windows', () => {
		const marked = weekRows(answer).flatMap(({ date, hours }) =>
			hours.filter(({ best }) => best).map(({ hour }) => `${date} ${hour}`)
		);
		const expected = answer.best.flatMap(({ start, end }) => {
			const [from, to] = [Number(start.slice(11, 13)), Number(end.slice(11, 13))];
			return Array.from({ length: to - from }, (_, i) => `${start.slice(0, 10)} ${from + i}`);
		});
		expect(marked).toEqual(expected);
		expect(marked.length).toBeGreaterThan(2);
	});

	it('gives the same as a table, with words', () => {
		const table = weekTable(answer);
		expect(table.columns.length).toBe(8);
		expect(table.rows.map(({ name }) => name)[0]).toBe('09:00–10:00');
		expect(table.rows[0]?.cells[1]).toBe('–');
		expect(table.rows[0]?.cells[4]).toBe('5 very busy');
		expect(presentHour(answer)).toBe(10);
	});
});
