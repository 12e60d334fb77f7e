import { expect, it } from 'vitest';
import type { OpenTimes, ServiceHours } from '#model/queue.ts';
import { serviceHoursProblem } from './serviceHoursProblem.ts';

const monday = (mon: OpenTimes): ServiceHours => ({
	mon,
	tue: [],
	wed: [],
	thu: [],
	fri: [],
	sat: [],
	sun: [],
	holiday: []
});

it.each<[OpenTimes]>([
	[[]],
	[[['00:00', '24:00']]],
	[[['22:00', '06:00']]],
	[
		[
			['13:00', '18:00'],
			['09:00', '13:00']
		]
	]
])('%j is fine', (ranges) => {
	expect(serviceHoursProblem(monday(ranges))).toBeNull();
});

it.each<[OpenTimes, string]>([
	[[['9:00', '18:00']], 'mon.0'],
	[[['09:00', '24:01']], 'mon.0'],
	[[['09:00', '18:60']], 'mon.0'],
	[[['09:00', '09:00']], 'mon.0'],
	[[['24:00', '06:00']], 'mon.0'],
	[
		[
			['09:00', '12:00'],
			['11:59', '18:00']
		],
		'mon.1'
	],
	[
		[
			['22:00', '06:00'],
			['23:00', '23:30']
		],
		'mon.1'
	]
])('%j is not', (ranges, field) => {
	expect(serviceHoursProblem(monday(ranges))?.field).toBe(field);
});
