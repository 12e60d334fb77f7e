import type { WaitEnds } from './waitEnds.ts';

/** Callers whose wait was above `from` and at most `to` seconds; the first class is of those who need not wait at all. */
export interface WaitClass {
	from: number;
	/** null: any longer. */
	to: number | null;
	answered: number;
	abandoned: number;
}

/** Ends of classes. Each is an end of a bin too (rollups/waitBins.ts), so that classes are exact. */
const edges = [0, 5, 10, 20, 30, 60, 120, 180, 300, 600, 1200, 1800, 3600];

/** How waits are spread, in classes that widen as waits do; those behind the longest wait are left out. */
export function waitClasses(ends: readonly WaitEnds[]): WaitClass[] {
	const classes: WaitClass[] = [...edges, null].map((to, i) => ({
		from: edges[i - 1] ?? 0,
		to,
		answered: 0,
		abandoned: 0
	}));
	for (const { seconds, answered, abandoned } of ends) {
		const own = classes.find(({ to }) => to === null || seconds <= to);
		if (!own) continue;
		own.answered += answered;
		own.abandoned += abandoned;
	}
	const last = classes.findLastIndex(({ answered, abandoned }) => answered + abandoned > 0);
	return classes.slice(0, last + 1);
}
