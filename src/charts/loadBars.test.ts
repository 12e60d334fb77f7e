import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import LoadBars from './LoadBars.svelte';
import { loadBars, type LoadBar } from './loadBars.ts';

function bar(label: string, answered = 0, abandoned = 0, flowedOut = 0, other = 0): LoadBar {
	return { label, tick: label, answered, abandoned, flowedOut, other, closed: false };
}

describe('loadBars', () => {
	it('stacks what happened to the calls, in pixels from the top', () => {
		const shape = loadBars([bar('09', 60, 20, 10, 10), bar('10', 50)], { height: 100 });
		// Two bands over 1000: with an inner padding of a fifth each is 444.44 wide.
		expect(shape.series.map((s) => s.path)).toEqual([
			'M0,100V40h444.44V100ZM555.56,100V50h444.44V100Z',
			'M0,39V20h444.44V39Z',
			'M0,19V10h444.44V19Z',
			'M0,9V0h444.44V9Z'
		]);
		expect(shape.series.map((s) => s.total)).toEqual([110, 20, 10, 10]);
	});

	it('has ticks at whole numbers, also for a single call and for none', () => {
		expect(loadBars([bar('09', 97)], { height: 100 }).countTicks).toEqual([
			{ value: 0, y: 100 },
			{ value: 20, y: 80 },
			{ value: 40, y: 60 },
			{ value: 60, y: 40 },
			{ value: 80, y: 20 },
			{ value: 100, y: 0 }
		]);
		expect(loadBars([bar('09', 1)]).countTicks.map((t) => t.value)).toEqual([0, 1]);
		expect(loadBars([bar('09')]).countTicks.map((t) => t.value)).toEqual([0, 1]);
	});

	it('draws nothing for empty intervals and keeps their place', () => {
		const shape = loadBars([bar('a', 1), bar('b'), bar('c', 1)], { height: 100 });
		expect(shape.series[0]?.path).toBe('M0,100V0h285.71V100ZM714.29,100V0h285.71V100Z');
		expect(loadBars([]).series.map((s) => s.path)).toEqual(['', '', '', '']);
	});

	it.each([23, 25, 800])('gives each of %d intervals its own bar within the width', (count) => {
		const { series } = loadBars(Array.from({ length: count }, (_, i) => bar(String(i), i + 1)));
		const lefts = [...(series[0]?.path ?? '').matchAll(/M([\d.]+),[\d.]+V[\d.]+h([\d.]+)/g)].map((m) => ({
			left: Number(m[1]),
			right: Number(m[1]) + Number(m[2])
		}));
		expect(lefts).toHaveLength(count);
		expect(lefts.every((place, i) => i === 0 || place.left >= (lefts[i - 1]?.right ?? 0) - 0.02)).toBe(true);
		expect(Math.max(...lefts.map((place) => place.right))).toBeLessThanOrEqual(1000.02);
	});

	it('joins closed intervals to runs', () => {
		const bars = [true, true, false, true].map((closed, i) => ({ ...bar(String(i), 1), closed }));
		expect(loadBars(bars).closed).toEqual([
			{ x: 0, width: 50 },
			{ x: 75, width: 25 }
		]);
	});

	it('names as many intervals as fit, fewer on a narrow chart', () => {
		const days = Array.from({ length: 31 }, (_, i) => bar(`Nov ${i + 1}`, 1));
		const ticks = loadBars(days, { tickAt: 'middle' }).timeTicks;
		expect(ticks.map((t) => t.text)).toEqual([
			'Nov 1',
			'Nov 4',
			'Nov 7',
			'Nov 10',
			'Nov 13',
			'Nov 16',
			'Nov 19',
			'Nov 22',
			'Nov 25',
			'Nov 28',
			'Nov 31'
		]);
		expect(ticks.filter((t) => !t.minor).map((t) => t.text)).toEqual(['Nov 1', 'Nov 10', 'Nov 19', 'Nov 28']);
		expect(ticks[0]?.x).toBe(1.61);
	});

	it('leaves out names that would run over the end', () => {
		const week = Array.from({ length: 7 * 24 }, (_, i) => ({
			...bar(String(i), 1),
			tick: i % 24 === 0 ? `11月${16 + i / 24}日` : null
		}));
		const ticks = loadBars(week).timeTicks;
		expect(ticks.map((t) => t.text)).toEqual([
			'11月16日',
			'11月17日',
			'11月18日',
			'11月19日',
			'11月20日',
			'11月21日',
			'11月22日'
		]);
		expect(ticks.filter((t) => !t.minor).map((t) => t.text)).toEqual(['11月16日', '11月18日', '11月20日']);
		const long = loadBars(week.map((b) => ({ ...b, tick: b.tick && `2026年${b.tick} 周一` }))).timeTicks;
		expect(long.at(-1)?.text).toBe('2026年11月20日 周一');
	});
});

describe('LoadBars on the server', () => {
	const texts = {
		answered: 'Answered',
		abandoned: 'Abandoned',
		flowedOut: 'Flowed out',
		other: 'Other',
		closed: 'Closed',
		interval: 'Hour',
		offered: 'Offered',
		read: 'Read the chart',
		readHint: 'Point at the chart',
		showTable: 'Show as table',
		caption: 'Load by hour',
		number: String
	};
	const bars = [bar('09:00', 41, 7, 3, 2), { ...bar('10:00'), closed: true }];
	const { body } = render(LoadBars, { props: { finding: 'Most calls came at nine.', bars, texts } });

	it('names the drawing by its finding', () => {
		const id = /<span class="finding[^"]*" id="([^"]+)">Most calls came at nine\.</.exec(body)?.[1];
		expect(id).toBeDefined();
		expect(body).toContain(`role="img" aria-labelledby="${id}"`);
	});

	it('has every value in the table', () => {
		expect(cells(body)).toEqual([
			['09:00', '53', '41', '7', '3', '2'],
			['10:00', '0', '0', '0', '0', '0']
		]);
	});
});

function cells(html: string): string[][] {
	const rows = [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].slice(1);
	return rows.map(([row = '']) =>
		[...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([cell]) => cell.replace(/<[^>]*>/g, '').trim())
	);
}
