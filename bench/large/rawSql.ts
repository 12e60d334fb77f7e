import type { Grain } from '#model/load.ts';
import { addDays, dayStart } from '#time/zone.ts';
import { zone } from './fill.ts';

/** Dates; the second is out. */
export interface Range {
	from: string;
	until: string;
}

/** Seconds. */
export const waited = `date_part('epoch', case when outcome = 'answered' then answered_at else ended_at end) - date_part('epoch', enqueued_at)`;
const quantiles = [50, 90]
	.map(
		(p) =>
			`percentile_cont(0.${p}) within group (order by case when outcome in ('answered', 'abandoned') then ${waited} end) w${p}`
	)
	.join(', ');
const wall = `(enqueued_at at time zone '${zone}')`;
const where = (queueIds: number[], { from, until }: Range) =>
	`queue_id in (${queueIds.join()}) and outcome <> 'deleted' and enqueued_at >= timestamptz '${instant(from)}' and enqueued_at < timestamptz '${instant(until)}'`;

const quarter = `date_trunc('hour', ${wall}) + floor(date_part('minute', ${wall}) / 15) * interval '15 minutes'`;

export function loadSql(queueIds: number[], range: Range, grain: Grain): string {
	return figuresSql(queueIds, range, grain === 'quarter' ? quarter : `date_trunc('${grain}', ${wall})`);
}

/** The figures of a load row, by anything. */
export function figuresSql(queueIds: number[], range: Range, by: string): string {
	return `
		select ${by} part, count(*) offered,
			count(*) filter (where outcome = 'answered') answered,
			count(*) filter (where outcome = 'abandoned') abandoned,
			count(*) filter (where outcome = 'abandoned' and ${waited} <= 5) short_abandoned,
			count(*) filter (where outcome in ('overflowed', 'timed_out', 'callback', 'voicemail')) flowed_out,
			count(*) filter (where outcome = 'answered' and ${waited} <= 20) answered_within,
			count(*) filter (where outcome = 'abandoned' and ${waited} <= 20) abandoned_within,
			avg(case when outcome = 'answered' then ${waited} end) asa, ${quantiles},
			max(case when outcome = 'answered' then ${waited} end) longest_answered,
			max(case when outcome = 'abandoned' then ${waited} end) longest_abandoned,
			sum(talk_seconds) as talk_sum, sum(hold_seconds) as hold_sum, sum(wrap_seconds) as wrap_sum
		from call where ${where(queueIds, range)} group by 1 order by 1`;
}

export function peaksSql(queueIds: number[], range: Range): string {
	return `
		select date_part('isodow', ${wall}) weekday, date_part('hour', ${wall}) hour_of_day, count(*) offered,
			count(*) filter (where outcome = 'answered') answered,
			count(*) filter (where outcome = 'abandoned') abandoned, ${quantiles}
		from call where ${where(queueIds, range)} group by 1, 2 order by 1, 2`;
}

/** Only how many calls, by quarter hour of some days. */
export function countsSql(queueIds: number[], dates: string[]): string {
	const days = dates.map((date) => `(${where(queueIds, { from: date, until: addDays(date, 1) })})`);
	return `select queue_id, ${quarter} part, count(*) offered from call where ${days.join(' or ')} group by 1, 2`;
}

export function callsSql(queueIds: number[], range: Range): string {
	return `select * from call where ${where(queueIds, range)} order by enqueued_at desc limit 100`;
}

function instant(date: string): string {
	return new Date(dayStart(zone, date)).toISOString();
}
