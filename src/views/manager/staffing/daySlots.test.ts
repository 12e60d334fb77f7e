import { expect, test } from 'vitest';
import { daySlots } from './daySlots.ts';

test('a day has 48 half hours, and 46 or 50 where the clock is changed', () => {
	expect(daySlots('Asia/Shanghai', '2026-11-23', 'half')).toHaveLength(48);
	expect(daySlots('Europe/Berlin', '2026-03-29', 'half')).toHaveLength(46);
	expect(daySlots('Europe/Berlin', '2026-10-25', 'quarter')).toHaveLength(100);
});

test('slots follow one another', () => {
	const slots = daySlots('Australia/Lord_Howe', '2026-10-04', 'half');
	slots.forEach(({ startAt }, i) => expect(startAt).toBe(slots[i - 1]?.endAt ?? startAt));
});
