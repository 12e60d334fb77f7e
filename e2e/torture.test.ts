import { expect, test } from '@playwright/test';
import { torture } from './torture/torture.ts';

test('what was acknowledged outlives kills of the product and of the database', async () => {
	test.skip(process.platform !== 'linux', 'finds the processes of a database by /proc');
	test.setTimeout(300_000);
	const { faults, calls, startMs, recoveryMs } = await torture({
		productKills: 4,
		databaseKills: 6,
		seed: 7
	});
	expect(faults).toEqual([]);
	expect(calls).toBeGreaterThan(100);
	expect([startMs.length, recoveryMs.length]).toEqual([4, 6]);
});
