import { expect, test } from 'vitest';
import { exponential, lognormal, normal, poisson, type Draw } from './distributions.ts';
import { patience } from './patience.ts';
import { seededRandom } from './random.ts';

function moments(draw: Draw, count = 100_000) {
	const random = seededRandom(11);
	const values = Array.from({ length: count }, () => draw(random));
	const mean = values.reduce((sum, value) => sum + value, 0) / count;
	const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
	return { mean, sd: Math.sqrt(variance) };
}

test.each([
	['normal', normal, 0, 1],
	['exponential', exponential(5), 5, 5],
	['lognormal', lognormal(200, 1.2), 200, 240],
	['poisson, small mean', poisson(0.7), 0.7, Math.sqrt(0.7)],
	['poisson, mean above the split', poisson(900), 900, 30],
	['poisson of nothing', poisson(0), 0, 0]
])('%s has its mean and standard deviation', (_name, draw, mean, sd) => {
	const seen = moments(draw);
	expect(Math.abs(seen.mean - mean)).toBeLessThanOrEqual(0.015 * sd);
	expect(Math.abs(seen.sd - sd)).toBeLessThanOrEqual(0.03 * sd);
});

test('seeds make streams that repeat, differ and lie strictly between 0 and 1', () => {
	const take = (random: () => number) => Array.from({ length: 1000 }, random);
	expect(take(seededRandom(7, 'a'))).toEqual(take(seededRandom(7, 'a')));
	const starts = Array.from({ length: 5000 }, (_, i) => seededRandom(i)());
	expect(new Set(starts).size).toBeGreaterThan(4990);
	expect(Math.abs(starts.reduce((sum, value) => sum + value, 0) / 5000 - 0.5)).toBeLessThan(0.02);
	expect(Math.min(...starts)).toBeGreaterThan(0);
	expect(Math.max(...starts)).toBeLessThan(1);
});

test('patience mixes those who hang up at once and those who never do', () => {
	const random = seededRandom(3);
	const stay = patience(() => 60, { atOnce: 0.1, never: 0.2 });
	const values = Array.from({ length: 20_000 }, () => stay(random));
	const share = (value: number) => values.filter((stayed) => stayed === value).length / values.length;
	expect(share(0)).toBeCloseTo(0.1, 1);
	expect(share(Infinity)).toBeCloseTo(0.2, 1);
	expect(share(60)).toBeCloseTo(0.7, 1);
});
