import { expect, test } from 'vitest';
import { waitProbability } from './erlangC.ts';
import { medianWait } from './medianWait.ts';

test('half wait no longer, by the formula of Erlang C', () => {
	const work = { calls: 100, intervalSeconds: 1800, ahtSeconds: 180 };
	// P(W > t) = C e^(-(n - a) t / AHT)
	const median = (agents: number) =>
		(Math.log(2 * waitProbability(agents, 10)) * work.ahtSeconds) / (agents - 10);
	expect(waitProbability(11, 10)).toBeGreaterThan(0.5);
	expect(medianWait(11, work)).toBeCloseTo(median(11), -0.3);
	expect(waitProbability(14, 10)).toBeLessThan(0.5);
	expect(medianWait(14, work)).toBe(0);
});

test('too few agents: no end without patience, a mean with it', () => {
	const work = { calls: 100, intervalSeconds: 1800, ahtSeconds: 180 };
	expect(medianWait(9, work)).toBeNull();
	expect(medianWait(0, work)).toBeNull();
	const impatient = medianWait(3, work, 120) ?? 0;
	expect(impatient).toBeGreaterThan(30);
	expect(impatient).toBeLessThan(120);
	expect(medianWait(9, work, 300) ?? 0).toBeGreaterThan(medianWait(10, work, 300) ?? 0);
});
