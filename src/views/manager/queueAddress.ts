import { grains, type Grain } from '#model/load.ts';
import type { Measure } from '#texts/peaks.ts';
import { addDays, isDate } from '#time/zone.ts';

/** What the address of a queue's page says, made whole: every reader of the same address sees the same. */
export interface QueueAddress {
	/** Both are in. */
	fromDate: string;
	toDate: string;
	grain: Grain;
	measure: Measure;
	weeks: number;
	/** The hour of the week whose days are shown. */
	cell: { weekday: number; hour: number } | null;
	/** Of today. */
	step: TodayStep;
}

export const todaySteps = ['hour', 'quarter'] as const;
export type TodayStep = (typeof todaySteps)[number];

export const measures: Measure[] = ['load', 'p50', 'p90', 'abandonment', 'serviceLevel', 'agents'];
export const weekChoices = [4, 8, 13];

/** At most so many days fit into one chart of a grain. */
const mostDays: Record<Grain, number> = { quarter: 8, hour: 33, day: 800, week: 5_600, month: 22_000 };

/**
 * Reads `from`, `to` (dates, both in), `grain`, `measure`, `weeks`, `cell` (`1-9`: Monday, 9 o'clock) and `step`. What is missing or makes no sense gives way to
 * the default: the last seven days by hour, load, eight weeks. A range too long for its grain gets a coarser one.
 */
export function queueAddress(query: URLSearchParams, today: string): QueueAddress {
	const asked = { from: dateIn(query, 'from'), to: dateIn(query, 'to') };
	const toDate = asked.to ?? (asked.from && asked.from > today ? asked.from : today);
	const fromDate = asked.from ?? addDays(toDate, -6);
	const [first, last] = fromDate <= toDate ? [fromDate, toDate] : [toDate, fromDate];
	const days = daysBetween(first, last);
	const grain = grains.find((name) => name === query.get('grain')) ?? 'hour';
	return {
		fromDate: days > mostDays.month ? addDays(last, 1 - mostDays.month) : first,
		toDate: last,
		grain: fittingGrain(grain, days),
		measure: measures.find((name) => name === query.get('measure')) ?? 'load',
		weeks: weekChoices.find((weeks) => String(weeks) === query.get('weeks')) ?? 8,
		cell: cellIn(query),
		step: todaySteps.find((step) => step === query.get('step')) ?? 'hour'
	};
}

/** All of an address in its own words, so that it says the same tomorrow. */
export function pinnedAddress({ fromDate, toDate, grain, measure, weeks, cell, step }: QueueAddress) {
	return {
		from: fromDate,
		to: toDate,
		grain,
		measure,
		weeks: String(weeks),
		step,
		...(cell && { cell: `${cell.weekday}-${cell.hour}` })
	};
}

/** The asked grain, or the finest coarser one with at most 800 bars. */
function fittingGrain(grain: Grain, days: number): Grain {
	const coarser = grains.slice(grains.indexOf(grain));
	return coarser.find((name) => days <= mostDays[name]) ?? 'month';
}

function cellIn(query: URLSearchParams): QueueAddress['cell'] {
	const [, weekday, hour] = /^([1-7])-(\d|1\d|2[0-3])$/.exec(query.get('cell') ?? '') ?? [];
	return weekday && hour ? { weekday: Number(weekday), hour: Number(hour) } : null;
}

function dateIn(query: URLSearchParams, name: string): string | null {
	const text = query.get(name);
	return text && isDate(text) && text >= '1970-01-02' && text < '2200-01-01' ? text : null;
}

function daysBetween(from: string, to: string): number {
	return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
}
