import { and, desc, eq, gte, ilike, lt, or } from 'drizzle-orm';
import type { AuditNote } from '#model/audit.ts';
import { audit } from '#records/accessSchema.server.ts';
import type { Database } from '#records/database.server.ts';

type Connection = Pick<Database, 'db'>;
export type AuditEntry = typeof audit.$inferSelect;

/** Who made a change. */
export interface Author {
	who: string;
	by: 'person' | 'key' | 'command' | 'nobody';
	address?: string;
}

export interface AuditFilter {
	/** Part of who made it or whom it concerns. */
	who?: string | null;
	queue?: string | null;
	/** From and until (out), milliseconds since 1970. */
	fromAt?: number | null;
	toAt?: number | null;
	/** Older than this entry. */
	before?: number | null;
}

/** The most of a field's text that is kept. */
const mostText = 500;

/** Adds to the log who changed what. */
export async function writeAudit(
	{ db }: Connection,
	{ who, by, address = '' }: Author,
	{ action, queue = null, subject = null, changes = [] }: AuditNote,
	now: number
): Promise<void> {
	const short = (text: string | null) => text?.slice(0, mostText).replaceAll('\u0000', '') ?? null;
	const kept = changes.map(({ field, from, to }) => ({ field, from: short(from), to: short(to) }));
	await db.insert(audit).values({
		at: new Date(now),
		who: who.slice(0, 254),
		by,
		address: address.slice(0, 60),
		action,
		queue,
		subject: short(subject),
		changes: kept
	});
}

/** Drops entries that are older than so many days; how many there were. */
export async function dropOldAudit({ db }: Connection, days: number, now: number): Promise<number> {
	const { count } = await db.delete(audit).where(lt(audit.at, new Date(now - days * 86_400_000)));
	return count;
}

/** Entries, the latest first. */
export async function listAudit(
	{ db }: Connection,
	filter: AuditFilter,
	limit: number
): Promise<AuditEntry[]> {
	const { who, queue, fromAt, toAt, before } = filter;
	const part = who ? `%${who.replace(/[\\%_]/g, '\\$&')}%` : null;
	return db
		.select()
		.from(audit)
		.where(
			and(
				part ? or(ilike(audit.who, part), ilike(audit.subject, part)) : undefined,
				queue ? eq(audit.queue, queue) : undefined,
				fromAt != null ? gte(audit.at, new Date(fromAt)) : undefined,
				toAt != null ? lt(audit.at, new Date(toAt)) : undefined,
				before != null ? lt(audit.id, before) : undefined
			)
		)
		.orderBy(desc(audit.id))
		.limit(limit);
}
