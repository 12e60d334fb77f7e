import { describe, expect, test } from 'vitest';
import { callQuestion } from './callQuestion.ts';

const zone = 'Asia/Shanghai';
const now = Date.parse('2026-03-12T10:20:00+08:00');
const ask = (query: string, lastDayIn = false) =>
	callQuestion(new URLSearchParams(query), { zone, now, lastDayIn });
const range = (query: string, lastDayIn = false) => {
	const { fromAt, toAt } = ask(query, lastDayIn).filter;
	return [new Date(fromAt + 8 * 3_600_000), new Date(toAt + 8 * 3_600_000)].map((at) =>
		at.toISOString().slice(0, 16)
	);
};

describe('the range', () => {
	test.each([
		['', ['2026-03-12T00:00', '2026-03-13T00:00']],
		['from=2026-03-02', ['2026-03-02T00:00', '2026-03-13T00:00']],
		['from=2026-03-20T09:00', ['2026-03-20T09:00', '2026-03-21T00:00']],
		['from=2026-03-02&to=2026-03-03', ['2026-03-02T00:00', '2026-03-03T00:00']],
		['from=2026-03-02T09:15&to=2026-03-02T09:45', ['2026-03-02T09:15', '2026-03-02T09:45']],
		['from=2026-03-02T01:00:00Z&to=2026-03-02T10:00:00%2B08:00', ['2026-03-02T09:00', '2026-03-02T10:00']]
	])('%s', (query, expected) => expect(range(query)).toEqual(expected));

	test('has its last day in where people name it', () => {
		expect(range('from=2026-03-02&to=2026-03-03', true)).toEqual(['2026-03-02T00:00', '2026-03-04T00:00']);
		expect(range('from=2026-03-02&to=2026-03-02T12:00', true)).toEqual([
			'2026-03-02T00:00',
			'2026-03-02T12:00'
		]);
	});
});

test('filters are read', () => {
	const { filter, wrong } = ask(
		'outcome=abandoned,lost&min_wait_seconds=0&max_wait_seconds=60&agent= Li &topic=退款'
	);
	expect(wrong).toEqual([]);
	expect(filter).toMatchObject({
		outcomes: ['abandoned', 'lost'],
		leastWaitSeconds: 0,
		mostWaitSeconds: 60,
		agent: 'Li',
		topic: '退款'
	});
	expect(ask('outcome=&agent=&topic=&min_wait_seconds=').filter).toMatchObject({
		outcomes: null,
		agent: null,
		topic: null,
		leastWaitSeconds: null
	});
});

test.each([
	['from=soon', 'from'],
	['from=2026-02-30', 'from'],
	['from=2026-03-02T25:00', 'from'],
	['to=2300-01-01', 'to'],
	['from=2026-03-03&to=2026-03-02', 'to'],
	['outcome=eaten', 'outcome'],
	['outcome=deleted', 'outcome'],
	['min_wait_seconds=-1', 'min_wait_seconds'],
	['max_wait_seconds=1.5', 'max_wait_seconds'],
	['max_wait_seconds=9999999', 'max_wait_seconds']
])('%s is told, and left out', (query, field) => {
	const { wrong, filter } = ask(query);
	expect(wrong.map((one) => one.field)).toEqual([field]);
	expect(filter.toAt).toBeGreaterThan(filter.fromAt);
});
