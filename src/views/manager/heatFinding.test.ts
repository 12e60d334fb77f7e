import { expect, it } from 'vitest';
import { heatFinding } from './heatFinding.ts';

const cell = (weekday: number, hour: number, value: number | null, days: number) => ({
	weekday,
	hour,
	value,
	days
});

it('names the highest hour that is not thin', () => {
	const cells = [cell(1, 9, 64.2, 8), cell(2, 9, 40, 8), cell(6, 9, 900, 2), cell(7, 9, null, 0)];
	expect(heatFinding(cells, 'load', 'en')).toBe('Most calls come on Monday 09:00–10:00: 64 an hour.');
	expect(heatFinding(cells, 'p90', 'zh')).toBe('九成来电的等候上限最长的是周一 09:00–10:00：1 分 4 秒。');
});

it('says so where all are thin, zero or unknown', () => {
	expect(heatFinding([cell(1, 9, 4, 1)], 'load', 'en')).toBe(
		'Most calls come on Monday 09:00–10:00: 4.0 an hour. That hour was seen on fewer than three days.'
	);
	expect(heatFinding([cell(1, 9, 0, 8)], 'abandonment', 'en')).toBe('It is 0 in every hour seen.');
	expect(heatFinding([cell(1, 9, null, 8)], 'p50', 'en')).toBe('There is nothing to show for these weeks.');
});

it('is not made of thin hours where there are others', () => {
	const cells = [cell(1, 9, 0, 13), cell(6, 8, 0.38, 1), cell(7, 8, null, 0)];
	expect(heatFinding(cells, 'abandonment', 'en')).toBe(
		'It is 0 in every hour that was seen on three days or more.'
	);
	expect(heatFinding([...cells, cell(2, 9, 0.02, 13)], 'abandonment', 'en')).toContain(
		'Tuesday 09:00–10:00: 2'
	);
});

it('names the lowest service level', () => {
	const cells = [cell(1, 9, 0.4, 8), cell(2, 9, 0.9, 8), cell(3, 9, 0.1, 2)];
	expect(heatFinding(cells, 'serviceLevel', 'en')).toBe(
		'The service level is lowest on Monday 09:00–10:00: 40%.'
	);
});
