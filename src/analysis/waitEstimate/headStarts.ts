import type { Caller } from './waitEvent.ts';

/**
 * Who is served before whom. Phone systems read priority in two ways: strictly, or as a head start of so many seconds.
 * Which one holds between two priorities is learned from every answer that one of them gets while the other waits.
 * Until then it is strict, as the call record says.
 */
export class HeadStarts {
	#rules = new Map<string, { seconds: number; score: number }[]>();

	/** Whether `a` is served before `b`. */
	isBefore(a: Caller, b: Caller): boolean {
		if (a.priority === b.priority) return a.enqueuedAt <= b.enqueuedAt;
		const [high, low] = a.priority > b.priority ? [a, b] : [b, a];
		return aheadBy(high, low, this.#seconds(high, low)) === (high === a);
	}

	/** `answered` was preferred to those who still wait, in order of arrival: of each priority the first tells most. */
	learn(answered: Caller, waiting: Iterable<Caller>): void {
		const seen = new Set([answered.priority]);
		for (const other of waiting) {
			if (seen.has(other.priority)) continue;
			seen.add(other.priority);
			const [high, low] = answered.priority > other.priority ? [answered, other] : [other, answered];
			// Who is of higher priority and came first goes first under every rule.
			if (high.enqueuedAt <= low.enqueuedAt && high === answered) continue;
			for (const rule of this.#rulesOf(high, low)) {
				const isRight = aheadBy(high, low, rule.seconds) === (high === answered);
				rule.score = rule.score * memory + (isRight ? 1 : 0);
			}
		}
	}

	#seconds(high: Caller, low: Caller): number {
		let best = { seconds: Infinity, score: -Infinity };
		for (const rule of this.#rulesOf(high, low)) if (rule.score > best.score) best = rule;
		return best.seconds;
	}

	#rulesOf(high: Caller, low: Caller) {
		const pair = `${high.priority} ${low.priority}`;
		const known = this.#rules.get(pair);
		if (known) return known;
		const rules = headStarts.map((seconds) => ({ seconds, score: 0 }));
		this.#rules.set(pair, rules);
		return rules;
	}
}

/** In seconds, the likeliest before anything is known first. */
const headStarts = [Infinity, 0, 15, 30, 45, 60, 90, 120, 180, 300, 600];

/** Old answers fade, so that a change of the rule is found within a few hundred of them. */
const memory = 0.998;

function aheadBy(high: Caller, low: Caller, seconds: number): boolean {
	return high.enqueuedAt - seconds * 1000 <= low.enqueuedAt;
}
