import { describe, expect, it } from 'vitest';
import { bestTime } from './bestTime.ts';
import { officeLine, typicalOf } from './fixtures/weeks.ts';
import { outlook } from './outlook.ts';

const queue = officeLine();
const now = Date.parse('2026-06-16T10:20:00+08:00');
const at = (text: string) => Date.parse(`${text}:00+08:00`);
const typical = typicalOf(queue, now, () => ({ calls: 10, waitSeconds: (i) => (i + 1) * 40 }));
const hoursOf = (date: string, waitP50Seconds: number | null) =>
	Array.from({ length: 24 }, (_, hour) => ({
		startAt: at(`${date}T${String(hour).padStart(2, '0')}:00`),
		waitP50Seconds
	}));
const of = (date: string, wait: number | null) =>
	outlook(queue, typical, { forecast: hoursOf(date, wait), now })(at(`${date}T11:00`));

describe('what a forecast says of an hour', () => {
	it('is a few wide steps beside its typical wait, here 220 s', () => {
		expect([30, 110, 220, 300, 420, 900].map((wait) => of('2026-06-17', wait))).toEqual([
			0.5, 0.5, 1, 1, 2, 3
		]);
		expect(of('2026-06-17', null)).toBe(1);
	});

	it('is of days after today only', () => {
		expect(of('2026-06-16', 900)).toBe(1);
	});

	it('leads callers to the day that will be quiet, and away from the one that will not', () => {
		const forecast = [...hoursOf('2026-06-17', 900), ...hoursOf('2026-06-18', 60)];
		const answer = bestTime({
			queue,
			lang: 'en',
			now,
			typical,
			outlook: outlook(queue, typical, { forecast, now })
		});
		expect(answer.best[0]?.start.slice(0, 10)).toBe('2026-06-18');
		expect(answer.avoid.map(({ start }) => start.slice(0, 10))).toEqual(['2026-06-17']);
		const level = (date: string) => answer.week.find((day) => day.date === date)?.hours[3]?.level ?? NaN;
		expect(level('2026-06-17')).toBeGreaterThan(level('2026-06-22'));
	});
});
