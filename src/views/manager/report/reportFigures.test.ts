import { expect, test } from 'vitest';
import { figures } from '#rollups/loadRow.ts';
import { emptyTally } from '#rollups/tally.ts';
import { reportFigures } from './reportFigures.ts';
import { reportWeek } from './reportWeek.ts';

const level = { threshold_seconds: 20, target: 0.8, formula: 'strict', short_abandon_seconds: 5 } as const;
const nothing = figures(emptyTally(), { answeredWithin: 0, abandonedWithin: 0, shortAbandoned: 0 }, level);

test('changes of counts and times are percents, of shares points; what is not known is no change', () => {
	const { rows } = reportFigures(
		{ ...nothing, offered: 1100, service_level: 0.813, wait_p50_seconds: 12, abandonment_rate: 0.05 },
		{ ...nothing, offered: 1000, service_level: 0.85, wait_p50_seconds: 24, abandonment_rate: 0.05 },
		'en'
	);
	expect(rows.map(({ cells }) => cells)).toEqual([
		['1,100', '1,000', '+10%'],
		['0', '0', '–'],
		['81.3%', '85.0%', '−3.7 points'],
		['5.0%', '5.0%', '±0.0 points'],
		['12 s', '24 s', '−50%'],
		['–', '–', '–'],
		['–', '–', '–'],
		['–', '–', '–']
	]);
});

test.each([
	['', '2026-08-24'],
	['week=2026-08-30', '2026-08-24'],
	['week=2026-08-31', '2026-08-31'],
	['week=2026-02-30', '2026-08-24'],
	['week=soon', '2026-08-24']
])('%s: the week of %s', (query, monday) =>
	expect(reportWeek(new URLSearchParams(query), '2026-08-31')).toBe(monday)
);
