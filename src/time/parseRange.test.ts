import { describe, expect, it } from 'vitest';
import type { Grain } from '#model/load.ts';
import { parseRange } from './parseRange.ts';
import { formatInstant } from './zone.ts';

const zone = 'Asia/Shanghai';
// Monday in Shanghai, still Sunday in Los Angeles.
const now = Date.parse('2026-11-23T10:20:00+08:00');

function read(from: string | null, to: string | null, grain: Grain = 'hour', inZone = zone) {
	const range = parseRange(inZone, now, { from, to, grain });
	return 'field' in range
		? range.field
		: [range.fromAt, range.toAt].map((at) => formatInstant(inZone, at).slice(0, 16));
}

describe('parseRange', () => {
	it('gives today where nothing is said, in whole intervals', () => {
		expect(read(null, null)).toEqual(['2026-11-23T00:00', '2026-11-24T00:00']);
		expect(read('', '', 'day')).toEqual(['2026-11-23T00:00', '2026-11-24T00:00']);
		expect(read(null, null, 'week')).toEqual(['2026-11-23T00:00', '2026-11-30T00:00']);
		expect(read(null, null, 'month')).toEqual(['2026-11-01T00:00', '2026-12-01T00:00']);
	});

	it('goes from a past start until tomorrow, from a later one for a day', () => {
		expect(read('2026-11-20', null, 'day')).toEqual(['2026-11-20T00:00', '2026-11-24T00:00']);
		expect(read('2026-12-01', null, 'day')).toEqual(['2026-12-01T00:00', '2026-12-02T00:00']);
		expect(read('2026-12-01T10:30:00+08:00', null)).toEqual(['2026-12-01T10:00', '2026-12-02T11:00']);
	});

	it('moves both ends down to the grain', () => {
		expect(read('2026-11-02T09:50:00+08:00', '2026-11-02T03:10:00Z')).toEqual([
			'2026-11-02T09:00',
			'2026-11-02T11:00'
		]);
		expect(read('2026-11-05', '2026-11-19', 'week')).toEqual(['2026-11-02T00:00', '2026-11-16T00:00']);
		expect(read('2026-11-05T10:00:00Z', '2026-11-07', 'day')).toEqual([
			'2026-11-05T00:00',
			'2026-11-07T00:00'
		]);
	});

	it('takes a date as the first instant that it has in the zone', () => {
		expect(read('2018-11-04', '2018-11-05', 'day', 'America/Sao_Paulo')).toEqual([
			'2018-11-04T01:00',
			'2018-11-05T00:00'
		]);
	});

	it('understands a + that an address turned into a space', () => {
		expect(read('2026-11-02T09:00:00 08:00', '2026-11-03')).toEqual(['2026-11-02T09:00', '2026-11-03T00:00']);
	});

	it.each([
		['yesterday', null, 'from'],
		['2026-02-30', null, 'from'],
		['2026-11-02T09:00:00', null, 'from'],
		['2026-11-02', '2026-11-32', 'to'],
		['2026-11-02', '2026-11-02', 'to'],
		['2026-11-03', '2026-11-02', 'to'],
		['2026-11-02T09:10:00Z', '2026-11-02T09:50:00Z', 'to'],
		[null, '2026-11-20', 'from']
	])('refuses %s to %s', (from, to, field) => {
		expect(read(from, to)).toBe(field);
	});
});
