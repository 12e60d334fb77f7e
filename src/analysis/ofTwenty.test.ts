import { describe, expect, it } from 'vitest';
import { busyMornings, officeLine, typicalOf } from './fixtures/weeks.ts';
import { ofTwenty, spreadNow } from './ofTwenty.ts';

const minutes = (median: number, most: number, nearlyAll: number) => ({
	medianMs: median * 60_000,
	mostMs: most * 60_000,
	nearlyAllMs: nearlyAll * 60_000
});

describe('of twenty callers', () => {
	it('10, 16 and 18 are told, each with its wait rounded up', () => {
		expect(ofTwenty(minutes(3.2, 9, 14))).toEqual([
			{ callers: 10, minutes: 5 },
			{ callers: 16, minutes: 10 },
			{ callers: 18, minutes: 15 }
		]);
	});

	it('equal waits are one step, of the most callers', () => {
		expect(ofTwenty(minutes(0, 0.5, 0.9))).toEqual([{ callers: 18, minutes: 1 }]);
		expect(ofTwenty(minutes(1.5, 4, 4.9))).toEqual([
			{ callers: 10, minutes: 2 },
			{ callers: 18, minutes: 5 }
		]);
	});

	it('what is above an hour is not told', () => {
		expect(ofTwenty(minutes(20, 61, 90))).toEqual([{ callers: 10, minutes: 20 }]);
		expect(ofTwenty(minutes(61, 70, 90))).toEqual([]);
	});
});

describe('the spread', () => {
	const line = officeLine();
	const at = (text: string) => Date.parse(`${text}+08:00`);
	const spread = (text: string, queue = line) =>
		spreadNow(queue, at(text), typicalOf(queue, at(text), busyMornings));

	it('is of the present hour, and of the next opening when closed', () => {
		expect(spread('2026-06-16T10:20:00')?.startAt).toBe(at('2026-06-16T10:20:00'));
		expect(spread('2026-06-16T22:00:00')?.startAt).toBe(at('2026-06-17T09:00:00'));
	});

	it('is silent with too few calls, and where the manager does not show the present', () => {
		const part = line.public;
		const strict = officeLine({ public: { ...part, min_calls: 100_000 } });
		expect(spread('2026-06-16T10:20:00', strict)).toBeNull();
		const quiet = officeLine({ public: { ...part, parts: { ...part.parts, now: false } } });
		expect(spread('2026-06-16T10:20:00', quiet)).toBeNull();
	});
});
