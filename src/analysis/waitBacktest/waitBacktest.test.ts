import { expect, test } from 'vitest';
import type { Call } from '#model/call.ts';
import { simulatedCalls } from '../waitEstimate/testing/simulatedCalls.ts';
import { topicsApart } from './topicsApart.ts';
import { waitBacktest } from './waitBacktest.ts';

const busy = simulatedCalls({
	seed: 2,
	days: 6,
	agents: 8,
	load: 1.05,
	patienceSeconds: 300,
	urgentShare: 0.15
});

test('beats the simple methods, and its shares hold at every length of the line', () => {
	const { callers, without_estimate, methods } = waitBacktest(busy);
	const { offpeak, les, hol, mean_10, running_mean } = methods;
	expect(callers).toBeGreaterThan(3000);
	expect(without_estimate).toBeLessThan(20);
	expect(offpeak.rmse).toBeLessThan(0.73 * (les.rmse ?? NaN));
	for (const other of [hol, mean_10, running_mean]) {
		expect(offpeak.rmse).toBeLessThan(other.rmse ?? NaN);
		expect(offpeak.mae).toBeLessThan(other.mae ?? NaN);
	}
	const within = (share: number | null, goal: number, by: number) =>
		expect(Math.abs((share ?? NaN) - goal)).toBeLessThan(by);
	within(offpeak.coverage_80, 0.8, 0.02);
	within(offpeak.median_held, 0.5, 0.03);
	within(offpeak.most_held, 0.8, 0.02);
	for (const share of Object.values(offpeak.coverage_80_by_ahead)) within(share, 0.8, 0.03);
	for (const share of Object.values(offpeak.most_held_by_ahead)) within(share, 0.8, 0.03);
});

test('the shares hold for those who are answered, where many give up', () => {
	const impatient = { seed: 4, days: 12, agents: 8, load: 1.25, patienceSeconds: 150 };
	const calls = simulatedCalls(impatient);
	expect(calls.filter(({ outcome }) => outcome === 'abandoned').length).toBeGreaterThan(calls.length / 5);
	const { offpeak } = waitBacktest(calls).methods;
	expect(Math.abs((offpeak.most_held ?? NaN) - 0.8)).toBeLessThan(0.015);
	expect(Math.abs((offpeak.median_held ?? NaN) - 0.5)).toBeLessThan(0.02);
});

test('errors are those of what was said', () => {
	const second = 1000;
	const call = (id: number, enqueuedAt: number, answeredAt: number): Call => {
		const [first] = busy;
		if (!first) throw new Error('no calls');
		const times = {
			enqueuedAt: enqueuedAt * second,
			answeredAt: answeredAt * second,
			endedAt: 1000 * second
		};
		return { ...first, id: String(id), outcome: 'answered', priority: null, ...times };
	};
	// Nobody to go by at 0; at 30 the last wait was 20 s; at 70 it was 30 s.
	const { callers, methods, without_estimate } = waitBacktest([
		call(1, 0, 20),
		call(2, 30, 60),
		call(3, 70, 74)
	]);
	expect(callers).toBe(3);
	expect(without_estimate).toBe(3);
	expect(methods.les.mae).toBeCloseTo((20 + 10 + 26) / 3, 9);
	expect(methods.running_mean.mae).toBeCloseTo((20 + 10 + 21) / 3, 9);
	expect(methods.les.rmse).toBeCloseTo(Math.sqrt((400 + 100 + 676) / 3), 9);
	expect(methods.offpeak.coverage_80).toBeNull();
});

test('no calls are no figures', () => {
	const { callers, methods } = waitBacktest([]);
	expect(callers).toBe(0);
	expect(methods.offpeak.rmse).toBeNull();
	expect(methods.offpeak.most_held_by_ahead).toEqual({ '0': null, '1-2': null, '3-5': null, '6+': null });
});

test('a topic with agents of its own is another queue, one that shares them is not', () => {
	const other = simulatedCalls({ seed: 8, days: 3, agents: 2, load: 1, patienceSeconds: 600 }).map((call) => {
		return { ...call, id: `other ${call.id}`, topic: 'in', agent: call.agent && `other ${call.agent}` };
	});
	const main = busy.map((call, i) => ({ ...call, topic: i % 10 === 0 ? 'loans' : 'cards' }));
	expect(topicsApart([...main, ...other])).toEqual(['in']);
	const [alone, both] = [waitBacktest(main), waitBacktest([...main, ...other])];
	expect(both.methods).toEqual(alone.methods);
	expect(both.apart.map(({ queue, topic }) => [queue, topic])).toEqual([['q', 'in']]);
	expect(both.apart[0]?.methods).toEqual(waitBacktest(other).methods);
	expect(waitBacktest([...main, ...other], { leaveOutTopics: ['in'] })).toEqual(alone);
	const together = waitBacktest([...main, ...other], { together: true });
	expect(together.callers).toBe(both.callers + (both.apart[0]?.callers ?? NaN));
});

test('queues learn each for itself', () => {
	const second = busy.map((call) => ({ ...call, queue: 'r' }));
	const [one, two] = [waitBacktest(busy), waitBacktest([...busy, ...second])];
	expect(two.callers).toBe(2 * one.callers);
	expect(two.methods.offpeak.rmse).toBeCloseTo(one.methods.offpeak.rmse ?? NaN, 9);
});
