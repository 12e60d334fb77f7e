import { describe, expect, it } from 'vitest';
import { addToBin, emptyWaits, waitBin, type Waits } from '#rollups/waits.ts';
import { countryCalendar } from './forecast/countryCalendar.ts';
import { fitSeries } from './forecast/fitSeries.ts';
import { hourSeries } from './forecast/hourSeries.ts';
import { walletYear } from './demo/walletYear.ts';
import { expectedWait, learnWaits, type PastHour } from './waitRelation.ts';

function waitsOf(seconds: readonly number[]): Waits {
	const waits = emptyWaits();
	for (const wait of seconds) addToBin(waits, waitBin(wait * 1000), 'answered', 1);
	return waits;
}

/** Twelve weeks in which the hour of a Monday brings twice the calls and three times the wait of other days. */
const weeks = Array.from({ length: 84 }, (_, day): PastHour => {
	const like = (day % 7) + 1;
	const offered = (like === 1 ? 200 : 100) + (day % 3) * 10;
	const wait = (like === 1 ? 90 : 30) * (1 + (day % 3) * 0.2);
	return { day, hour: 10, like, offered, waits: waitsOf(Array.from({ length: offered }, () => wait)) };
});

describe('the usual wait', () => {
	const relation = learnWaits(weeks, 84, 30);
	const wait = (like: number, calls: number) => expectedWait(relation, { like, hour: 10, calls }) ?? NaN;

	it('is that of the hour of the week, and moves with the load', () => {
		expect(wait(1, 210)).toBeGreaterThan(75);
		expect(wait(2, 110)).toBeLessThan(45);
		expect(relation.slope).toBeGreaterThan(0);
		expect(wait(2, 140)).toBeGreaterThan(wait(2, 110) * 1.1);
		expect(wait(2, 80)).toBeLessThan(wait(2, 110));
	});

	it('leans on other days where there are few callers on such days', () => {
		const busy = { day: 83, hour: 10, like: 8, offered: 100 };
		const lonely = (callers: number) =>
			expectedWait(learnWaits([...weeks, { ...busy, waits: waitsOf(Array(callers).fill(600)) }], 84, 30), {
				like: 8,
				hour: 10,
				calls: 100
			});
		expect(lonely(20)).toBeLessThan(60);
		expect(lonely(500)).toBeGreaterThan(400);
	});

	it('is not known of hours, kinds of days and numbers of callers that nobody has seen', () => {
		expect(expectedWait(relation, { like: 2, hour: 11, calls: 100 })).toBeNull();
		expect(expectedWait(relation, { like: 8, hour: 10, calls: 100 })).toBeNull();
		expect(expectedWait(relation, { like: 2, hour: 10, calls: 0.01 })).toBeNull();
		const three = learnWaits(weeks.slice(0, 3), 3, 30);
		expect(expectedWait(three, { like: 2, hour: 10, calls: 100 })).toBeNull();
		const thin = weeks.slice(0, 5).map((hour) => ({ ...hour, waits: waitsOf([30, 30, 30, 30, 30]) }));
		expect(expectedWait(learnWaits(thin, 5, 30), { like: 2, hour: 10, calls: 100 })).toBeNull();
		expect(learnWaits([], 5, 30).hours.every((hour) => hour === null)).toBe(true);
	});
});

describe('the demo, weeks that were not learned from', () => {
	const dayMs = 86_400_000;
	const hourMs = 3_600_000;
	const toAt = Date.UTC(2026, 10, 22);
	const today = toAt / dayMs;
	const testedDays = 154;
	const calendar = countryCalendar('CN');

	interface Hour {
		offered: number;
		waits: Waits;
		seconds: number[];
	}

	function demoHours(seed: number): Map<string, Map<number, Hour>> {
		const queues = new Map<string, Map<number, Hour>>();
		for (const call of walletYear({ seed, fromAt: toAt - 365 * dayMs, toAt })) {
			const hours = queues.get(call.queue) ?? new Map<number, Hour>();
			queues.set(call.queue, hours);
			const hour = Math.floor((call.enqueuedAt + 8 * hourMs) / hourMs);
			const seen = hours.get(hour) ?? { offered: 0, waits: emptyWaits(), seconds: [] };
			hours.set(hour, seen);
			seen.offered++;
			const until = call.outcome === 'answered' ? call.answeredAt : call.endedAt;
			if ((call.outcome !== 'answered' && call.outcome !== 'abandoned') || until === null) continue;
			addToBin(seen.waits, waitBin(until - call.enqueuedAt), call.outcome, 1);
			seen.seconds.push((until - call.enqueuedAt) / 1000);
		}
		return queues;
	}

	/** Errors against the hours' medians, by callers: with the load, without it, and of the plain hour of the week. */
	function errorsOf(hours: Map<number, Hour>): { told: number; still: number; plain: number } {
		const counts = [...hours].map(([hour, { offered }]) => ({ hour, offered }));
		const errors = { told: 0, still: 0, plain: 0 };
		for (let origin = today - testedDays; origin + 14 <= today; origin += 14) {
			const series = hourSeries(counts, { calendar, untilHour: origin * 24 });
			if (!series) throw new Error('no calls');
			const fitted = fitSeries(series, calendar, origin + 13);
			const past: PastHour[] = [];
			const seconds = new Map<string, number[]>();
			for (const [at, { offered, waits, seconds: own }] of hours) {
				const [day, hour] = [Math.floor(at / 24), at % 24];
				if (day < origin - 91 || day >= origin || own.length === 0) continue;
				const like = fitted.like(day);
				past.push({ day, hour, like, offered, waits });
				seconds.set(`${like} ${hour}`, [...(seconds.get(`${like} ${hour}`) ?? []), ...own]);
			}
			const relation = learnWaits(past, origin, 30);
			for (let at = origin * 24; at < (origin + 14) * 24; at++) {
				const came = hours.get(at)?.seconds ?? [];
				const [day, hour] = [Math.floor(at / 24), at % 24];
				const asked = { like: fitted.like(day), hour, calls: fitted.day(day).calls[hour] ?? 0 };
				const told = expectedWait(relation, asked);
				const still = expectedWait({ ...relation, slope: 0 }, asked);
				if (came.length === 0 || told === null || still === null) continue;
				const median = medianOf(came);
				errors.told += came.length * Math.abs(median - told);
				errors.still += came.length * Math.abs(median - still);
				errors.plain += came.length * Math.abs(median - medianOf(seconds.get(`${asked.like} ${hour}`) ?? []));
			}
		}
		return errors;
	}

	it('nearer than the usual hour', () => {
		const queues = demoHours(5);
		const all = ['payments', 'refunds'].map((name) => errorsOf(queues.get(name) ?? new Map()));
		const sum = (name: 'told' | 'still' | 'plain') => all.reduce((total, errors) => total + errors[name], 0);
		expect(sum('told') / sum('plain')).toBeLessThan(0.995);
		expect(sum('told') / sum('still')).toBeLessThan(0.99);
	});
});

function medianOf(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[(values.length - 1) >> 1] ?? 0;
}
