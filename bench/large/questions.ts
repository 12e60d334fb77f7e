import type { Grain } from '#model/load.ts';
import { monthStart } from '#time/dates.ts';
import { addDays } from '#time/zone.ts';
import { loadSql, peaksSql, type Range } from './rawSql.ts';

/** A question of a manager, as the product answers it and as SQL over the records does. */
export interface Question {
	name: string;
	/** After `/api/v1/queues/{queue}/`, or of a page after `/dashboard/{queue}`. */
	path: string;
	/** Of PostgreSQL and of DuckDB: the same statements. Null: SQL alone does not answer it. */
	sql: ((queueIds: number[]) => string[]) | null;
	/** All queues together, or one. */
	all: boolean;
}

/** Of a past until the start of a day. */
export function questionsOf(today: string): Question[] {
	const firstOfMonth = monthStart(today);
	const month = { from: monthStart(today, -1), until: firstOfMonth };
	const year = { from: addDays(today, -365), until: today };
	const decade = { from: monthStart(today, -119), until: firstOfMonth };
	return [
		load('a month by hour', month, 'hour'),
		load('a year by day', year, 'day'),
		load('ten years by month', decade, 'month'),
		{ ...load('a year by day, all 20 queues', year, 'day'), all: true },
		{ ...load('ten years by month, all 20 queues', decade, 'month'), all: true },
		peaks('peaks, 8 weeks', today, 8),
		peaks('peaks, 52 weeks', today, 52),
		{
			name: 'special days, a year',
			path: `special-days?year=${today.slice(0, 4)}`,
			sql: (queueIds) => [loadSql(queueIds, { from: addDays(today, -2 * 365), until: today }, 'day')],
			all: false
		}
	];
}

function load(name: string, range: Range, grain: Grain): Question {
	return {
		name: `load, ${name}`,
		path: `load?from=${range.from}&to=${range.until}&grain=${grain}`,
		all: false,
		sql: (queueIds) => [loadSql(queueIds, range, grain)]
	};
}

function peaks(name: string, until: string, weeks: number): Question {
	return {
		name,
		path: `peaks?weeks=${weeks}&until=${until}`,
		all: false,
		sql: (queueIds) => [peaksSql(queueIds, { from: addDays(until, -7 * weeks), until })]
	};
}
