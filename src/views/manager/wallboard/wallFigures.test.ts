import { expect, test } from 'vitest';
import { loadRow } from '#rollups/loadRow.ts';
import { emptyTally } from '#rollups/tally.ts';
import type { Live } from '#views/api/live.ts';
import { wallFigures } from './wallFigures.ts';

const zone = 'Asia/Shanghai';
const level = { threshold_seconds: 20, target: 0.8, formula: 'strict', short_abandon_seconds: 5 } as const;
const at = Date.parse('2026-03-02T10:00:00+08:00');
const row = loadRow({ ...emptyTally(), answered: 9, abandoned: 3 }, level, zone, {
	startAt: at - 900_000,
	endAt: at
});
const live: Live = {
	as_of: '2026-03-02T10:00:00+08:00',
	feed: 'live',
	waiting: 4,
	longest_wait_seconds: 15,
	talking: 12,
	today: { ...row, service_level: 0.85 },
	last_quarter_hour: row,
	typical: { ...row, offered: 24, offered_median: 20, days: 8 },
	estimated_wait_seconds: { p50: 80, p80: 200 }
};
const asked = { lang: 'en', level, sinceSeconds: 0 } as const;

test('has what a room looks up for', () => {
	expect(wallFigures(live, asked).map(({ value, alarm }) => [value, alarm])).toEqual([
		['4', false],
		['0:15', false],
		['12', false],
		['1:20', false],
		['12', false],
		['85%', false]
	]);
	expect(
		wallFigures(live, asked)
			.map(({ meaning }) => meaning)
			.slice(-2)
	).toEqual(['usually 20', 'target 80%']);
});

test('with too few like days nothing is called usual, as in the overview', () => {
	const few = { ...live, typical: { ...row, offered: 24, offered_median: null, days: 2 } };
	expect(wallFigures(few, asked).map(({ meaning }) => meaning)).toContain('');
	expect(wallFigures(few, asked).some(({ meaning }) => meaning.startsWith('usually'))).toBe(false);
});

test('a wait beyond the threshold and a day below its target ask for somebody, in words too', () => {
	const low = { ...live, today: { ...row, service_level: 0.5 } };
	const alarms = wallFigures(low, { ...asked, sinceSeconds: 6 }).filter(({ alarm }) => alarm);
	expect(alarms.map(({ value, meaning }) => [value, meaning])).toEqual([
		['0:21', 'over 20 s'],
		['50%', 'below 80%']
	]);
	const zh = wallFigures(low, { ...asked, lang: 'zh', sinceSeconds: 6 }).filter(({ alarm }) => alarm);
	expect(zh.map(({ meaning }) => meaning)).toEqual(['超过 20 秒', '低于目标 80%']);
	const nobody = wallFigures({ ...live, longest_wait_seconds: null }, { ...asked, sinceSeconds: 600 });
	expect(nobody.some(({ alarm }) => alarm)).toBe(false);
});

test('beside a figure stand few words, as large as its name', () => {
	for (const lang of ['en', 'zh'] as const)
		for (const of of [
			live,
			{ ...live, longest_wait_seconds: null, estimated_wait_seconds: { p50: 3000, p80: 3599 } }
		])
			for (const { meaning } of wallFigures(of, { ...asked, lang }))
				expect(
					[...meaning].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0)
				).toBeLessThanOrEqual(18);
	expect(wallFigures(live, asked).map(({ meaning }) => meaning)).toEqual([
		'',
		'',
		'',
		'80% up to 3:20',
		'usually 20',
		'target 80%'
	]);
});
