import { expect, test } from 'vitest';
import { testDatabase } from './testDatabase.server.ts';

const one = await testDatabase();
const other = await testDatabase();

test('a test database is migrated and nobody else writes to it', async () => {
	await one.sql`create table only_here (id int)`;

	const tables = ({ sql }: typeof one) =>
		sql<{ name: string }[]>`
		select table_name as name from information_schema.tables where table_schema = 'public'`.then((rows) =>
			rows.map(({ name }) => name)
		);
	expect(await tables(one)).toContain('only_here');
	expect(await tables(other)).not.toContain('only_here');
	expect((await tables(other)).length).toBeGreaterThan(0);
});
