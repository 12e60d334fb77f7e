import { expect, test } from 'vitest';
import { deferred } from '#records/testing/deferred.ts';
import { testDatabase, toSameDatabase } from '#records/testing/testDatabase.server.ts';
import { alone } from './alone.server.ts';

const here = await testDatabase();

test('of two processes one does the work; the other may when that one is through or has failed', async () => {
	const there = await toSameDatabase(here);
	const nothing = () => Promise.resolve();
	const begun = deferred();
	const finish = deferred();
	const first = alone(here, 'forecasts', async () => {
		begun.resolve();
		await finish.promise;
	});
	await begun.promise;
	expect(await alone(there, 'forecasts', nothing)).toBe(false);
	expect(await alone(there, 'calendars', nothing)).toBe(true);
	finish.resolve();
	expect(await first).toBe(true);
	expect(await alone(there, 'forecasts', nothing)).toBe(true);

	await expect(alone(here, 'forecasts', () => Promise.reject(new Error('broke')))).rejects.toThrow('broke');
	expect(await alone(there, 'forecasts', nothing)).toBe(true);
});
