import { inArray } from 'drizzle-orm';
import type { Database } from './database.server.ts';
import { source, topic } from './schema.server.ts';

/** The ids of sources by name; new ones are made. */
export function sourceIds(
	database: Pick<Database, 'db'>,
	names: Iterable<string>
): Promise<Map<string, number>> {
	return idsOf(database, source, names);
}

/** The ids of topics by name; new ones are made. */
export function topicIds(
	database: Pick<Database, 'db'>,
	names: Iterable<string>
): Promise<Map<string, number>> {
	return idsOf(database, topic, names);
}

/** The ids of topics by name, for those that are known. */
export function knownTopicIds({ db }: Pick<Database, 'db'>, names: string[]): Promise<Map<string, number>> {
	return knownIds(db, topic, names);
}

/** The ids of sources by name, for those that are known. */
export function knownSourceIds({ db }: Pick<Database, 'db'>, names: string[]): Promise<Map<string, number>> {
	return knownIds(db, source, names);
}

async function knownIds(
	db: Database['db'],
	table: typeof source | typeof topic,
	names: string[]
): Promise<Map<string, number>> {
	// No name holds NUL, and PostgreSQL does not even take the question.
	const asked = names.filter((name) => !name.includes('\0'));
	if (asked.length === 0) return new Map();
	const rows = await db.select().from(table).where(inArray(table.name, asked));
	return new Map(rows.map((row) => [row.name, row.id]));
}

async function idsOf(
	{ db }: Pick<Database, 'db'>,
	table: typeof source | typeof topic,
	names: Iterable<string>
): Promise<Map<string, number>> {
	const asked = [...new Set(names)].sort();
	const known = await knownIds(db, table, asked);
	const missing = asked.filter((name) => !known.has(name));
	if (missing.length === 0) return known;
	await db
		.insert(table)
		.values(missing.map((name) => ({ name })))
		.onConflictDoNothing();
	return knownIds(db, table, asked);
}
