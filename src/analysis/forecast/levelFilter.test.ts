import { expect, test } from 'vitest';
import { normal } from '../simulation/distributions.ts';
import { seededRandom } from '../simulation/random.ts';
import type { DayTerms, Term } from './dayTerms.ts';
import { LevelFilter } from './levelFilter.ts';
import { usualRestlessness } from './tuneFilter.ts';

const terms: Term[] = [
	{ kind: 'like', name: '0', mean: 0, sd: 0.2 },
	{ kind: 'class', name: 'payday', mean: 0, sd: 0.3 }
];
const plain: DayTerms = { like: 0, at: [0], weights: [1], isSpecial: false, noise: 0 };
const payday: DayTerms = { ...plain, at: [0, 1], weights: [1, 1] };

test('the level comes through noise, and how sure it is agrees with how near it is', () => {
	const random = seededRandom(5);
	const scores = Array.from({ length: 200 }, () => {
		const filter = new LevelFilter(terms, 6, usualRestlessness);
		let [level, swing] = [6, Math.sqrt(usualRestlessness.swing) * normal(random)];
		for (let i = 0; i < 60; i++) {
			filter.step();
			level += Math.sqrt(usualRestlessness.level) * normal(random);
			swing = 0.7 * swing + Math.sqrt(usualRestlessness.swing * 0.51) * normal(random);
			filter.learn(plain, level + swing + Math.sqrt(usualRestlessness.day + 0.01) * normal(random), 0.01);
		}
		const { mean, variance } = filter.expect(plain, 3);
		for (let i = 0; i < 3; i++) {
			level += Math.sqrt(usualRestlessness.level) * normal(random);
			swing = 0.7 * swing + Math.sqrt(usualRestlessness.swing * 0.51) * normal(random);
		}
		return (level + swing - mean) / Math.sqrt(variance);
	});
	const square = scores.reduce((sum, score) => sum + score ** 2, 0) / scores.length;
	expect(square).toBeGreaterThan(0.75);
	expect(square).toBeLessThan(1.3);
});

test('an effect seen twice is believed in part, one seen often in full', () => {
	const learned = (paydays: number) => {
		const filter = new LevelFilter(terms, 5, usualRestlessness);
		for (let i = 0; i < 20 * paydays; i++) {
			filter.step();
			filter.learn(i % 20 === 19 ? payday : plain, i % 20 === 19 ? 5.4 : 5, 0.001);
		}
		return filter.effect(1);
	};
	expect(learned(1)).toBeGreaterThan(0.25);
	expect(learned(1)).toBeLessThan(0.38);
	expect(learned(12)).toBeGreaterThan(0.38);
	expect(learned(12)).toBeLessThan(0.41);
});

test('one outage moves the level little, four days of a new level move it', () => {
	const filter = new LevelFilter(terms, 5, usualRestlessness);
	const days = (count: number, logCalls: number) => {
		for (let i = 0; i < count; i++) {
			filter.step();
			filter.learn(plain, logCalls, 0.001);
		}
		return filter.expect(plain, 7).mean;
	};
	const before = days(60, 5);
	expect(Math.abs(days(1, 2) - before)).toBeLessThan(0.05);
	days(10, 5);
	expect(days(14, 6)).toBeGreaterThan(5.5);
});

test('what a day has shown so far holds for its rest and not for the next', () => {
	const filter = new LevelFilter(terms, 5, usualRestlessness);
	for (let i = 0; i < 30; i++) {
		filter.step();
		filter.learn(plain, 5, 0.001);
	}
	filter.step();
	filter.learn(plain, 5.2, 0.001);
	const [today, tomorrow] = [filter.expect(plain, 0), filter.expect(plain, 1)];
	expect(today.mean).toBeGreaterThan(5.15);
	expect(tomorrow.mean).toBeLessThan(5.12);
	expect(today.variance).toBeLessThan(tomorrow.variance);
});
