import { expect, test } from 'vitest';
import { keepLayout, readLayout } from './importLayouts.server.ts';
import { testDatabase } from './testing/testDatabase.server.ts';

const database = await testDatabase();

test('remembers how tables of the same columns were read, the latest ones', async () => {
	expect(await readLayout(database, ['a', 'b'])).toBeNull();
	await keepLayout(database, ['a', 'b'], { query: 'map=id:%231', now: 1 });
	await keepLayout(database, ['a', 'b'], { query: 'map=id:%232', now: 2 });
	expect(await readLayout(database, ['a', 'b'])).toBe('map=id:%232');
	expect(await readLayout(database, ['b', 'a'])).toBeNull();
	for (let i = 0; i < 200; i++) await keepLayout(database, [`${i}`], { query: '', now: 3 + i });
	expect(await readLayout(database, ['a', 'b'])).toBeNull();
	expect(await readLayout(database, ['0'])).toBe('');
});
