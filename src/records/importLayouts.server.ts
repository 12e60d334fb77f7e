import { createHash } from 'node:crypto';
import { desc, eq, notInArray } from 'drizzle-orm';
import type { Database } from './database.server.ts';
import { importLayout } from './importLayoutSchema.server.ts';

/** Those used last are kept. */
const mostLayouts = 200;

/** How a table of these columns was read when one was last imported; null: none was. */
export async function readLayout({ db }: Pick<Database, 'db'>, columns: string[]): Promise<string | null> {
	const [row] = await db
		.select({ query: importLayout.query })
		.from(importLayout)
		.where(eq(importLayout.columns, keyOf(columns)));
	return row?.query ?? null;
}

/** Remembers how a table of these columns is read. */
export async function keepLayout(
	{ db }: Pick<Database, 'db'>,
	columns: string[],
	{ query, now }: { query: string; now: number }
): Promise<void> {
	const row = { columns: keyOf(columns), query, usedAt: new Date(now) };
	await db.insert(importLayout).values(row).onConflictDoUpdate({ target: importLayout.columns, set: row });
	const latest = db
		.select({ columns: importLayout.columns })
		.from(importLayout)
		.orderBy(desc(importLayout.usedAt))
		.limit(mostLayouts);
	await db.delete(importLayout).where(notInArray(importLayout.columns, latest));
}

function keyOf(columns: string[]): string {
	return createHash('sha256').update(JSON.stringify(columns)).digest('hex');
}
