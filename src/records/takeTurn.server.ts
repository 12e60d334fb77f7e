import type { Database } from './connect.server.ts';

/**
 * Whether no process has taken this turn in the last milliseconds, by the database's clock; it is taken then. A clock that
 * was set back, or a backup from another machine, keeps nobody from it.
 */
export async function takeTurn(
	{ sql }: Pick<Database, 'sql'>,
	name: string,
	restMs: number
): Promise<boolean> {
	const taken = await sql`
		insert into installation as known (name, value)
		values (${`turn ${name}`}, (extract(epoch from clock_timestamp()) * 1000)::text)
		on conflict (name) do update set value = excluded.value
		where abs(excluded.value::float8 - known.value::float8) >= ${restMs}::float8
		returning name`;
	return taken.length > 0;
}
