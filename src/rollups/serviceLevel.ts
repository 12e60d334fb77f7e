import type { ServiceLevelFormula } from '#model/queue.ts';

/** What the six formulas are made of: counts of calls in one range. */
export interface ServiceLevelCounts {
	answered: number;
	abandoned: number;
	answeredWithin: number;
	abandonedWithin: number;
	shortAbandoned: number;
}

/** The service level as a fraction under one of the six formulas in use, null when its denominator is 0. */
export function serviceLevel(formula: ServiceLevelFormula, counts: ServiceLevelCounts): number | null {
	const { numerator, denominator } = serviceLevelParts(formula, counts);
	return denominator > 0 ? numerator / denominator : null;
}

/**
 * The counts above and below the line of a formula.
 * Who uses which: answered_only Asterisk, Wazo, VICIdial; credited Asterisk "perf2", Cisco positive; strict Genesys
 * base, Cisco negative; late_abandons Cisco ignore, XCally; short_removed Talkdesk; short_credited ICMI.
 */
export function serviceLevelParts(
	formula: ServiceLevelFormula,
	{ answered, abandoned, answeredWithin, abandonedWithin, shortAbandoned }: ServiceLevelCounts
): { numerator: number; denominator: number } {
	const fractions: Record<ServiceLevelFormula, [numerator: number, denominator: number]> = {
		answered_only: [answeredWithin, answered],
		credited: [answeredWithin + abandonedWithin, answered + abandoned],
		strict: [answeredWithin, answered + abandoned],
		late_abandons: [answeredWithin, answered + abandoned - abandonedWithin],
		short_removed: [answeredWithin, answered + abandoned - shortAbandoned],
		short_credited: [answeredWithin + shortAbandoned, answered + abandoned]
	};
	const [numerator, denominator] = fractions[formula];
	return { numerator, denominator };
}
