import { expect, test } from 'vitest';
import { formatLag } from './formatLag.ts';

test('counts in days from 48 hours on', () => {
	expect(formatLag(47 * 3600 + 300, 'en')).toBe('47 h 5 min');
	expect(formatLag(48 * 3600, 'en')).toBe('2 days');
	expect(formatLag(6386 * 3600 + 51 * 60, 'en')).toBe('266 days');
	expect(formatLag(6386 * 3600 + 51 * 60, 'zh')).toBe('266 天');
	expect(formatLag(null, 'en')).toBe('–');
});
