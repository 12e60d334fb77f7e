import { expect, test } from 'vitest';
import { takeTurn } from './takeTurn.server.ts';
import { testDatabase, toSameDatabase } from './testing/testDatabase.server.ts';

const here = await testDatabase();
const hourMs = 3_600_000;

test('a turn is taken once in its time, by whichever process, whatever was done to the clock', async () => {
	const there = await toSameDatabase(here);
	const moveBy = (ms: number) => here.sql`
		update installation set value = (value::float8 + ${ms}::float8)::text where name = 'turn alerts'`;
	expect(await takeTurn(here, 'alerts', hourMs)).toBe(true);
	expect(await takeTurn(there, 'alerts', hourMs)).toBe(false);
	expect(await takeTurn(there, 'reports', hourMs)).toBe(true);
	await moveBy(-hourMs);
	expect(await takeTurn(there, 'alerts', hourMs)).toBe(true);
	expect(await takeTurn(here, 'alerts', hourMs)).toBe(false);
	await moveBy(2 * hourMs);
	expect(await takeTurn(here, 'alerts', hourMs)).toBe(true);
});
