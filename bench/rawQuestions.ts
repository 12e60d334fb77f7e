import type { Database } from '#records/database.server.ts';

export interface Range {
	queue: string;
	zone: string;
	fromAt: number;
	toAt: number;
}

/** The rows of `load` asked of the records themselves (metrics.md), as one would without rollups. */
export function rawLoad(
	{ sql }: Database,
	{ queue, zone, fromAt, toAt }: Range,
	grain: 'hour' | 'day'
): Promise<readonly unknown[]> {
	return sql`
		select date_trunc(${grain}, enqueued_at, ${zone}) as start, count(*) as offered,
			count(*) filter (where outcome = 'answered') as answered,
			count(*) filter (where outcome = 'abandoned') as abandoned,
			count(*) filter (where outcome = 'abandoned' and ended_at - enqueued_at <= interval '5 s') as short_abandoned,
			count(*) filter (where outcome in ('overflowed', 'timed_out', 'callback', 'voicemail')) as flowed_out,
			count(*) filter (where outcome = 'rejected') as rejected, count(*) filter (where outcome = 'lost') as lost,
			count(*) filter (where outcome = 'waiting') as waiting,
			count(*) filter (where outcome = 'answered' and answered_at - enqueued_at <= interval '20 s') as answered_within,
			count(*) filter (where outcome = 'abandoned' and ended_at - enqueued_at <= interval '20 s') as abandoned_within,
			avg(extract(epoch from answered_at - enqueued_at)) filter (where outcome = 'answered') as asa,
			${sql.unsafe(waitQuantiles)},
			max(answered_at - enqueued_at) filter (where outcome = 'answered') as longest_answered,
			max(ended_at - enqueued_at) filter (where outcome = 'abandoned') as longest_abandoned,
			sum(talk_seconds) as talk, sum(hold_seconds) as hold, sum(wrap_seconds) as wrap,
			count(*) filter (where repeat) as repeat_callers
		from call
		where queue_id = (select id from queue where slug = ${queue}) and outcome <> 'deleted'
			and enqueued_at >= to_timestamp(${fromAt}::float8 / 1000) and enqueued_at < to_timestamp(${toAt}::float8 / 1000)
		group by 1 order by 1`;
}

/** The cells of `peaks` asked of the records themselves. */
export function rawPeaks(
	{ sql }: Database,
	{ queue, zone, fromAt, toAt }: Range
): Promise<readonly unknown[]> {
	return sql`
		with waited as (
			select *, enqueued_at at time zone ${zone} as wall from call
			where queue_id = (select id from queue where slug = ${queue}) and outcome <> 'deleted'
				and enqueued_at >= to_timestamp(${fromAt}::float8 / 1000) and enqueued_at < to_timestamp(${toAt}::float8 / 1000)
		)
		select extract(isodow from wall) as weekday, extract(hour from wall) as hour, count(*) as offered,
			count(*) filter (where outcome = 'answered') as answered,
			count(*) filter (where outcome = 'abandoned') as abandoned, ${sql.unsafe(waitQuantiles)}
		from waited group by 1, 2 order by 1, 2`;
}

const waitSeconds = `extract(epoch from case outcome when 'answered' then answered_at else ended_at end - enqueued_at)`;
const waitQuantiles = [50, 90]
	.map(
		(percent) => `percentile_cont(0.${percent}) within group (order by ${waitSeconds})
			filter (where outcome in ('answered', 'abandoned')) as wait_p${percent}`
	)
	.join(', ');
