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
	const ended = answered + abandoned;
	switch (formula) {
		case 'answered_only':
			return { numerator: answeredWithin, denominator: answered };
		case 'credited':
			return { numerator: answeredWithin + abandonedWithin, denominator: ended };
		case 'strict':
			return { numerator: answeredWithin, denominator: ended };
		case 'late_abandons':
			return { numerator: answeredWithin, denominator: ended - abandonedWithin };
		case 'short_removed':
			return { numerator: answeredWithin, denominator: ended - shortAbandoned };
		case 'short_credited':
			return { numerator: answeredWithin + shortAbandoned, denominator: ended };
	}
}
