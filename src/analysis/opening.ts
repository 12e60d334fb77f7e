import type { Queue } from '#model/queue.ts';
import { nextOpening, openAt, openUntil } from '#time/serviceHours.ts';
import type { ComingDay } from './comingHours.ts';

export interface Opening {
	now: boolean;
	untilAt: number | null;
	nextAt: number | null;
	/** Why it is closed; null while open. */
	reason: 'holiday' | 'outside_hours' | 'no_hours' | null;
}

/** Whether the line is open, until when, when it opens next (when open: after this opening), and if not, why not. */
export function opening(queue: Queue, asOf: number, [today]: ComingDay[]): Opening {
	const now = openAt(queue, asOf);
	const nextAt = nextOpening(queue, asOf);
	const allDay = today?.kind === 'holiday' && today.open.length === 0;
	const closed = nextAt === null ? 'no_hours' : allDay ? 'holiday' : 'outside_hours';
	return { now, untilAt: openUntil(queue, asOf), nextAt, reason: now ? null : closed };
}
