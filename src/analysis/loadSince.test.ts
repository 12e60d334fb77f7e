import { randomLcg, randomPoisson, range } from 'd3';
import { describe, expect, test } from 'vitest';
import { loadSince } from './loadSince.ts';

const usual = range(8).map((day) => range(20).map((slot) => 20 + ((day * 7 + slot * 3) % 5)));

describe('loadSince', () => {
	test('finds the quarter in which more calls began to come', () => {
		const today = range(20).map((slot) => (slot < 13 ? 22 : 40));
		const found = loadSince(today, usual);
		expect(found).toMatchObject({ from: 13, calls: 280, direction: 'above' });
		expect(found?.high).toBeLessThan(170);
	});

	test('finds that they have stopped coming', () => {
		expect(loadSince([...range(15).map(() => 22), 0, 0, 0, 0, 0], usual)).toMatchObject({
			from: 15,
			calls: 0,
			direction: 'below'
		});
	});

	test('says nothing of what like days have had, of few calls and of few days', () => {
		expect(loadSince(usual[3] ?? [], usual)).toBeNull();
		expect(
			loadSince(
				[0, 0, 0, 6],
				range(8).map(() => [0, 0, 0, 0])
			)
		).toBeNull();
		expect(
			loadSince(
				range(20).map(() => 90),
				usual.slice(0, 3)
			)
		).toBeNull();
		expect(loadSince([], usual)).toBeNull();
	});

	test('is rarely mistaken about an ordinary day, and mostly sees half as much again within two hours', () => {
		const random = randomLcg(11);
		const day = (factor: (slot: number) => number) => {
			// Days differ by more than chance: each has a level of its own.
			const level = 0.94 + 0.12 * random();
			return range(40).map((slot) => randomPoisson.source(random)(25 * level * factor(slot))());
		};
		let mistaken = 0;
		let seen = 0;
		let near = 0;
		const days = 400;
		for (let i = 0; i < days; i++) {
			const like = range(8).map(() => day(() => 1));
			if (
				loadSince(
					day(() => 1),
					like
				)
			)
				mistaken++;
			const found = loadSince(
				day((slot) => (slot < 32 ? 1 : 1.5)),
				like
			);
			if (found?.direction === 'above') seen++;
			if (found && Math.abs(found.from - 32) <= 2) near++;
		}
		expect(mistaken / days).toBeLessThan(0.02);
		expect(seen / days).toBeGreaterThan(0.8);
		expect(near / seen).toBeGreaterThan(0.8);
	});
});
