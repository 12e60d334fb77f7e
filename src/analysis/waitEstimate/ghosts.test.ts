import { expect, test } from 'vitest';
import { Calibration } from './calibration.ts';
import { Ghosts } from './ghosts.ts';
import { HeadStarts } from './headStarts.ts';

const prediction = new Calibration().predict(1, { mean: 60, sd: 30 });
const at = (seconds: number, priority = 0) => ({ id: String(seconds), enqueuedAt: seconds * 1000, priority });

test('who gave up would have been answered when somebody behind is, not when somebody in front is', () => {
	const ghosts = new Ghosts();
	const order = new HeadStarts();
	ghosts.add(at(10), prediction);
	expect(ghosts.resolve(100_000, at(5), order)).toEqual([]);
	expect(ghosts.resolve(110_000, at(20, 1), order)).toEqual([]);
	expect(ghosts.resolve(130_000, at(20), order)).toEqual([{ prediction, waitSeconds: 120 }]);
	expect(ghosts.resolve(140_000, at(30), order)).toEqual([]);
});

test('an agent who takes a new call at once has nobody left to take', () => {
	const ghosts = new Ghosts();
	ghosts.add(at(10, -5), prediction);
	ghosts.add(at(20), prediction);
	const waits = ghosts.resolve(60_000, at(60), new HeadStarts()).map(({ waitSeconds }) => waitSeconds);
	expect(waits).toEqual([50, 40]);
});

test('after half an hour it counts as half an hour', () => {
	const ghosts = new Ghosts();
	ghosts.add(at(0), prediction);
	expect(ghosts.resolve(1_799_000, null, new HeadStarts())).toEqual([]);
	expect(ghosts.resolve(5_000_000, null, new HeadStarts())).toEqual([{ prediction, waitSeconds: 1800 }]);
});
