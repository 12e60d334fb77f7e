import type { WaitEnds } from './waitEnds.ts';

/** Of callers who were answered or gave up: what had become of them after so many seconds. Shares add up to 1. */
export interface WaitMoment {
	seconds: number;
	waiting: number;
	answered: number;
	gone: number;
}

/** The course of a wait, from all callers still waiting to none; empty without callers. `ends` in order of time. */
export function waitCourse(ends: readonly WaitEnds[]): WaitMoment[] {
	const total = ends.reduce((sum, { answered, abandoned }) => sum + answered + abandoned, 0);
	if (total <= 0) return [];
	let [answered, gone] = [0, 0];
	return ends.map((end) => {
		answered += end.answered;
		gone += end.abandoned;
		return {
			seconds: end.seconds,
			waiting: (total - answered - gone) / total,
			answered: answered / total,
			gone: gone / total
		};
	});
}

/** What had become of them after `seconds`. */
export function momentAt(course: readonly WaitMoment[], seconds: number): WaitMoment {
	const last = course.findLast((moment) => moment.seconds <= seconds);
	return { ...(last ?? { waiting: 1, answered: 0, gone: 0 }), seconds };
}
