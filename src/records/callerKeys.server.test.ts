import { expect, test } from 'vitest';
import { allCallerKeys, callerKeys, dropCallerKeys } from './callerKeys.server.ts';
import { testDatabase } from './testing/testDatabase.server.ts';

const database = await testDatabase();
const [of2024, of2025, of2026] = [2024, 2025, 2026].map((year) => Date.UTC(year, 6, 1));

async function keyAt(at = 0, yearly = true): Promise<string> {
	return (await callerKeys(database, [at], { yearly }))(at).toString('hex');
}

test('each year has a key of its own, which stays the same through the year', async () => {
	const keys = new Set([await keyAt(of2024), await keyAt(of2025), await keyAt(of2026)]);
	expect(keys.size).toBe(3);
	expect(keys).toContain(await keyAt(Date.UTC(2026, 0, 1)));
	expect(keys).toContain(await keyAt(Date.UTC(2026, 11, 31, 23, 59)));
	expect(await keyAt(of2025, false)).toBe(await keyAt(of2026, false));
	expect(keys).not.toContain(await keyAt(of2026, false));
});

test('keys of years before the last are gone, and are not made anew as they were', async () => {
	const [old, last] = [await keyAt(of2024), await keyAt(of2025)];
	expect(await dropCallerKeys(database, of2026 ?? 0)).toBe(1);
	const left = (await allCallerKeys(database)).map((key) => key.toString('hex'));
	expect(left).toHaveLength(3);
	expect(left).toContain(last);
	expect(left).not.toContain(old);
	expect(await keyAt(of2024)).not.toBe(old);
	expect(await keyAt(of2025)).toBe(last);
});
