import { patienceCurve, type PatienceCurve } from '#analysis/patienceCurve.ts';
import { waitCourse, type WaitMoment } from '#analysis/waitCourse.ts';
import type { WaitEnds } from '#analysis/waitEnds.ts';
import type { Tally } from '#rollups/tally.ts';
import { waitEndsOf } from './waitEnds.ts';

/** All that is known of the waits of a range. */
export interface WaitFigures {
	ends: WaitEnds[];
	course: WaitMoment[];
	patience: PatienceCurve;
	callers: number;
}

export function waitFigures(tally: Tally): WaitFigures {
	const ends = waitEndsOf(tally);
	return {
		ends,
		course: waitCourse(ends),
		patience: patienceCurve(ends),
		callers: tally.answered + tally.abandoned
	};
}

/** Waits that tables name, in seconds. */
const named = [0, 5, 10, 20, 30, 45, 60, 90, 120, 180, 240, 300, 420, 600, 900, 1200, 1800, 3600, 7200];

/** The named waits up to the first that no caller exceeded. */
export function namedWaits({ ends }: Pick<WaitFigures, 'ends'>): number[] {
	const longest = ends.at(-1)?.seconds ?? 0;
	const last = named.findIndex((seconds) => seconds >= longest);
	return last === -1 ? named : named.slice(0, last + 1);
}
