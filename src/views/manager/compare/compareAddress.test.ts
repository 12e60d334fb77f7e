import { expect, test } from 'vitest';
import { compareAddress } from './compareAddress.ts';

const read = (query: string) => compareAddress(new URLSearchParams(query), '2026-11-23');

test('without anything it is the last 28 days against the 28 before', () => {
	expect(read('')).toEqual({
		from: '2026-10-26',
		to: '2026-11-22',
		days: 28,
		against: 'before',
		shiftDays: 28,
		capped: false,
		exchanged: false
	});
});

test('shifts by whole weeks, whatever the length', () => {
	expect(read('from=2026-11-01&to=2026-11-10')).toMatchObject({ days: 10, shiftDays: 14 });
	expect(read('from=2026-11-01&to=2026-11-10&with=year')).toMatchObject({ shiftDays: 364 });
	expect(read('from=2026-11-01&to=2026-11-01')).toMatchObject({ days: 1, shiftDays: 7 });
	expect(read('with=refunds')).toMatchObject({ against: 'refunds', shiftDays: 0 });
});

test('leaves out today and what is to come, and mends what makes no sense', () => {
	expect(read('from=2026-11-20&to=2026-11-30')).toMatchObject({ to: '2026-11-22', days: 3, capped: true });
	expect(read('from=2026-12-20&to=2026-12-30')).toMatchObject({ from: '2026-11-22', days: 1 });
	expect(read('from=2026-11-10&to=2026-11-01')).toMatchObject({
		from: '2026-11-01',
		to: '2026-11-10',
		days: 10,
		exchanged: true
	});
	expect(read('from=2026-11-30&to=2026-11-01')).toMatchObject({ to: '2026-11-22', days: 22, capped: true });
	expect(read('from=2026-11-01&to=2026-11-01')).toMatchObject({ exchanged: false });
	expect(read('from=1981-01-01')).toMatchObject({ days: 3700 });
	expect(read('from=x&to=2026-02-30&with=No!')).toMatchObject({ days: 28, against: 'before' });
});
