import type { LoadRow } from '#model/load.ts';
import type { ServiceLevel } from '#model/queue.ts';
import type { Interval } from '#time/intervals.ts';
import { formatInstant } from '#time/zone.ts';
import { flowedOut, offered, type Tally } from './tally.ts';
import { serviceLevel, serviceLevelParts } from './serviceLevel.ts';
import { countWithin, quantileMs } from './waits.ts';

/** A range's sums as the row that the API and the pages show: counts, and rates that are null over nothing. */
export function loadRow(tally: Tally, level: ServiceLevel, zone: string, interval: Interval): LoadRow {
	const within = withinThreshold(tally, level);
	return {
		start: formatInstant(zone, interval.startAt),
		end: formatInstant(zone, interval.endAt),
		...figures(tally, within, level)
	};
}

/** Callers answered or gone within the thresholds of a service level. */
export interface Within {
	answeredWithin: number;
	abandonedWithin: number;
	shortAbandoned: number;
}

export function withinThreshold(tally: Tally, level: ServiceLevel): Within {
	return {
		answeredWithin: countWithin(tally.waits, 'answered', level.threshold_seconds),
		abandonedWithin: countWithin(tally.waits, 'abandoned', level.threshold_seconds),
		shortAbandoned: countWithin(tally.waits, 'abandoned', level.short_abandon_seconds)
	};
}

/** What a service level is the quotient of. */
export function levelParts(
	tally: Tally,
	level: ServiceLevel,
	within: Within = withinThreshold(tally, level)
): { numerator: number; denominator: number } {
	const { answered, abandoned } = tally;
	return serviceLevelParts(level.formula, { answered, abandoned, ...within });
}

/** The figures of a row without its times; several queues' rows add up by adding tallies and withins first. */
export function figures(tally: Tally, within: Within, level: ServiceLevel): Omit<LoadRow, 'start' | 'end'> {
	const wholeSeconds = tally.splitSeconds === 0;
	const shortRemoved = level.formula === 'short_removed' ? within.shortAbandoned : 0;
	const handledSeconds = tally.talkSeconds + tally.holdSeconds + tally.wrapSeconds;
	return {
		offered: offered(tally),
		answered: tally.answered,
		abandoned: tally.abandoned,
		short_abandoned: within.shortAbandoned,
		flowed_out: flowedOut(tally),
		rejected: tally.rejected,
		lost: tally.lost,
		waiting: tally.waiting,
		answered_within: within.answeredWithin,
		abandoned_within: within.abandonedWithin,
		service_level: serviceLevel(level.formula, {
			answered: tally.answered,
			abandoned: tally.abandoned,
			...within
		}),
		abandonment_rate: ratio(tally.abandoned - shortRemoved, tally.answered + tally.abandoned - shortRemoved),
		asa_seconds: ratio(tally.answeredWaitMs / 1000, tally.answered),
		wait_p50_seconds: seconds(quantileMs(tally.waits, 0.5, wholeSeconds)),
		wait_p90_seconds: seconds(quantileMs(tally.waits, 0.9, wholeSeconds)),
		longest_wait_answered_seconds: seconds(tally.longestAnsweredMs),
		longest_wait_abandoned_seconds: seconds(tally.longestAbandonedMs),
		aht_seconds: ratio(handledSeconds, tally.handled),
		talk_seconds: tally.talkSeconds,
		hold_seconds: tally.holdSeconds,
		wrap_seconds: tally.wrapSeconds,
		repeat_callers: tally.withCaller === 0 ? null : tally.repeatCallers
	};
}

function seconds(ms: number | null): number | null {
	return ms === null ? null : ms / 1000;
}

/** Nothing to divide by gives null: a closed or empty hour is neither 0 % nor 100 %. */
function ratio(numerator: number, denominator: number): number | null {
	return denominator > 0 ? numerator / denominator : null;
}
