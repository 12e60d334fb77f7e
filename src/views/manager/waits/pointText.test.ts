import { expect, it } from 'vitest';
import { coursePoint, pointsOf, pointText } from './pointText.ts';

it('gives back the points that it wrote, with as many digits as anybody reads', () => {
	const points = [
		{ seconds: 0, waiting: 1, answered: 0, gone: 0 },
		{ seconds: 12.5, waiting: 1 / 3, answered: 2 / 3, gone: 0 }
	];
	const text = pointText(points, coursePoint);
	expect(pointsOf(text, coursePoint)).toEqual([
		points[0],
		{ seconds: 12.5, waiting: 0.33333, answered: 0.66667, gone: 0 }
	]);
	expect(pointsOf(pointText([], coursePoint), coursePoint)).toEqual([]);
});
