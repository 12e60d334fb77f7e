import { expect, test } from 'vitest';
import type { Compared } from '#analysis/compareDays.ts';
import { compareTexts } from '#texts/compare.ts';
import { compareLead, comparedRows, hasNoCalls } from './comparedRows.ts';

const calls: Compared = {
	name: 'callsADay',
	a: 560,
	b: 500,
	difference: 60,
	interval: [20, 100],
	isClear: true
};
const level: Compared = {
	name: 'serviceLevel',
	a: 0.78,
	b: 0.8,
	difference: -0.02,
	interval: [-0.05, 0.01],
	isClear: false
};
const handling: Compared = { name: 'aht', a: 300, b: 304, difference: -4, interval: [-6, -2], isClear: true };
const nothing: Compared = { name: 'p50', a: null, b: 3, difference: null, interval: null, isClear: false };

test('says what differs clearly, and only that', () => {
	expect(compareLead([calls, level, handling], 28, 'en')).toBe(
		'12% more calls a day; calls take 4.0 s less.'
	);
	expect(compareLead([calls, level, handling], 28, 'zh')).toBe('每天来电多 12%；平均处理时长短 4.0 秒。');
	expect(compareLead([level, nothing], 28, 'en')).toBe('No difference is larger than chance explains.');
	expect(compareLead([level], 6, 'en')).toBe(
		'6 pairs of days are not enough to compare: from fewer than 7 nobody can tell a difference from chance.'
	);
	expect(compareLead([calls], 1, 'en')).toMatch(/^1 pair of days is not enough to compare/);
	expect(compareLead([calls], 1, 'zh')).toBe('只有 1 对日子，不足以对比：少于 7 对时，无法区分差异与偶然。');
	expect(compareLead([calls], 7, 'en')).toBe('12% more calls a day.');
	expect(compareLead([], 0, 'en')).toContain('no days to compare');
});

test('says that nobody called, rather than that nothing differs', () => {
	const none = { ...calls, a: 0, b: 0, difference: 0, interval: null, isClear: false };
	expect(compareLead([none, level], 28, 'en')).toBe('No calls on either side.');
	expect(compareLead([none, level], 2, 'zh')).toBe('双方都没有来电。');
	expect(hasNoCalls([none])).toBe(true);
	expect(hasNoCalls([{ ...none, b: 1 }])).toBe(false);
});

test('numbers stand with their nouns', () => {
	const { pairs, otherKind, remaining } = compareTexts('en');
	expect([0, 1, 2].map((count) => pairs(String(count), count === 1))).toEqual([
		'0 pairs of days.',
		'1 pair of days.',
		'2 pairs of days.'
	]);
	expect(otherKind('1', true, '1')).toMatch(/^1 of 1 pair is of/);
	expect(otherKind('1', true, '28')).toMatch(/^1 of 28 pairs is of/);
	expect(otherKind('2', false, '28')).toMatch(/^2 of 28 pairs are of/);
	expect(remaining('0', '1')).toBe('Of the one pair of days asked for, none remains.');
	expect(remaining('1', '28')).toBe('Of the 28 pairs of days asked for, 1 remains.');
	expect(remaining('27', '28')).toBe('Of the 28 pairs of days asked for, 27 remain.');
});

test('shows each difference with its sign, its interval and what it says', () => {
	const rows = comparedRows([calls, level, nothing], 'en');
	expect(rows[0]).toMatchObject({
		a: '560',
		difference: '+60.0',
		interval: '+20.0 and +100',
		verdict: '▲ clear'
	});
	expect(rows[1]).toMatchObject({
		a: '78.0%',
		difference: '−2.0 points',
		interval: '−5.0 points and +1.0 points',
		verdict: 'may be chance'
	});
	expect(rows[2]).toMatchObject({ a: '–', difference: '–', interval: '–', verdict: 'not known' });
});
