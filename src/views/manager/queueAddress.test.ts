import { describe, expect, it } from 'vitest';
import { queueAddress } from './queueAddress.ts';

const read = (query: string) => queueAddress(new URLSearchParams(query), '2026-11-22');

describe('queueAddress', () => {
	it('shows the last seven days by hour where nothing is asked', () => {
		expect(read('')).toEqual({
			fromDate: '2026-11-16',
			toDate: '2026-11-22',
			grain: 'hour',
			measure: 'load',
			weeks: 8,
			cell: null,
			step: 'hour'
		});
	});

	it('takes what is asked', () => {
		expect(read('from=2026-10-01&to=2026-10-31&grain=day&measure=p90&weeks=13')).toEqual({
			fromDate: '2026-10-01',
			toDate: '2026-10-31',
			grain: 'day',
			measure: 'p90',
			weeks: 13,
			cell: null,
			step: 'hour'
		});
	});

	it('completes and mends a range', () => {
		expect(read('from=2026-11-01')).toMatchObject({ fromDate: '2026-11-01', toDate: '2026-11-22' });
		expect(read('from=2026-12-24')).toMatchObject({ fromDate: '2026-12-24', toDate: '2026-12-24' });
		expect(read('to=2026-11-08')).toMatchObject({ fromDate: '2026-11-02', toDate: '2026-11-08' });
		expect(read('from=2026-11-09&to=2026-11-08')).toMatchObject({
			fromDate: '2026-11-08',
			toDate: '2026-11-09'
		});
	});

	it('passes over nonsense', () => {
		const nonsense = 'from=2026-02-30&to=yesterday&grain=second&measure=mood&weeks=-1';
		expect(read(nonsense)).toEqual(read(''));
		expect(read('from=0001-01-01&to=9999-12-31')).toEqual(read(''));
	});

	it('takes a coarser grain rather than more than 800 bars', () => {
		expect(read('from=2026-10-21&to=2026-11-22&grain=hour').grain).toBe('hour');
		expect(read('from=2026-10-20&to=2026-11-22&grain=hour').grain).toBe('day');
		expect(read('from=2026-11-15&to=2026-11-22&grain=quarter').grain).toBe('quarter');
		expect(read('from=2026-11-14&to=2026-11-22&grain=quarter').grain).toBe('hour');
		expect(read('from=2016-11-22&grain=day').grain).toBe('week');
		expect(read('from=1970-01-02&to=2199-12-31')).toMatchObject({ grain: 'month', fromDate: '2139-10-08' });
	});
});
