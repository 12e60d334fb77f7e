import type { ForecastMethod, KeptForecast } from '#model/forecast.ts';
import type { Database } from './database.server.ts';

type Connection = Pick<Database, 'sql'>;

/** What was said of a queue's days (since 1970), the first in and the last out, by day. */
export async function readKept(
	{ sql }: Connection,
	queueId: number,
	fromDay: number,
	toDay: number
): Promise<KeptForecast[]> {
	const rows = await sql<KeptRow[]>`
		select day, ahead, replayed, method, expected from kept_forecast
		where queue_id = ${queueId} and day >= ${fromDay} and day < ${toDay} order by day, ahead`;
	return rows.map(({ expected, ...row }) => ({ ...row, ...expected }));
}

/** Keeps forecasts; what has been said before of the same day at the same distance stays as it was said. */
export async function keep(
	{ sql }: Connection,
	queueId: number,
	kept: readonly KeptForecast[]
): Promise<void> {
	const rows = kept.map(({ calls, p10, p90, total, ...row }) => ({
		...row,
		expected: { calls, p10, p90, total }
	}));
	await sql`
		insert into kept_forecast (queue_id, day, ahead, replayed, method, expected)
		select ${queueId}::int, day, ahead, replayed, method, expected
		from json_to_recordset(${JSON.stringify(rows)}::text::json)
			j(day int, ahead smallint, replayed boolean, method text, expected json)
		on conflict (queue_id, day, ahead) do nothing`;
}

/** Drops what was said of days before this one, and with `replayed` all that was only replayed. */
export async function dropKept(
	{ sql }: Connection,
	queueId: number,
	{ beforeDay, replayed = false }: { beforeDay: number; replayed?: boolean }
): Promise<void> {
	await sql`
		delete from kept_forecast
		where queue_id = ${queueId} and (day < ${beforeDay} or (${replayed} and replayed))`;
}

interface KeptRow extends Pick<KeptForecast, 'day' | 'ahead' | 'replayed'> {
	method: ForecastMethod;
	expected: Pick<KeptForecast, 'calls' | 'p10' | 'p90' | 'total'>;
}
