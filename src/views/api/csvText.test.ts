import { expect, test } from 'vitest';
import { csvTable, csvText } from './csvText.ts';

test('fields name the columns; null is an empty cell', () => {
	expect(
		csvText([
			{ a: 1, b: null },
			{ a: 0.5, b: 'x' }
		])
	).toBe('a,b\r\n1,\r\n0.5,x\r\n');
});

test('a table without rows has its header', () => {
	expect(csvText([], { a: 1, b: null })).toBe('a,b\r\n');
	expect(() => csvText([])).toThrow('names the columns');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('%j is no formula in a spreadsheet', (text) => {
	expect(csvTable(['a'], [[text]])).toMatch(/^a\r\n"?'/);
});

test('names of columns are escaped too, numbers below zero are left', () => {
	expect(csvTable(['=x', 'a,b', '说"好"'], [[-1, 'line\nbreak', '']])).toBe(
		'\'=x,"a,b","说""好"""\r\n-1,"line\nbreak",\r\n'
	);
});
