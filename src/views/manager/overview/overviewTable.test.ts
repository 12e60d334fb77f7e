import { expect, test } from 'vitest';
import { overviewTable } from './overviewTable.ts';

const hours = (...counts: number[]) => [...Array.from({ length: 9 }, () => 0), ...counts];
const queue = {
	slug: 'payments',
	name: 'Payments',
	longest: { text: '0:31', tooLong: true },
	soFar: '1,240',
	serviceLevel: '75%',
	counts: {
		offered: 1240,
		answered: 1000,
		gaveUp: [240, 1240] as [number, number],
		flowedOut: 0,
		level: [930, 1240] as [number, number],
		present: { waiting: 2, talking: 11 }
	},
	day: { median: 1100.5, hours: hours(1200, 40) }
};
const silent = {
	...queue,
	slug: 'silent',
	name: 'Silent',
	longest: null,
	soFar: '0',
	serviceLevel: '–',
	counts: { ...queue.counts, offered: 0, level: [0, 0] as [number, number], present: null },
	day: { median: null, hours: hours() }
};

test('has each queue now, today and by hour, as text and as numbers', () => {
	const table = overviewTable([queue, silent], 'en', (slug) => `/dashboard/${slug}`);
	expect(table.columns).toEqual([
		'Queue',
		'Waiting now',
		'Longest wait now',
		'Talking now',
		'Calls so far',
		'Median of like days by now',
		'Service level',
		'09:00–10:00',
		'10:00–11:00'
	]);
	expect(table.rows).toEqual([
		{
			name: 'Payments',
			href: '/dashboard/payments',
			cells: ['2', '0:31', '11', '1,240', '1,101', '75%', '1,200', '40 (so far)'],
			values: [2, '0:31', 11, 1240, 1100.5, 0.75, 1200, 40]
		},
		{
			name: 'Silent',
			href: '/dashboard/silent',
			cells: ['–', '–', '–', '0', '–', '–', '–', '–'],
			values: [null, null, null, 0, null, null, null, null]
		}
	]);
});

test('without a call there are no hours, and the rows are made when they are asked for', () => {
	const table = overviewTable([silent], 'zh', () => '');
	expect(table.columns).toHaveLength(7);
	expect(Object.getOwnPropertyDescriptor(table, 'rows')?.get).toBeDefined();
});
