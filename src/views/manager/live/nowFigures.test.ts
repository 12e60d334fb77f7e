import { expect, test } from 'vitest';
import { loadRow } from '#rollups/loadRow.ts';
import { emptyTally } from '#rollups/tally.ts';
import type { Live } from '#views/api/live.ts';
import { nowFigures } from './nowFigures.ts';

const zone = 'Asia/Shanghai';
const level = { threshold_seconds: 20, target: 0.8, formula: 'strict', short_abandon_seconds: 5 } as const;
const at = (time: string) => Date.parse(`2026-03-02T${time}:00+08:00`);
const row = (from: string, to: string) =>
	loadRow({ ...emptyTally(), answered: 9, abandoned: 3 }, level, zone, { startAt: at(from), endAt: at(to) });
const live: Live = {
	as_of: '2026-03-02T10:20:00+08:00',
	feed: 'live',
	waiting: 4,
	longest_wait_seconds: 125,
	talking: 12,
	today: row('00:00', '10:20'),
	last_quarter_hour: row('10:00', '10:15'),
	typical: null,
	estimated_wait_seconds: { p50: 80, p80: 200 }
};

test('says who waits, how long, and what the last quarter hour brought', () => {
	expect(nowFigures(live, 'en').map(({ value }) => value)).toEqual([
		'4',
		'2:05',
		'12',
		'1 min 20 s',
		'12 calls'
	]);
	expect(nowFigures(live, 'en').at(-1)?.meaning).toBe('10:00–10:15: 9 answered, 3 gave up, service level 0%');
});

test('the longest wait grows with the clock, and nobody waits for nothing', () => {
	expect(nowFigures(live, 'en', 60)[1]?.value).toBe('3:05');
	const quiet = { ...live, waiting: 0, longest_wait_seconds: null };
	expect(nowFigures(quiet, 'en', 60)[1]).toMatchObject({ value: '–', meaning: 'Nobody is waiting' });
	expect(nowFigures(quiet, 'zh', 60)[1]).toMatchObject({ value: '–', meaning: '现在没有人等候' });
});

test('does not say who waits where records come afterwards', () => {
	const late = nowFigures({ ...live, feed: 'late', estimated_wait_seconds: null }, 'zh');
	expect(late.map(({ value }) => value)).toEqual(['–', '–', '–', '–', '12 通']);
});
