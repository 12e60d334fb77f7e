import { expect, it } from 'vitest';
import { instantOf } from '#time/zone.ts';
import { formatSpan } from './formatSpan.ts';

const zone = 'Asia/Shanghai';
const at = (date: string, minute: number) => instantOf(zone, date, minute);

it('names the day once where it is one day, up to its midnight', () => {
	const outage = { fromAt: at('2026-11-16', 620), toAt: at('2026-11-16', 720) };
	expect(formatSpan(zone, outage, 'en')).toBe('Mon, Nov 16 10:20–12:00');
	expect(formatSpan(zone, outage, 'zh', { year: true })).toBe('2026年11月16日 周一 10:20–12:00');
	const whole = { fromAt: at('2026-11-16', 0), toAt: at('2026-11-17', 0) };
	expect(formatSpan(zone, whole, 'en')).toBe('Mon, Nov 16 00:00–24:00');
});

it('names both days of a night', () => {
	const night = { fromAt: at('2026-11-16', 1320), toAt: at('2026-11-17', 360) };
	expect(formatSpan(zone, night, 'en')).toBe('Mon, Nov 16 22:00 – Tue, Nov 17 06:00');
	expect(formatSpan(zone, night, 'zh')).toBe('11月16日 周一 22:00 – 11月17日 周二 06:00');
});
