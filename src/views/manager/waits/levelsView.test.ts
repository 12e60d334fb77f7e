import { expect, test } from 'vitest';
import type { ServiceLevel } from '#model/queue.ts';
import { addCall, emptyTally, type Tally } from '#rollups/tally.ts';
import { levelsView } from './levelsView.ts';

const level: ServiceLevel = {
	threshold_seconds: 20,
	target: 0.8,
	formula: 'strict',
	short_abandon_seconds: 5
};

function add(tally: Tally, count: number, outcome: 'answered' | 'abandoned', waitSeconds: number): void {
	const leftAt = waitSeconds * 1000;
	for (let i = 0; i < count; i++)
		addCall(
			tally,
			{
				enqueuedAt: 0,
				answeredAt: outcome === 'answered' ? leftAt : null,
				endedAt: outcome === 'answered' ? null : leftAt,
				outcome,
				talkSeconds: null,
				holdSeconds: null,
				wrapSeconds: null,
				caller: null,
				repeat: false
			},
			1
		);
}

/** Answered 1000, of these 860 within 20 s; abandoned 60, of these 20 within 20 s and 10 within 5 s. */
function tally(): Tally {
	const made = emptyTally();
	add(made, 860, 'answered', 20);
	add(made, 140, 'answered', 21);
	add(made, 10, 'abandoned', 5);
	add(made, 10, 'abandoned', 20);
	add(made, 40, 'abandoned', 300);
	return made;
}

test('all six formulas give what is worked out by hand', () => {
	const { rows, finding } = levelsView(tally(), level, 'en');
	expect(rows.map(({ formula, text, counts }) => [formula, text, counts])).toEqual([
		['answered_only', '86.00%', '860 of 1,000'],
		['credited', '83.02%', '880 of 1,060'],
		['strict', '81.13%', '860 of 1,060'],
		['late_abandons', '82.69%', '860 of 1,040'],
		['short_removed', '81.90%', '860 of 1,050'],
		['short_credited', '82.08%', '870 of 1,060']
	]);
	// metrics: 86.000, 83.019, 81.132, 82.692, 81.905, 82.075 %
	const exact = [0.86, 0.83019, 0.81132, 0.82692, 0.81905, 0.82075];
	rows.forEach(({ value }, i) => expect(value).toBeCloseTo(exact[i] ?? 0, 5));
	expect(finding).toBe(
		'By the queue’s formula, strict, 81.1% within 20 s, at or above the target of 80%; the six formulas say 81.1% to 86.0% of the same calls.'
	);
	expect(rows.filter(({ inForce }) => inForce).map(({ formula }) => formula)).toEqual(['strict']);
});

test('another threshold counts the same past anew', () => {
	const { rows } = levelsView(tally(), { ...level, threshold_seconds: 21, short_abandon_seconds: 300 }, 'en');
	// 1000/1000, 1020/1060, 1000/1060, 1000/1040, 1000/1000, 1060/1060
	expect(rows.map(({ text }) => text)).toEqual([
		'100.00%',
		'96.23%',
		'94.34%',
		'96.15%',
		'100.00%',
		'100.00%'
	]);
});

test('with nothing to divide by there is no service level', () => {
	const { rows, finding } = levelsView(emptyTally(), level, 'zh');
	expect(rows.map(({ text }) => text)).toEqual(Array(6).fill('–'));
	expect(finding).toBe('没有已接听或已放弃的来电，无法计算服务水平。');
});
