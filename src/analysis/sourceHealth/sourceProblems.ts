import type { SourceGap } from './sourceGaps.ts';

/** Why figures of a source's queues may be incomplete, or wrong. */
export type SourceProblem =
	| { kind: 'silent'; sinceAt: number }
	| { kind: 'refused'; refused: number; of: number }
	| { kind: 'ahead'; seconds: number | null; refused: number }
	| { kind: 'late'; delaySeconds: number; usualSeconds: number };

/** What came of a source in the last hour, and usually. */
export interface SourceLately {
	read: number;
	refused: number;
	/** Refused because they were from the future. */
	fromFuture: number;
	leastDelayMs: number | null;
	mostAheadMs: number | null;
	usualDelayMs: number | null;
}

const fewestRefused = 10;
const refusedShare = 0.05;
/** Clocks that are kept by the network are within a second; a minute is no rounding. */
const leastAheadMs = 60_000;
/** Whoever is late by so much usually sends histories or nightly files: that is no problem, but how it is. */
const promptMs = 5 * 60_000;
const leastLateMs = 10 * 60_000;

/** What is wrong with a source now, the gravest first. */
export function sourceProblems(
	{ read, refused, fromFuture, leastDelayMs, mostAheadMs, usualDelayMs }: SourceLately,
	gaps: readonly SourceGap[]
): SourceProblem[] {
	const problems: SourceProblem[] = [];
	const open = gaps.find(({ toAt }) => toAt === null);
	if (open) problems.push({ kind: 'silent', sinceAt: open.fromAt });
	const all = read + refused;
	if (refused >= fewestRefused && refused >= refusedShare * all)
		problems.push({ kind: 'refused', refused, of: all });
	const isAhead = mostAheadMs !== null && mostAheadMs >= leastAheadMs;
	if (isAhead || fromFuture > 0)
		problems.push({
			kind: 'ahead',
			seconds: isAhead ? Math.round(mostAheadMs / 1000) : null,
			refused: fromFuture
		});
	const isUsuallyPrompt = usualDelayMs !== null && usualDelayMs <= promptMs;
	if (isUsuallyPrompt && leastDelayMs !== null && leastDelayMs >= leastLateMs)
		problems.push({
			kind: 'late',
			delaySeconds: Math.round(leastDelayMs / 1000),
			usualSeconds: Math.round(usualDelayMs / 1000)
		});
	return problems;
}
