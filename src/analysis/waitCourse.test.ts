import { expect, test } from 'vitest';
import { waitClasses } from './waitClasses.ts';
import { momentAt, waitCourse } from './waitCourse.ts';

const ends = [
	{ seconds: 0, answered: 4, abandoned: 0, exact: true },
	{ seconds: 3, answered: 1, abandoned: 1, exact: true },
	{ seconds: 20, answered: 2, abandoned: 0, exact: true },
	{ seconds: 90, answered: 0, abandoned: 2, exact: true }
];

test('what had become of ten callers, second by second, adds up', () => {
	const course = waitCourse(ends);
	expect(course).toEqual([
		{ seconds: 0, waiting: 0.6, answered: 0.4, gone: 0 },
		{ seconds: 3, waiting: 0.4, answered: 0.5, gone: 0.1 },
		{ seconds: 20, waiting: 0.2, answered: 0.7, gone: 0.1 },
		{ seconds: 90, waiting: 0, answered: 0.7, gone: 0.3 }
	]);
	expect(momentAt(course, 19)).toEqual({ seconds: 19, waiting: 0.4, answered: 0.5, gone: 0.1 });
	expect(momentAt(course, -1)).toEqual({ seconds: -1, waiting: 1, answered: 0, gone: 0 });
	expect(waitCourse([])).toEqual([]);
});

test('classes hold their upper end, begin with those who need not wait, and end with the longest', () => {
	expect(waitClasses(ends)).toEqual([
		{ from: 0, to: 0, answered: 4, abandoned: 0 },
		{ from: 0, to: 5, answered: 1, abandoned: 1 },
		{ from: 5, to: 10, answered: 0, abandoned: 0 },
		{ from: 10, to: 20, answered: 2, abandoned: 0 },
		{ from: 20, to: 30, answered: 0, abandoned: 0 },
		{ from: 30, to: 60, answered: 0, abandoned: 0 },
		{ from: 60, to: 120, answered: 0, abandoned: 2 }
	]);
	const long = { seconds: 9000, answered: 1, abandoned: 0, exact: false };
	expect(waitClasses([long]).at(-1)).toEqual({ from: 3600, to: null, answered: 1, abandoned: 0 });
	expect(waitClasses([])).toEqual([]);
});
