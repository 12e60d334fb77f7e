import { expect, test } from 'vitest';
import { wallPage, wallPages } from './wallPages.ts';

test('queues that do not fit are shown in turn, and all of them', () => {
	const queues = Array.from({ length: 20 }, (_, i) => i);
	expect(wallPages(queues)).toBe(3);
	expect([0, 1, 2].flatMap((page) => wallPage(queues, page).rows)).toEqual(queues);
	expect(wallPage(queues, 2)).toEqual({ first: 16, rows: [16, 17, 18, 19] });
	expect(wallPage(queues, 3).first).toBe(0);
	expect(wallPages([])).toBe(1);
	expect(wallPage([], 4)).toEqual({ first: 0, rows: [] });
});
