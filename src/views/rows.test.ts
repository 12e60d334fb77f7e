import { expect, test } from 'vitest';
import { transport } from '../hooks.ts';
import { rowsOf } from './rows.ts';

const way = transport.rows;

test('many rows go as one text and come as a list', () => {
	const rows = rowsOf([
		{ name: '周一', calls: 3, wait: null },
		{ name: 'a "b" </script>', calls: 0.5, wait: 2 }
	]);
	const text: unknown = way?.encode(rows);
	expect(text).toBeTypeOf('string');
	expect(way?.decode(text)).toStrictEqual([...rows]);
	// Other lists go as they did.
	expect(way?.encode([...rows])).toBe(false);
});

test('what is made of rows is a plain list again', () => {
	const rows = rowsOf([1, 2, 3]);
	expect(rows.map((n) => n * 2)).toStrictEqual([2, 4, 6]);
	expect(rowsOf([7])).toHaveLength(1);
});
