import { expect, test } from 'vitest';
import { staffingQuery } from './staffingQuery.ts';

const level = { threshold_seconds: 30, target: 0.9, formula: 'strict', short_abandon_seconds: 5 } as const;

function read(query: string) {
	return staffingQuery(new URLSearchParams(query), level);
}

test('what is left out comes from the queue, or means none', () => {
	expect(read('calls=100&aht_seconds=180')).toEqual({
		work: { calls: 100, intervalSeconds: 1800, ahtSeconds: 180 },
		goal: { thresholdSeconds: 30, target: 0.9, patienceSeconds: null, shrinkage: 0, maxOccupancy: 1 }
	});
});

test('every parameter is read', () => {
	const query =
		'calls=25.5&interval_seconds=600&aht_seconds=180&threshold_seconds=20&target=.8&patience_seconds=300' +
		'&shrinkage=0.3&max_occupancy=0.85';
	expect(read(query)).toEqual({
		work: { calls: 25.5, intervalSeconds: 600, ahtSeconds: 180 },
		goal: { thresholdSeconds: 20, target: 0.8, patienceSeconds: 300, shrinkage: 0.3, maxOccupancy: 0.85 }
	});
});

test.each([
	['aht_seconds=180', 'calls', 'calls is required.'],
	['calls=10&aht_seconds=', 'aht_seconds', 'aht_seconds is required.'],
	['calls=-1&aht_seconds=180', 'calls', 'calls must be a number from 0 to 10000000.'],
	['calls=1e3&aht_seconds=180', 'calls', 'calls must be a number from 0 to 10000000.'],
	['calls=9&aht_seconds=180&target=1', 'target', 'target must be a number from 0 to below 1.'],
	['calls=9&aht_seconds=180&shrinkage=1', 'shrinkage', 'shrinkage must be a number from 0 to below 1.'],
	[
		'calls=9&aht_seconds=180&max_occupancy=0',
		'max_occupancy',
		'max_occupancy must be a number from 0.1 to 1.'
	],
	['calls=9&aht_seconds=0', 'aht_seconds', 'aht_seconds must be a number from 1 to 86400.'],
	['calls=9000000&aht_seconds=180', 'calls', 'So many calls would keep more than 20000 agents busy.']
])('%s is refused, with the parameter', (query, field, message) => {
	expect(read(query)).toEqual({ field, message });
});
