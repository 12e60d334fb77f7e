import { expect, test } from 'vitest';
import { dayStart } from '#time/zone.ts';
import { barHref } from './barHref.ts';

const zone = 'America/New_York';
const query = new URLSearchParams('measure=p90&grain=week');

test('leads from a week to its days, and from a day to its hours, however long it is', () => {
	const week = { startAt: dayStart(zone, '2026-10-26'), endAt: dayStart(zone, '2026-11-02') };
	expect(barHref(zone, week, 'week', query)).toEqual({
		path: 'range',
		query: '?measure=p90&grain=day&from=2026-10-26&to=2026-11-01'
	});
	const day = { startAt: dayStart(zone, '2026-11-01'), endAt: dayStart(zone, '2026-11-02') };
	expect(barHref(zone, day, 'day', query).query).toBe(
		'?measure=p90&grain=hour&from=2026-11-01&to=2026-11-01'
	);
});

test('leads from an hour to its calls, also from one that the clock shows twice', () => {
	const startAt = Date.parse('2026-11-01T01:00:00-05:00');
	const { path, query: asked } = barHref(zone, { startAt, endAt: startAt + 3_600_000 }, 'hour', query);
	expect(path).toBe('calls');
	expect(new URLSearchParams(asked).get('from')).toBe('2026-11-01T01:00:00-05:00');
});
