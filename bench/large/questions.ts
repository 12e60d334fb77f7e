import { addDays, dayStart } from '#time/zone.ts';
import { untilDate, zone } from './fill.ts';

/** A question of a manager, as the API answers it and as SQL over the records does. */
export interface Question {
	name: string;
	/** After `/api/v1/queues/{queue}/`. */
	path: string;
	/** Of PostgreSQL and of DuckDB: the same. Null: SQL alone does not answer it. */
	sql: ((queueIds: number[]) => string) | null;
	/** All queues together, or one. */
	all: boolean;
}

const month = '2026-10-01';
const year = '2025-11-01';
const decade = '2016-11-01';

export const questions: Question[] = [
	load('a month by hour', month, 'hour'),
	load('a year by day', year, 'day'),
	load('ten years by month', decade, 'month'),
	{ ...load('a year by day, all 20 queues', year, 'day'), all: true },
	{ ...load('ten years by month, all 20 queues', decade, 'month'), all: true },
	peaks('peaks, 8 weeks', 8),
	peaks('peaks, 52 weeks', 52),
	{ name: 'special days, a year', path: 'special-days?year=2026', sql: null, all: false }
];

const waited = `date_part('epoch', case when outcome = 'answered' then answered_at else ended_at end) - date_part('epoch', enqueued_at)`;
const quantiles = [50, 90]
	.map(
		(p) =>
			`percentile_cont(0.${p}) within group (order by case when outcome in ('answered', 'abandoned') then ${waited} end) w${p}`
	)
	.join(', ');
const wall = `(enqueued_at at time zone '${zone}')`;
const where = (queueIds: number[], from: string) =>
	`queue_id in (${queueIds.join()}) and outcome <> 'deleted' and enqueued_at >= timestamptz '${instant(from)}' and enqueued_at < timestamptz '${instant(untilDate)}'`;

function load(name: string, from: string, grain: string): Question {
	return {
		name: `load, ${name}`,
		path: `load?from=${from}&to=${untilDate}&grain=${grain}`,
		all: false,
		sql: (queueIds) => `
			select date_trunc('${grain}', ${wall}) start_at, count(*) offered,
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
			from call where ${where(queueIds, from)} group by 1 order by 1`
	};
}

function peaks(name: string, weeks: number): Question {
	const from = addDays(untilDate, -7 * weeks);
	return {
		name,
		path: `peaks?weeks=${weeks}&until=${untilDate}`,
		all: false,
		sql: (queueIds) => `
			select date_part('isodow', ${wall}) weekday, date_part('hour', ${wall}) hour_of_day, count(*) offered,
				count(*) filter (where outcome = 'answered') answered,
				count(*) filter (where outcome = 'abandoned') abandoned, ${quantiles}
			from call where ${where(queueIds, from)} group by 1, 2 order by 1, 2`
	};
}

function instant(date: string): string {
	return new Date(dayStart(zone, date)).toISOString();
}
