import { expect, test } from 'vitest';
import { emptyTally, mergeTally, sumNames } from './tally.ts';

test('adding adds every sum, and nothing to the wrong one', () => {
	const into = emptyTally();
	const from = emptyTally();
	sumNames.forEach((name, i) => {
		into[name] = 1000;
		from[name] = i + 1;
	});
	mergeTally(into, from);
	expect(sumNames.map((name) => into[name])).toEqual(sumNames.map((_, i) => 1001 + i));
});
