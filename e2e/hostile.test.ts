import { expect, test } from '@playwright/test';
import { hostile } from './hostile/hostile.ts';

test('hostile requests are refused, cost no memory, and nobody else is told of an error', async () => {
	test.skip(process.platform !== 'linux', 'reads the memory of a process from /proc');
	test.setTimeout(300_000);
	const { faults, statuses, grownMb } = await hostile({ requests: 800, seed: 3, slow: 20 });
	expect(faults).toEqual([]);
	expect(grownMb).toBeLessThan(200);
	expect(statuses['400']).toBeGreaterThan(20);
	expect(statuses['413']).toBeGreaterThan(0);
});
