import { expect, test } from 'vitest';
import type { ServiceLevel } from '#model/queue.ts';
import { overviewTotal } from './overviewTotal.ts';

const strict: ServiceLevel = {
	threshold_seconds: 20,
	target: 0.8,
	formula: 'strict',
	short_abandon_seconds: 5
};
const counts = (answered: number, abandoned: number, inTime: number) => ({
	offered: answered + abandoned + 5,
	answered,
	gaveUp: [abandoned, answered + abandoned] as [number, number],
	flowedOut: 5,
	level: [inTime, answered + abandoned] as [number, number],
	present: { waiting: 1, talking: 2 }
});
const value = (total: ReturnType<typeof overviewTotal>, name: string) =>
	total.figures.find((figure) => figure.name === name);

test('adds up calls, and divides sums, not means of rates', () => {
	const both = overviewTotal(
		[counts(900, 100, 900), counts(50, 50, 0)],
		[strict, strict],
		{ chosen: false, zones: 1 },
		'en'
	);
	expect(both.title).toBe('Together: All 2 queues');
	expect(value(both, 'Calls so far')?.value).toBe('1,110');
	expect(value(both, 'Service level')?.value).toBe('81.8%');
	expect(value(both, 'Abandonment')?.value).toBe('13.6%');
	expect(value(both, 'Service level')?.meaning).toContain('strict: answered within 20 s');
});

test('says where formulas and zones differ, and knows no rate of nothing', () => {
	const mixed = overviewTotal(
		[counts(0, 0, 0)],
		[strict, { ...strict, threshold_seconds: 60 }],
		{ chosen: true, zones: 2 },
		'en'
	);
	expect(mixed.title).toBe('Only 1 chosen queue');
	expect(value(mixed, 'Service level')).toMatchObject({
		value: '–',
		meaning: 'each queue under its own formula and threshold'
	});
	expect(mixed.note).toContain('own day');
});

test('adds up the present only of those whose present is known', () => {
	const total = (presents: ({ waiting: number; talking: number } | null)[]) =>
		overviewTotal(
			presents.map((present) => ({ ...counts(1, 0, 1), present })),
			[strict],
			{ chosen: false, zones: 1 },
			'en'
		);
	const all = total([
		{ waiting: 1, talking: 2 },
		{ waiting: 3, talking: 0 }
	]);
	expect(value(all, 'Waiting now')).toMatchObject({ value: '4', meaning: '' });
	const some = total([{ waiting: 1, talking: 2 }, null, null]);
	expect(value(some, 'Talking now')).toMatchObject({
		value: '2',
		meaning: 'of 1 of 3 queues; of the others it is not known'
	});
	expect(value(total([null]), 'Waiting now')).toMatchObject({
		value: '–',
		meaning: 'not known: records come later'
	});
});
