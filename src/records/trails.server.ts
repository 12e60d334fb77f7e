import { advisoryLocks } from './advisoryLocks.server.ts';
import type { Database } from './database.server.ts';
import type { Statements } from './statements.ts';

/** What is kept of one trail of a source (schema.server.ts). */
export interface TrailRow {
	trail: string;
	queueId: number;
	/** One event a line, each once. */
	events: string;
	unended: boolean;
	keptUntil: number;
}

/** Whoever reads and writes trails of a source holds this until the commit, and takes it before the locks of queues. */
export async function lockTrails(sql: Statements, sourceId: number): Promise<void> {
	await sql`select pg_advisory_xact_lock(${advisoryLocks.trails}, ${sourceId})`;
}

/** The trails of these names, and with `unended` also all that a restart may end, some of them twice then. */
export async function findTrails(
	sql: Statements,
	sourceId: number,
	trails: string[],
	{ unended }: { unended: boolean }
): Promise<TrailRow[]> {
	return sql<TrailRow[]>`
		select t.trail, t.queue_id "queueId", t.events, t.unended,
			(extract(epoch from t.kept_until) * 1000)::float8 "keptUntil"
		from json_array_elements_text(${JSON.stringify(trails)}::text::json) k
		join call_trail t on t.source_id = ${sourceId} and t.trail = k.value
		union all
		select trail, queue_id, events, unended, (extract(epoch from kept_until) * 1000)::float8
		from call_trail where source_id = ${sourceId} and unended and ${unended}`;
}

/** Stores trails whole, in place of what was stored of them. */
export async function saveTrails(sql: Statements, sourceId: number, rows: TrailRow[]): Promise<void> {
	if (rows.length === 0) return;
	await sql`
		insert into call_trail (source_id, trail, queue_id, events, unended, kept_until)
		select ${sourceId}, trail, queue_id, events, unended, to_timestamp(kept_until / 1000)
		from json_to_recordset(${asJson(rows)}::text::json)
			j(trail text, queue_id int, events text, unended boolean, kept_until float8)
		on conflict (source_id, trail) do update
		set events = excluded.events, unended = excluded.unended, kept_until = excluded.kept_until`;
}

/** Drops the trails of which nothing more is expected; how many there were. */
export async function dropTrails({ sql }: Pick<Database, 'sql'>, now: number): Promise<number> {
	const { count } = await sql`delete from call_trail where kept_until < to_timestamp(${now}::float8 / 1000)`;
	return count;
}

function asJson(rows: TrailRow[]): string {
	return JSON.stringify(
		rows.map(({ trail, queueId, events, unended, keptUntil }) => ({
			trail,
			queue_id: queueId,
			events,
			unended,
			kept_until: keptUntil
		}))
	);
}
