import { expect, it } from 'vitest';
import { measureText, squareText, stepText } from './measureText.ts';

it('says a value with its unit', () => {
	expect(measureText(64.4, 'load', 'en')).toBe('64');
	expect(measureText(3.55, 'load', 'en')).toBe('3.6');
	expect(measureText(0, 'load', 'en')).toBe('0');
	expect(measureText(200, 'p90', 'zh')).toBe('3 分 20 秒');
	expect(measureText(0.0512, 'abandonment', 'en')).toBe('5.1%');
	expect(measureText(0.124, 'abandonment', 'en')).toBe('12%');
});

it.each([
	[0, 'load', '0'],
	[1.64, 'load', '1.6'],
	[9.97, 'load', '10'],
	[1234, 'load', '1234'],
	[12_345, 'load', '12k'],
	[59.7, 'p50', '1:00'],
	[5_999, 'p90', '99:59'],
	[36_000, 'p90', '10h'],
	[1, 'abandonment', '100%']
] as const)('fits %d (%s) into a square', (value, measure, text) => {
	expect(squareText(value, measure, 'en')).toBe(text);
	expect(text.length).toBeLessThanOrEqual(5);
});

it('names the range of a colour', () => {
	expect(stepText(15, 30, 'load', 'en')).toBe('15–30');
	expect(stepText(1.5, 3, 'load', 'en')).toBe('1.5–3.0');
	expect(stepText(0.1, 0.2, 'abandonment', 'en')).toBe('10%–20%');
	expect(stepText(0.015, 0.03, 'abandonment', 'en')).toBe('1.5%–3.0%');
	expect(stepText(240, 480, 'p50', 'en')).toBe('4:00–8:00');
});
