import { desc, lt } from 'drizzle-orm';
import type { Reject } from '#model/call.ts';
import type { Database } from './database.server.ts';
import { reject as rejectTable } from './schema.server.ts';

/** A refused record with the text that was sent, callers' numbers masked. */
export interface KeptReject extends Reject {
	text: string;
}

const aPage = 100;

export async function keepRejects({ db }: Pick<Database, 'db'>, rejects: KeptReject[]): Promise<void> {
	for (let at = 0; at < rejects.length; at += 1000) {
		const rows = rejects.slice(at, at + 1000).map(({ id, text, ...reject }) => ({
			...reject,
			recordId: withoutNul(id),
			text: withoutNul(text) ?? '',
			message: withoutNul(reject.message) ?? ''
		}));
		await db.insert(rejectTable).values(rows);
	}
}

/** The latest rejects first, a page at a time; `before` is the `id` of the last one seen. */
export async function listRejects({ db }: Pick<Database, 'db'>, before: number | null) {
	return db
		.select()
		.from(rejectTable)
		.where(before === null ? undefined : lt(rejectTable.id, before))
		.orderBy(desc(rejectTable.id))
		.limit(aPage);
}

/** PostgreSQL keeps no NUL in text, and no half surrogate pairs. */
function withoutNul(text: string | null): string | null {
	return text === null ? null : text.replaceAll('\0', '\ufffd').toWellFormed();
}
