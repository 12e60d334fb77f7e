import type { Database } from './database.server.ts';

type Connection = Pick<Database, 'sql'>;

/** What forecasting a queue goes on from; `learned` is the forecaster's own affair. */
export interface ForecastState<Learned> {
	/** The product's time, ms. */
	madeAt: number;
	/** The last day (since 1970, in the queue's zone) of which a forecast was made before it began, or as if. */
	madeOn: number;
	learned: Learned;
}

/** When each queue was forecast last, ms; queues never looked at are not among them. */
export async function forecastTimes({ sql }: Connection): Promise<Map<number, number>> {
	const rows = await sql<{ queueId: number; madeAt: number }[]>`
		select queue_id "queueId", (extract(epoch from made_at) * 1000)::float8 "madeAt" from forecast_state`;
	return new Map(rows.map(({ queueId, madeAt }) => [queueId, madeAt]));
}

export async function readForecastState<Learned>(
	{ sql }: Connection,
	queueId: number
): Promise<ForecastState<Learned> | null> {
	const [row] = await sql<ForecastState<Learned>[]>`
		select (extract(epoch from made_at) * 1000)::float8 "madeAt", made_on "madeOn", learned from forecast_state
		where queue_id = ${queueId}`;
	return row ?? null;
}

export async function writeForecastState<Learned>(
	{ sql }: Connection,
	queueId: number,
	{ madeAt, madeOn, learned }: ForecastState<Learned>
): Promise<void> {
	await sql`
		insert into forecast_state (queue_id, made_at, made_on, learned)
		values (${queueId}, to_timestamp(${madeAt}::float8 / 1000), ${madeOn}, ${JSON.stringify(learned)}::text::json)
		on conflict (queue_id) do update
		set made_at = excluded.made_at, made_on = excluded.made_on, learned = excluded.learned`;
}
