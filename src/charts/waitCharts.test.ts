import { expect, test } from 'vitest';
import { patienceSteps } from './patienceSteps.ts';
import { shareAxes } from './shareAxes.ts';
import { waitShares } from './waitShares.ts';

test('axes of seconds have round steps, few enough to read, and reach the longest wait', () => {
	expect(shareAxes(70)).toMatchObject({ end: 70, width: 1000, height: 240 });
	expect(shareAxes(70).timeTicks.map(({ seconds }) => seconds)).toEqual([0, 10, 20, 30, 40, 50, 60]);
	expect(shareAxes(61).end).toBe(70);
	expect(shareAxes(100_000).timeTicks.length).toBeLessThanOrEqual(8);
	const axes = shareAxes(600);
	expect(axes.x(300)).toBe(500);
	expect([axes.y(0), axes.y(0.5), axes.y(1)]).toEqual([240, 120, 0]);
	expect(axes.readAt[0]).toBe(12);
	expect(axes.readAt.at(-1)).toBe(588);
});

test('shares stand on each other and fill the chart to its end', () => {
	const shape = waitShares([
		{ seconds: 0, answered: 0.5, gone: 0, waiting: 0.5 },
		{ seconds: 5, answered: 0.75, gone: 0.25, waiting: 0 }
	]);
	expect(shape.end).toBe(10);
	const paths = Object.fromEntries(shape.areas.map(({ name, path }) => [name, path]));
	// Half at once, three quarters from the middle on.
	expect(paths.answered).toBe(
		'M0,240L0,240L0,120L500,120L500,60L1000,60L1000,60L1000,240L1000,240L500,240L500,240L0,240L0,240L0,240Z'
	);
	expect(paths.gone).toContain('L500,0');
	expect(paths.waiting).toContain('M0,0');
});

test('patience begins with all, steps down, and ends where too few tell of it', () => {
	const points = [
		{ seconds: 10, share: 0.75, low: 0.5, high: 0.9 },
		{ seconds: 20, share: 0.5, low: 0.25, high: 0.75 },
		{ seconds: 90, share: 0, low: 0, high: 0 }
	];
	const shape = patienceSteps(points, { until: 40, medianSeconds: 20 });
	expect(shape.line).toBe('M0,0L250,0L250,60L500,60L500,120L1000,120L1000,120');
	expect(shape.median).toBe('M0,120H500V240');
	expect(patienceSteps(points, { until: 15, medianSeconds: 20 }).median).toBeNull();
	expect(patienceSteps([], { until: 0, medianSeconds: null }).line).toBe('M0,0L0,0L0,0');
});
