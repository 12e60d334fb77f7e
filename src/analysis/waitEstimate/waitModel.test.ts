import { expect, test } from 'vitest';
import { drainAt, drained, drainRate, emptyDrain, type Floor } from './drain.ts';
import { waitModel } from './waitModel.ts';
import { modelQuantiles } from './waitQuantiles.ts';

test('without leaving it is the queue length times the time between answers', () => {
	expect(waitModel(4, { rate: 1 / 30, leaving: 0 }).mean).toBeCloseTo(150, 9);
});

test('who is ahead and leaves shortens the wait', () => {
	// 1/(1/30) + 1/(1/30 + 1/300) + 1/(1/30 + 2/300)
	const { mean, sd } = waitModel(2, { rate: 1 / 30, leaving: 1 / 300 });
	expect(mean).toBeCloseTo(30 + 300 / 11 + 25, 9);
	expect(sd).toBeCloseTo(Math.sqrt(900 + (300 / 11) ** 2 + 625 + (mean / 4) ** 2 + 25), 9);
});

test('quantiles of the model alone have its mean and lie about it', () => {
	const { p10, median, p80, p90 } = modelQuantiles({ mean: 100, sd: 60 });
	expect(median).toBeCloseTo(100 / Math.sqrt(1.36), 6);
	expect(p10 * p90).toBeCloseTo(median * median, 2);
	expect(p80).toBeGreaterThan(100);
	expect(p90).toBeGreaterThan(p80);
});

const floor: Floor = { waiting: 3, talking: 4, staffed: null, talkSeconds: 200 };

test('the rate is agents by talk time at first, then what is seen', () => {
	let drain = emptyDrain(0);
	expect(drainRate(drain, floor)).toBeCloseTo(4 / 200, 9);
	// One answer every 25 s, a hidden half minute of work after each talk of 200 s by 4 agents and one more.
	for (let at = 25_000; at < 3_600_000; at += 25_000) drain = drained(drainAt(drain, at, floor));
	expect(drainRate(drain, floor)).toBeGreaterThan(0.9 / 25);
	expect(drainRate(drain, floor)).toBeLessThan(1.1 / 25);
});

test('time without a queue tells nothing of the rate', () => {
	const busy = drained(drained(drainAt(emptyDrain(0), 60_000, floor)));
	const later = drainAt(busy, 90_000, { ...floor, waiting: 0 });
	expect(later.queueSeconds / later.answers).toBeCloseTo(busy.queueSeconds / busy.answers, 9);
	expect(later.agents).toBe(busy.agents);
});

test('nothing that tells of an agent is no rate', () => {
	expect(drainRate(emptyDrain(0), { ...floor, talkSeconds: null })).toBe(0);
	expect(drainRate(emptyDrain(0), { ...floor, talking: 0 })).toBe(0);
});
