import { and, asc, gt } from 'drizzle-orm';
import type { Database } from './database.server.ts';
import { filtered, type RejectFilter, type StoredReject } from './rejects.server.ts';
import { reject as rejectTable } from './schema.server.ts';

const aPage = 1000;

/** All rejects of the filter in the order in which they came, in pages that fit into memory. */
export async function* readRejects(
	{ db }: Pick<Database, 'db'>,
	filter: RejectFilter
): AsyncGenerator<StoredReject[]> {
	for (let after = 0; ;) {
		const rows = await db
			.select()
			.from(rejectTable)
			.where(and(filtered(filter), gt(rejectTable.id, after)))
			.orderBy(asc(rejectTable.id))
			.limit(aPage);
		if (rows.length > 0) yield rows;
		const last = rows.at(-1);
		if (!last || rows.length < aPage) return;
		after = last.id;
	}
}
