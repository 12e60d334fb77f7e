import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WaitMinutes } from '#model/publicAnswer.ts';
import { publicMinutes, publicStep } from '../publicSteps.ts';
import type { WaitEstimate } from '../waitEstimate/createWaitEstimator.ts';
import { shownNow, type LiveView } from './shownNow.ts';
import { steadyWait } from './steadyWait.ts';

const estimate = (medianSeconds: number, p80Seconds: number): WaitEstimate => ({
	medianSeconds,
	p80Seconds,
	p10Seconds: 1,
	p90Seconds: p80Seconds * 1.5,
	basis: 'calibrated',
	ahead: 3
});
const typical = { medianMs: 100_000, mostMs: 500_000, nearlyAllMs: 900_000 };
const view = (changes: Partial<LiveView> = {}): LiveView => ({
	feed: 'live',
	estimate: estimate(50, 170),
	learned: 30,
	...changes
});
const shown = (live: LiveView | null, hour: typeof typical | null = typical) =>
	shownNow(live, { typical: hour, minCalls: 30, before: null });

describe('what is shown', () => {
	it('goes from live to typical to nothing, and says why', () => {
		expect(shown(view())).toEqual({
			shown: { wait: { half_under: 1, most_under: 3 }, basis: 'live' },
			whyNotLive: null
		});
		const asTypical = { wait: { half_under: 2, most_under: 10 }, basis: 'typical' };
		expect(shown(view({ feed: 'late' }))).toEqual({ shown: asTypical, whyNotLive: 'late' });
		expect(shown(view({ feed: 'silent' }))).toEqual({ shown: asTypical, whyNotLive: 'silent' });
		expect(shown(null)).toEqual({ shown: asTypical, whyNotLive: 'unknown' });
		expect(shown(view({ estimate: null }))).toEqual({ shown: asTypical, whyNotLive: 'no_agents' });
		expect(shown(view({ learned: 29 }))).toEqual({ shown: asTypical, whyNotLive: 'few_waits' });
		const rough: WaitEstimate = { ...estimate(50, 170), basis: 'model' };
		expect(shown(view({ estimate: rough }))).toEqual({ shown: asTypical, whyNotLive: 'few_waits' });
		expect(shown(view({ feed: 'late' }), null)).toEqual({ shown: null, whyNotLive: 'late' });
	});
});

describe('steps with hysteresis', () => {
	const rank = (step: number | null) =>
		step === null ? publicMinutes.length : publicMinutes.findIndex((minutes) => minutes === step);

	it('does not flicker at a border', () => {
		let now: WaitMinutes | null = null;
		const seen = new Set<string>();
		for (let i = 0; i < 100; i++) {
			now = steadyWait(now, estimate(178 + (i % 5), 597 + (i % 7)));
			if (i > 6) seen.add(JSON.stringify(now));
		}
		expect([...seen]).toEqual([JSON.stringify({ half_under: 5, most_under: 15 })]);
	});

	it('never shows less than the estimate, nor much more, and half no more than most', () => {
		const waits = fc.array(fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 3000 })), {
			maxLength: 30
		});
		fc.assert(
			fc.property(waits, (list) => {
				let now: WaitMinutes | null = null;
				for (const [median, more] of list) {
					now = steadyWait(now, estimate(median, median + more));
					for (const [step, seconds] of [
						[now.half_under, median],
						[now.most_under, median + more]
					] as const) {
						expect(rank(step)).toBeGreaterThanOrEqual(rank(publicStep(seconds * 1000)));
						expect(rank(step)).toBeLessThanOrEqual(rank(publicStep((seconds * 1000) / 0.85)));
					}
					expect(rank(now.half_under)).toBeLessThanOrEqual(rank(now.most_under));
				}
			}),
			{ seed: 5, numRuns: 300 }
		);
	});
});
