import { describe, expect, it } from 'vitest';
import { accentCss, contrast, parseAccent } from './accent.ts';

describe('parseAccent', () => {
	it('lets six hexadecimal digits through, and nothing else', () => {
		expect(parseAccent('0B5563')).toBe('#0b5563');
		expect(parseAccent('#0b5563')).toBe('#0b5563');
		for (const text of ['red', '0b556', '0b55631', '#0b5563;}', 'url(x)', '', ' 0b5563', '0b5563\n', null])
			expect(parseAccent(text)).toBeNull();
	});
});

describe('accentCss', () => {
	it('keeps the own colour where the other could not be read', () => {
		expect(accentCss('#ffee00', 'light')).toBe('');
		expect(accentCss('#ffee00', 'dark')).toBe('--accent:#ffee00;--on-accent:#000');
		expect(accentCss('#003366', 'light')).toBe('--accent:#003366;--on-accent:#fff');
		expect(accentCss('#003366', 'dark')).toBe('');
		expect(accentCss(null, 'light')).toBe('');
	});

	it('knows the extremes', () => {
		expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
		expect(contrast('#777777', '#777777')).toBe(1);
	});
});
