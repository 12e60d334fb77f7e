import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import TodayLine from './TodayLine.svelte';
import { soFar } from './soFar.ts';
import SoFar from './SoFar.svelte';
import { todayLine, type TodayHour } from './todayLine.ts';

const hours: TodayHour[] = [
	{ label: '09:00', tick: '09', low: 20, median: 40, high: 50, today: 80, partial: false, expected: null },
	{ label: '10:00', tick: '10', low: 40, median: 60, high: 100, today: 60, partial: false, expected: null },
	{ label: '11:00', tick: '11', low: null, median: null, high: null, today: 10, partial: true, expected: 50 },
	{ label: '12:00', tick: '12', low: 10, median: 20, high: 30, today: null, partial: false, expected: 30 }
];

describe('todayLine', () => {
	const shape = todayLine(hours, { height: 100 });

	it('draws the band of like days as blocks an hour wide, without those never seen', () => {
		expect(shape.band).toBe('M0,80V50h250V80ZM250,60V0h250V60ZM750,90V70h250V90Z');
		expect(shape.medians).toBe('M0,60h250M250,40h250M750,80h250');
	});

	it('joins the hours that are over and sets the running one apart', () => {
		expect(shape.line).toBe('M125,20L375,40');
		expect(shape.points).toEqual([
			{ x: 12.5, y: 20, partial: false },
			{ x: 37.5, y: 40, partial: false },
			{ x: 62.5, y: 90, partial: true }
		]);
	});

	it('goes on from the last hour that is over with what is forecast', () => {
		expect(shape.expected).toBe('M375,40L625,50L875,70');
		const unforeseen = hours.map((hour) => ({ ...hour, expected: null }));
		expect(todayLine(unforeseen, { height: 100 }).expected).toBe('');
	});

	it('takes a day of which nothing is known', () => {
		const blank = hours.map((hour) => ({
			...hour,
			low: null,
			median: null,
			high: null,
			today: null,
			expected: null
		}));
		expect(todayLine(blank)).toMatchObject({ band: '', line: '', points: [] });
	});
});

describe('soFar', () => {
	it('places today on the range of like days', () => {
		expect(soFar(150, { low: 50, median: 100, high: 125 })).toEqual({
			low: 32.05,
			width: 48.08,
			median: 64.1,
			today: 96.15
		});
		expect(soFar(0, { low: 0, median: 0, high: 0 })).toEqual({ low: 0, width: 0, median: 0, today: 0 });
	});

	it('says in words what it shows', () => {
		const props = { finding: '150 so far', today: 150, like: { low: 50, median: 100, high: 125 } };
		expect(render(SoFar, { props }).body).toContain('role="img" aria-label="150 so far"');
	});
});

describe('TodayLine on the server', () => {
	const texts = {
		hour: 'Hour',
		today: 'Today',
		soFar: 'so far',
		running: 'Running',
		low: 'Least',
		median: 'Middle',
		high: 'Most',
		band: 'Like days',
		expected: 'Forecast',
		read: 'Read the chart',
		readHint: 'Point at the chart',
		showTable: 'Show as table',
		caption: 'Today by hour',
		number: String
	};

	it('has every value in the table, and a dash where there is none', () => {
		const { body } = render(TodayLine, { props: { finding: 'Busier than usual.', hours, texts } });
		const rows = [...body.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([row = '']) =>
			[...row.matchAll(/<t[hd][^>]*>([^<]*)<\/t[hd]>/g)].map((m) => m[1])
		);
		expect(rows).toEqual([
			['Hour', 'Today', 'Forecast', 'Least', 'Middle', 'Most'],
			['09:00', '80', '–', '20', '40', '50'],
			['10:00', '60', '–', '40', '60', '100'],
			['11:00', '10 (so far)', '50', '–', '–', '–'],
			['12:00', '–', '30', '10', '20', '30']
		]);
	});
});
