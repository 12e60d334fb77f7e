import { expect, test } from '@playwright/test';
import { tortureTwo } from './torture/twoProcesses.ts';

test('two processes on one database, killed while eight senders contradict each other, agree with a recount', async () => {
	test.skip(process.platform === 'win32', 'reaches the database by its socket');
	test.setTimeout(300_000);
	const { faults, calls, repeated } = await tortureTwo({ kills: 4, seed: 3, batches: 50 });
	expect(faults).toEqual([]);
	expect(calls).toBeGreaterThan(1000);
	expect(repeated).toBeGreaterThan(0);
});
