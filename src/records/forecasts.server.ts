import type { ForecastDate, ForecastHour } from '#model/forecast.ts';
import { dateOfDay, dayNumber } from '#time/dates.ts';
import type { Database } from './database.server.ts';
import { fromForecastJson, toForecastJson, type ForecastJson } from './forecastJson.ts';

const dayMs = 86_400_000;

/**
 * The hours of a queue from `fromAt` (in) to `toAt` (out) that a forecast was stored for, in order: those of today and
 * of the four weeks after it, or none where too little is known of the queue.
 */
export async function readForecast(
	database: Pick<Database, 'sql'>,
	queueId: number,
	fromAt: number,
	toAt: number
): Promise<ForecastHour[]> {
	// No zone is a day away from UTC.
	const [first, last] = [Math.floor(fromAt / dayMs) - 1, Math.floor(toAt / dayMs) + 1];
	const dates = await readForecastDates(database, queueId, dateOfDay(first), dateOfDay(last));
	return dates.flatMap(({ hours }) => hours.filter(({ startAt }) => fromAt <= startAt && startAt < toAt));
}

/** The same by day, both dates in. */
export async function readForecastDates(
	{ sql }: Pick<Database, 'sql'>,
	queueId: number,
	fromDate: string,
	toDate: string
): Promise<ForecastDate[]> {
	const rows = await sql<{ day: number; madeAt: number; expected: ForecastJson }[]>`
		select day, (extract(epoch from made_at) * 1000)::float8 "madeAt", expected from forecast
		where queue_id = ${queueId} and day between ${dayNumber(fromDate)} and ${dayNumber(toDate)} order by day`;
	return rows.map(({ day, madeAt, expected }) => fromForecastJson(dateOfDay(day), madeAt, expected));
}

/** Puts a queue's forecast in the place of what was stored before; without days there is none any more. */
export async function replaceForecast(
	{ sql }: Pick<Database, 'sql'>,
	queueId: number,
	dates: readonly ForecastDate[]
): Promise<void> {
	const rows = JSON.stringify(
		dates.map((date) => ({ d: dayNumber(date.date), m: date.madeAt, e: toForecastJson(date) }))
	);
	const days = dates.map(({ date }) => dayNumber(date));
	await sql.begin(async (transaction) => {
		await transaction`
			delete from forecast where queue_id = ${queueId}
				and not day = any (select value::int from json_array_elements_text(${JSON.stringify(days)}::text::json))`;
		await transaction`
			insert into forecast (queue_id, day, made_at, expected)
			select ${queueId}::int, d, to_timestamp(m / 1000), e
			from json_to_recordset(${rows}::text::json) j(d int, m float8, e json)
			on conflict (queue_id, day) do update set made_at = excluded.made_at, expected = excluded.expected`;
	});
}
