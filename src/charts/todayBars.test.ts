import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import SoFar from './SoFar.svelte';
import { soFar } from './soFar.ts';
import TodayBars from './TodayBars.svelte';
import { todayBars, type TodaySlot } from './todayBars.ts';

function slot(
	label: string,
	calls: [number, number] | null,
	like: [number, number, number] | null
): TodaySlot {
	return {
		label,
		tick: label,
		answered: calls?.[0] ?? 0,
		abandoned: calls?.[1] ?? 0,
		flowedOut: 0,
		other: 0,
		closed: false,
		low: like?.[0] ?? null,
		median: like?.[1] ?? null,
		high: like?.[2] ?? null,
		toCome: calls === null,
		partial: false,
		expected: null
	};
}

const slots: TodaySlot[] = [
	slot('09:00', [60, 20], [20, 40, 50]),
	slot('10:00', [60, 0], [40, 60, 100]),
	{ ...slot('11:00', [10, 0], null), partial: true, expected: 50 },
	{ ...slot('12:00', null, [10, 20, 30]), expected: 30, closed: true }
];

describe('todayBars', () => {
	const shape = todayBars(slots, { height: 100 });

	it('draws the band of like days as blocks a slot wide, without those never seen', () => {
		expect(shape.band).toBe('M0,80V50h250V80ZM250,60V0h250V60ZM750,90V70h250V90Z');
		expect(shape.medians).toBe('M0,60h250M250,40h250M750,80h250');
	});

	it('stacks today in the middle of them, without what is to come', () => {
		expect(shape.series.map(({ path }) => path).slice(0, 2)).toEqual([
			'M62.5,100V40h125V100ZM312.5,100V40h125V100ZM562.5,100V90h125V100Z',
			'M62.5,39V20h125V39Z'
		]);
		expect(shape.running).toEqual({ x: 50, width: 25 });
	});

	it('draws what is forecast for slots that are not over', () => {
		expect(shape.expected).toBe('M500,50h250M750,70h250');
		expect(shape.closed).toEqual([{ x: 75, width: 25 }]);
	});

	it('takes a day of which nothing is known', () => {
		const blank = todayBars([slot('09:00', null, null)], { height: 100 });
		expect(blank).toMatchObject({ band: '', medians: '', expected: '', running: null });
		expect(blank.countTicks.map(({ value }) => value)).toEqual([0, 1]);
	});
});

describe('TodayBars on the server', () => {
	const texts = {
		...{
			answered: 'Answered',
			abandoned: 'Abandoned',
			flowedOut: 'Flowed out',
			other: 'Other',
			closed: 'Closed'
		},
		...{ hour: 'Time', today: 'Today', soFar: 'so far', running: 'Running', low: 'Least', median: 'Median' },
		...{
			high: 'Most',
			band: 'Band',
			expected: 'Forecast',
			read: 'Read',
			readHint: 'Point',
			showTable: 'Table'
		},
		caption: 'Calls',
		number: String
	};
	const { body } = render(TodayBars, {
		props: { finding: 'Busy.', slots, href: (i: number) => (i === 0 ? '/nine' : null), texts }
	});

	it('has every value in its table, with links where slots lead somewhere', () => {
		const rows = [...body.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([row]) =>
			[...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([cell]) => cell.replace(/<[^>]*>/g, '').trim())
		);
		expect(rows[0]).toEqual([
			'Time',
			'Today',
			'Answered',
			'Abandoned',
			'Forecast',
			'Least',
			'Median',
			'Most'
		]);
		expect(rows[1]).toEqual(['09:00', '80', '60', '20', '–', '20', '40', '50']);
		expect(rows[3]?.[1]).toBe('10 (so far)');
		expect(rows[4]).toEqual(['12:00', '–', '–', '–', '30', '10', '20', '30']);
		expect(body.match(/href="\/nine"/g)).toHaveLength(2);
	});
});

describe('soFar', () => {
	const shape = soFar(100, { low: 40, median: 80, high: 90 });

	it('places today and like days on one scale from 0', () => {
		expect(shape.today).toBeCloseTo(96.15);
		expect(shape.median).toBeCloseTo(76.92);
		expect(
			render(SoFar, { props: { finding: 'x', today: 100, like: { low: 40, median: 80, high: 90 } } }).body
		).toContain('role="img"');
	});
});
