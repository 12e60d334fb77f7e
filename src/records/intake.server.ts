import { asc } from 'drizzle-orm';
import type { Database } from './database.server.ts';
import { intake as intakeTable } from './intakeSchema.server.ts';

export type SourceIntake = typeof intakeTable.$inferSelect;

/** What has come in, by source; what it adds to. Instants in milliseconds since 1970. */
export interface IntakeRow {
	source: string;
	receivedAt: number;
	newestAt: number | null;
	calls: number;
	read: number;
	refused: number;
}

export async function listIntake({ db }: Pick<Database, 'db'>): Promise<SourceIntake[]> {
	return db.select().from(intakeTable).orderBy(asc(intakeTable.source));
}

/** Adds to what is known of each source. Its delay is that of the last records that told of something new. */
export async function addIntake({ sql }: Pick<Database, 'sql'>, rows: IntakeRow[]): Promise<void> {
	if (rows.length === 0) return;
	const given = rows.map(({ source, receivedAt, newestAt, ...counts }) => ({
		...counts,
		source: source.replaceAll('\0', '\ufffd').toWellFormed(),
		received_at: receivedAt,
		newest_at: newestAt
	}));
	await sql`
		insert into intake as known (source, received_at, newest_at, delay_ms, calls, read, refused)
		select source, to_timestamp(received_at / 1000), to_timestamp(newest_at / 1000), received_at - newest_at,
			calls, read, refused
		from json_to_recordset(${JSON.stringify(given)}::text::json)
			j(source text, received_at float8, newest_at float8, calls bigint, read bigint, refused bigint)
		on conflict (source) do update set
			received_at = greatest(known.received_at, excluded.received_at),
			delay_ms = case when excluded.newest_at > known.newest_at or known.newest_at is null
				then excluded.delay_ms else known.delay_ms end,
			newest_at = greatest(known.newest_at, excluded.newest_at),
			calls = known.calls + excluded.calls,
			read = known.read + excluded.read,
			refused = known.refused + excluded.refused`;
}
