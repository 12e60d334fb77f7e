import { expect, test } from 'vitest';
import { instantsShowing } from './instantsShowing.ts';

const iso = (zone: string, local: string) =>
	instantsShowing(zone, Date.parse(`${local}Z`)).map((at) => new Date(at).toISOString());

test('a wall time is one instant, two in the hour that comes twice, and moves on where it is skipped', () => {
	expect(iso('Asia/Shanghai', '2026-03-02T09:15:00')).toEqual(['2026-03-02T01:15:00.000Z']);
	expect(iso('Europe/Berlin', '2026-10-25T02:30:00')).toEqual([
		'2026-10-25T00:30:00.000Z',
		'2026-10-25T01:30:00.000Z'
	]);
	expect(iso('Australia/Lord_Howe', '2026-04-05T01:45:00')).toEqual([
		'2026-04-04T14:45:00.000Z',
		'2026-04-04T15:15:00.000Z'
	]);
	expect(iso('Europe/Berlin', '2026-03-29T02:30:00')).toEqual(['2026-03-29T01:30:00.000Z']);
});
