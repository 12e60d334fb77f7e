import { expect, it } from 'vitest';
import { officeLine } from '#analysis/fixtures/weeks.ts';
import { putQueue } from '#records/queues.server.ts';
import { testDatabase } from '#records/testing/testDatabase.server.ts';
import { checkAddress } from './checkAddress.server.ts';

const database = await testDatabase();
await putQueue(database, officeLine());

const ask = (email: string, role: 'manager' | 'viewer', slug = 'wallet', now = 0) =>
	checkAddress(database, slug, ' http://127.0.0.1:1/ ', {
		person: { email, role },
		now,
		root: 'https://calls.example',
		allowPrivate: false
	});

it('asks for managers only, and not within the own network', async () => {
	expect(await ask('one', 'viewer')).toMatchObject({ problem: 'refused' });
	expect(await ask('one', 'manager')).toEqual({
		address: 'http://127.0.0.1:1/',
		problem: 'private_address',
		at: 'http://127.0.0.1:1/'
	});
	expect(await ask('one', 'manager', 'nothing')).toBeNull();
});

it('asks twenty times a minute and no more', async () => {
	for (let i = 0; i < 20; i++)
		expect(await ask('two', 'manager')).toMatchObject({ problem: 'private_address' });
	expect(await ask('two', 'manager')).toMatchObject({ problem: 'too_many' });
	expect(await ask('two', 'manager', 'wallet', 61_000)).toMatchObject({ problem: 'private_address' });
});
