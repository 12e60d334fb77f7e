import type { DayKind } from '#model/publicAnswer.ts';
import type { Bilingual, Queue } from '#model/queue.ts';
import { calendarFor, isMonthEnd, type Place } from '#time/calendar.ts';

export interface KindOfDay {
	kind: DayKind;
	/** The weekday whose hours and callers the day has, 1 = Monday: of a make-up workday the one it stands for. */
	weekday: number;
	/** The holiday's name. */
	name: Bilingual | null;
}

/**
 * What kind of day a date is for a queue. A day has one kind: what the calendar says comes first, and only an
 * ordinary workday among the last `month_end_days` of its month is a month end.
 */
export function dayKind(queue: Place & Pick<Queue, 'month_end_days'>, date: string): KindOfDay {
	const day = calendarFor(queue)(date);
	const kind = day.kind === 'workday' && isMonthEnd(date, queue.month_end_days) ? 'month_end' : day.kind;
	return { kind, weekday: day.standsFor, name: day.name };
}
