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
export async function knownTopicIds(
	{ db }: Pick<Database, 'db'>,
	names: string[]
): Promise<Map<string, number>> {
	const rows = await db.select().from(topic).where(inArray(topic.name, names));
	return new Map(rows.map((row) => [row.name, row.id]));
}

async function idsOf(
	{ db }: Pick<Database, 'db'>,
	table: typeof source | typeof topic,
	names: Iterable<string>
): Promise<Map<string, number>> {
	const asked = [...new Set(names)].sort();
	const known = await idsNow(asked);
	const missing = asked.filter((name) => !known.has(name));
	if (missing.length === 0) return known;
	await db
		.insert(table)
		.values(missing.map((name) => ({ name })))
		.onConflictDoNothing();
	return idsNow(asked);

	async function idsNow(wanted: string[]): Promise<Map<string, number>> {
		if (wanted.length === 0) return new Map();
		const rows = await db.select().from(table).where(inArray(table.name, wanted));
		return new Map(rows.map((row) => [row.name, row.id]));
	}
}
