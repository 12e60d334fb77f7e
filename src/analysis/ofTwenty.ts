import type { Queue } from '#model/queue.ts';
import { comingDays } from './comingHours.ts';
import { levels } from './levels.ts';
import { publicStep } from './publicSteps.ts';
import type { TypicalHour, TypicalHours } from './typicalHours.ts';

/** How the waits of one hour spread over twenty of its callers. */
export interface Spread {
	/** When the hour begins, or now where it has begun. */
	startAt: number;
	/** So many of twenty callers waited less than so many minutes: rising, one step for each different wait. */
	steps: { callers: number; minutes: number }[];
}

/**
 * Of twenty callers 10, 16 and 18 by the waits that they stayed under: the median, the 80th and the 90th percentile,
 * each rounded up to the public steps. The counts are always these, whatever came in, so they tell nobody how many
 * calls an hour has; people read such dots more surely than a percentage (Kay et al. 2016, quantile dotplots).
 */
export function ofTwenty({ medianMs, mostMs, nearlyAllMs }: TypicalHour): Spread['steps'] {
	const steps: Spread['steps'] = [];
	for (const { callers, waitMs } of [
		{ callers: 18, waitMs: nearlyAllMs },
		{ callers: 16, waitMs: mostMs },
		{ callers: 10, waitMs: medianMs }
	]) {
		const minutes = publicStep(waitMs);
		if (minutes !== null && minutes !== steps[0]?.minutes) steps.unshift({ callers, minutes });
	}
	return steps;
}

/** The spread of the present hour; when closed, of the hour in which the line opens. Null where too little is known. */
export function spreadNow(queue: Queue, now: number, typical: TypicalHours): Spread | null {
	if (!queue.public.parts.now) return null;
	const hours = comingDays(queue, now, typical, levels(queue, typical)).flatMap((day) => day.hours);
	const hour = hours.find(({ spans }) => spans.length > 0);
	const startAt = hour?.spans[0]?.startAt;
	const steps = hour?.typical ? ofTwenty(hour.typical) : [];
	return startAt === undefined || steps.length === 0 ? null : { startAt, steps };
}
