import { and, count, desc, eq, gte, lt, max, type SQL } from 'drizzle-orm';
import type { Reject } from '#model/call.ts';
import type { Database } from './database.server.ts';
import { reject as rejectTable } from './schema.server.ts';

/** A refused record with the text that was sent, callers' numbers masked. */
export interface KeptReject extends Reject {
	text: string;
	/** The system that it came from, and the name of the format that it was read as. */
	source: string;
	format: string;
	receivedAt: number;
}

/** Which rejects; null: all. `toAt` is out. */
export interface RejectFilter {
	source: string | null;
	format: string | null;
	code: string | null;
	fromAt: number | null;
	toAt: number | null;
}

export type StoredReject = typeof rejectTable.$inferSelect;

/** One parameter for all of a thousand rows: building a statement with one for each value held everybody else up. */
export async function storeRejects({ sql }: Pick<Database, 'sql'>, rejects: KeptReject[]): Promise<void> {
	for (let at = 0; at < rejects.length; at += 1000) {
		const rows = rejects.slice(at, at + 1000).map(({ id, receivedAt, source, text, message, ...rest }) => ({
			...rest,
			received_at: receivedAt,
			record_id: id === null ? null : storable(id),
			source: storable(source),
			text: storable(text),
			message: storable(message)
		}));
		await sql`
			insert into reject (received_at, line, source, format, record_id, field, code, message, text)
			select to_timestamp(received_at / 1000), line, source, format, record_id, field, code, message, text
			from json_to_recordset(${JSON.stringify(rows)}::text::json) j(received_at float8, line int, source text,
				format text, record_id text, field text, code text, message text, text text)`;
	}
}

/** The latest rejects first, a page at a time; `before` is the `id` of the last one seen. */
export async function listRejects(
	{ db }: Pick<Database, 'db'>,
	filter: RejectFilter,
	{ before, limit }: { before: number | null; limit: number }
): Promise<StoredReject[]> {
	return db
		.select()
		.from(rejectTable)
		.where(and(filtered(filter), before === null ? undefined : lt(rejectTable.id, before)))
		.orderBy(desc(rejectTable.id))
		.limit(limit);
}

/** How many of each source and code there are, the most first. */
export async function countRejects({ db }: Pick<Database, 'db'>, filter: RejectFilter) {
	const rejects = count();
	return db
		.select({
			source: rejectTable.source,
			code: rejectTable.code,
			rejects,
			lastAt: max(rejectTable.receivedAt)
		})
		.from(rejectTable)
		.where(filtered(filter))
		.groupBy(rejectTable.source, rejectTable.code)
		.orderBy(desc(rejects), rejectTable.source, rejectTable.code);
}

/** Drops what is older than it is to be kept; how many there were. */
export async function dropOldRejects(
	{ sql }: Pick<Database, 'sql'>,
	days: number,
	now: number
): Promise<number> {
	const { count: dropped } = await sql`
		delete from reject where received_at < to_timestamp(${now - days * dayMs}::float8 / 1000)`;
	return dropped;
}

const dayMs = 86_400_000;

/** The filter as a condition; undefined: all. */
export function filtered({ source, format, code, fromAt, toAt }: RejectFilter): SQL | undefined {
	return and(
		source === null ? undefined : eq(rejectTable.source, source),
		format === null ? undefined : eq(rejectTable.format, format),
		code === null ? undefined : eq(rejectTable.code, code),
		fromAt === null ? undefined : gte(rejectTable.receivedAt, new Date(fromAt)),
		toAt === null ? undefined : lt(rejectTable.receivedAt, new Date(toAt))
	);
}

/** PostgreSQL keeps no NUL in text, and no half surrogate pairs. */
function storable(text: string): string {
	return text.replaceAll('\0', '\ufffd').toWellFormed();
}
