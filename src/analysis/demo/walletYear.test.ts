import { describe, expect, test } from 'vitest';
import type { Call } from '#model/call.ts';
import { calendarDay, countryDays, holidayNear, isMonthEnd } from '#time/calendar.ts';
import { openAt } from '#time/serviceHours.ts';
import { wallTime } from '#time/zone.ts';
import { walletQueues } from './wallet.ts';
import { walletLines } from './walletLines.ts';
import { walletQueueCalls } from './walletQueueCalls.ts';
import { walletCalls, walletYear } from './walletYear.ts';

const china = (time: string) => Date.parse(`${time}+08:00`);
const year = [
	...walletYear({ seed: 7, fromAt: china('2025-11-22T00:00:00'), toAt: china('2026-11-22T00:00:00') })
];
const monday = china('2026-11-02T10:40:07');

function waits(hours: { weekday: number; hour: number }, slug = 'payments'): number[] {
	return year
		.filter(({ queue, outcome, enqueuedAt }) => {
			if (queue !== slug || (outcome !== 'answered' && outcome !== 'abandoned')) return false;
			const { weekday, hour, date } = wallTime('Asia/Shanghai', enqueuedAt);
			if (weekday !== hours.weekday || hour !== hours.hour) return false;
			return calendarDay('CN', date).kind === 'workday' && !isMonthEnd(date, 3);
		})
		.map((call) => ((call.answeredAt ?? call.endedAt ?? Infinity) - call.enqueuedAt) / 1000)
		.sort((a, b) => a - b);
}

function median(values: number[]): number {
	return values[Math.floor(values.length / 2)] ?? NaN;
}

describe('the year', () => {
	test('has between 250,000 and 400,000 calls, in order, each with its own id', () => {
		expect(year.length).toBeGreaterThan(250_000);
		expect(year.length).toBeLessThan(400_000);
		expect(new Set(year.map(({ id }) => id)).size).toBe(year.length);
		expect(year.every((call, i) => call.enqueuedAt >= (year[i - 1]?.enqueuedAt ?? 0))).toBe(true);
	});

	test('has whole seconds, talk that fills the call, and no call while the line is closed', () => {
		const open = new Map(walletQueues.map((queue) => [queue.slug, queue]));
		for (const call of year.filter((_, i) => i % 23 === 0)) {
			const queue = open.get(call.queue);
			expect(queue && openAt(queue, call.enqueuedAt)).toBe(true);
			expect(call.enqueuedAt % 1000).toBe(0);
			if (call.answeredAt === null || call.endedAt === null || call.talkSeconds === null) continue;
			expect(call.endedAt - call.answeredAt).toBe((call.talkSeconds + (call.holdSeconds ?? 0)) * 1000);
		}
	});

	test('never has an agent in two calls', () => {
		const freeAt = new Map<string, number>();
		const answered = year.filter(({ answeredAt }) => answeredAt !== null);
		const doubled: Call[] = [];
		for (const call of answered.sort((a, b) => (a.answeredAt ?? 0) - (b.answeredAt ?? 0))) {
			const agent = call.agent ?? 'nobody';
			if ((freeAt.get(agent) ?? 0) > (call.answeredAt ?? 0)) doubled.push(call);
			freeAt.set(agent, (call.endedAt ?? Infinity) + (call.wrapSeconds ?? 0) * 1000);
		}
		expect(doubled).toEqual([]);
		expect(freeAt.has('nobody')).toBe(false);
	});

	test('makes callers wait long on Monday mornings and hardly in a quiet hour', () => {
		for (const slug of ['payments', 'refunds']) {
			const morning = median(waits({ weekday: 1, hour: 10 }, slug));
			expect(morning).toBeGreaterThan(300);
			expect(morning).toBeLessThan(900);
			expect(median(waits({ weekday: 3, hour: 16 }, slug))).toBeLessThan(60);
		}
	});

	test('has every way to leave, and topics that the public part knows', () => {
		const outcomes = new Set(year.map(({ outcome }) => outcome));
		for (const outcome of [
			'answered',
			'abandoned',
			'callback',
			'voicemail',
			'overflowed',
			'rejected'
		] as const)
			expect(outcomes).toContain(outcome);
		for (const queue of walletQueues) {
			const known = queue.public.topics.map(({ slug }) => slug);
			const called = new Set(year.filter((call) => call.queue === queue.slug).map(({ topic }) => topic));
			expect([...called].sort()).toEqual(known.sort());
		}
	});
});

test('special days bring what is planned for them when nobody calls twice', () => {
	const perDay = new Map<string, number>();
	const [payments] = walletQueues;
	const [fromAt, toAt] = [china('2025-07-01T00:00:00'), china('2027-01-01T00:00:00')];
	const time = { seed: 3, fromAt, toAt, secondCalls: false };
	for (const { call } of walletQueueCalls(payments, walletLines.payments, time)) {
		const { date } = wallTime(payments.zone, call.enqueuedAt);
		perDay.set(date, (perDay.get(date) ?? 0) + 1);
	}
	const { calls, effects } = walletLines.payments;
	const factors = {
		month_end: [] as number[],
		holiday: [] as number[],
		after_holiday: [] as number[],
		ordinary: [] as number[]
	};
	for (const [date, count] of perDay) {
		const { kind, standsFor } = calendarDay('CN', date);
		const near = holidayNear(countryDays('CN'), date);
		const monthEnd = isMonthEnd(date, 3);
		const factor = count / (calls[kind === 'holiday' ? 6 : standsFor - 1] ?? NaN);
		if (kind === 'holiday' && !monthEnd) factors.holiday.push(factor);
		else if (near === 'after_holiday' && !monthEnd) factors.after_holiday.push(factor);
		else if (!near && kind !== 'holiday') factors[monthEnd ? 'month_end' : 'ordinary'].push(factor);
	}
	const ordinary = median(factors.ordinary.sort((a, b) => a - b));
	const seen = (kind: 'month_end' | 'holiday' | 'after_holiday') =>
		factors[kind].reduce((sum, factor) => sum + factor, 0) / factors[kind].length / ordinary;
	expect(Math.abs(seen('month_end') / effects.monthEnd - 1)).toBeLessThan(0.05);
	expect(Math.abs(seen('holiday') / effects.holiday - 1)).toBeLessThan(0.06);
	expect(Math.abs(seen('after_holiday') / effects.afterHoliday - 1)).toBeLessThan(0.1);
});

describe('now', () => {
	const upTo = (toAt: number, fromAt = china('2026-10-30T00:00:00')) => [
		...walletYear({ seed: 7, fromAt, toAt })
	];
	const byId = (calls: Call[]) => new Map(calls.map((call) => [call.id, call]));

	test('calls that are open are shown as they are now, and end later as they would have', () => {
		const [before, after] = [upTo(monday), byId(upTo(monday + 7_200_000))];
		const open = before.filter(({ endedAt }) => endedAt === null);
		expect(open.filter(({ outcome }) => outcome === 'waiting').length).toBeGreaterThan(0);
		expect(open.filter(({ outcome }) => outcome === 'answered').length).toBeGreaterThan(5);
		for (const call of before) {
			const later = after.get(call.id);
			expect(later?.enqueuedAt).toBe(call.enqueuedAt);
			if (call.wrapSeconds !== null) expect(later).toEqual(call);
			else if (call.answeredAt !== null) expect(later?.answeredAt).toBe(call.answeredAt);
			else if (call.outcome === 'waiting')
				expect(later?.answeredAt ?? later?.endedAt).toBeGreaterThanOrEqual(monday);
		}
	});

	test('a day is the same wherever the simulation began, and another for another seed', () => {
		const fromAt = china('2026-10-31T13:00:00');
		const whole = upTo(monday).filter(({ enqueuedAt }) => enqueuedAt >= fromAt);
		expect(upTo(monday, fromAt)).toEqual(whole);
		expect([...walletYear({ seed: 8, fromAt, toAt: monday })].slice(0, 20)).not.toEqual(whole.slice(0, 20));
	});

	test('the truth beside a call is what its wait was, or would have been', () => {
		const calls = [...walletCalls({ seed: 7, fromAt: china('2026-10-26T00:00:00'), toAt: monday })];
		for (const { call, truth } of calls) {
			const waitMs = (call.answeredAt ?? call.endedAt ?? Infinity) - call.enqueuedAt;
			if (call.answeredAt !== null) expect(truth.offeredWaitMs).toBe(waitMs);
			else if (truth.offeredWaitMs !== null) expect(truth.offeredWaitMs).toBeGreaterThanOrEqual(waitMs);
		}
		const left = calls.filter(({ call }) => call.outcome === 'abandoned');
		const followed = left.filter(({ truth }) => truth.offeredWaitMs !== null);
		expect(followed.length / left.length).toBeGreaterThan(0.9);
	});
});
