import type { Database } from '#records/database.server.ts';

/** How far a run of verify has come: this day of this queue is done, and all queues before it (by slug). */
export interface VerifyPlace {
	queue: string;
	date: string;
}

const name = 'verify_place';

/** Where the last run was ended; null: it came to its end. */
export async function readPlace({ sql }: Pick<Database, 'sql'>): Promise<VerifyPlace | null> {
	const [row] = await sql<{ value: string }[]>`select value from installation where name = ${name}`;
	const [queue, date] = row?.value.split(' ') ?? [];
	return queue && date ? { queue, date } : null;
}

export async function keepPlace({ sql }: Pick<Database, 'sql'>, { queue, date }: VerifyPlace): Promise<void> {
	await sql`
		insert into installation (name, value) values (${name}, ${`${queue} ${date}`})
		on conflict (name) do update set value = excluded.value`;
}

export async function forgetPlace({ sql }: Pick<Database, 'sql'>): Promise<void> {
	await sql`delete from installation where name = ${name}`;
}
