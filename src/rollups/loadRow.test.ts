import { describe, expect, it } from 'vitest';
import { serviceLevelFormulas, type ServiceLevelFormula } from '#model/queue.ts';
import { figures, withinThreshold } from './loadRow.ts';
import { serviceLevel } from './serviceLevel.ts';
import { addCall, emptyTally, offered, type CountedCall } from './tally.ts';

const level = { threshold_seconds: 20, target: 0.8, formula: 'strict', short_abandon_seconds: 5 } as const;

const call = (changes: Partial<CountedCall>): CountedCall => ({
	enqueuedAt: 0,
	answeredAt: null,
	endedAt: null,
	outcome: 'waiting',
	talkSeconds: null,
	holdSeconds: null,
	wrapSeconds: null,
	caller: null,
	repeat: false,
	...changes
});

function rowOf(calls: CountedCall[], formula: ServiceLevelFormula = 'strict') {
	const tally = emptyTally();
	for (const one of calls) addCall(tally, one, 1);
	return figures(tally, withinThreshold(tally, level), { ...level, formula });
}

describe('serviceLevel', () => {
	it('gives the published check of the six formulas', () => {
		const counts = {
			answered: 1000,
			abandoned: 60,
			answeredWithin: 860,
			abandonedWithin: 20,
			shortAbandoned: 10
		};
		const percent = serviceLevelFormulas.map((formula) =>
			((serviceLevel(formula, counts) ?? 0) * 100).toFixed(3)
		);
		expect(percent).toEqual(['86.000', '83.019', '81.132', '82.692', '81.905', '82.075']);
	});

	it('is null where there is nothing to divide by', () => {
		const none = { answered: 0, abandoned: 0, answeredWithin: 0, abandonedWithin: 0, shortAbandoned: 0 };
		expect(serviceLevelFormulas.map((formula) => serviceLevel(formula, none))).toEqual(Array(6).fill(null));
	});
});

describe('figures', () => {
	it('of an empty hour are zeros and nulls, never 0 % or 100 %', () => {
		expect(rowOf([])).toMatchObject({
			offered: 0,
			service_level: null,
			abandonment_rate: null,
			asa_seconds: null,
			wait_p50_seconds: null,
			aht_seconds: null,
			repeat_callers: null
		});
	});

	it('offered is the sum of its outcomes', () => {
		const outcomes = [
			'waiting',
			'overflowed',
			'timed_out',
			'callback',
			'voicemail',
			'rejected',
			'lost'
		] as const;
		const row = rowOf([
			...outcomes.map((outcome) => call({ outcome, endedAt: 9000 })),
			call({ outcome: 'abandoned', endedAt: 4000 }),
			call({ outcome: 'answered', answeredAt: 20_000, endedAt: 80_000 })
		]);
		expect(row).toMatchObject({
			offered: 9,
			flowed_out: 4,
			waiting: 1,
			short_abandoned: 1,
			answered_within: 1,
			abandonment_rate: 0.5,
			longest_wait_answered_seconds: 20,
			longest_wait_abandoned_seconds: 4
		});
	});

	it('sets short abandons aside in the abandonment rate only under short_removed', () => {
		const calls = [
			call({ outcome: 'abandoned', endedAt: 3000 }),
			call({ outcome: 'abandoned', endedAt: 30_000 }),
			call({ outcome: 'answered', answeredAt: 0 })
		];
		expect(rowOf(calls).abandonment_rate).toBeCloseTo(2 / 3);
		expect(rowOf(calls, 'short_removed').abandonment_rate).toBeCloseTo(1 / 2);
	});

	it('handling time falls back to the time connected less hold, and counts only calls that carry one', () => {
		const row = rowOf([
			call({ outcome: 'answered', answeredAt: 1000, endedAt: 101_000, holdSeconds: 30, wrapSeconds: 10 }),
			call({ outcome: 'answered', answeredAt: 1000, endedAt: null, talkSeconds: 60 }),
			call({ outcome: 'answered', answeredAt: 1000, endedAt: null })
		]);
		expect(row).toMatchObject({ talk_seconds: 130, hold_seconds: 30, wrap_seconds: 10, aht_seconds: 85 });
	});

	it('what is added and taken away again leaves nothing', () => {
		const tally = emptyTally();
		const one = call({ outcome: 'answered', answeredAt: 1500, endedAt: 9000, caller: '1', repeat: true });
		addCall(tally, one, 1);
		expect(offered(tally)).toBe(1);
		addCall(tally, one, -1);
		expect({ ...tally, longestAnsweredMs: null }).toEqual(emptyTally());
	});
});
