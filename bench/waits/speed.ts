import { performance } from 'node:perf_hooks';
import { walletYear } from '#analysis/demo/walletYear.ts';
import { callEvents } from '#analysis/waitEstimate/callEvents.ts';
import { createWaitEstimator } from '#analysis/waitEstimate/createWaitEstimator.ts';
import { atMost, type Row } from './rows.ts';

/** What it takes to begin with four weeks of stored calls of the demo's largest queue, and to answer once. */
export function speed(): Row[] {
	// Until a Monday morning, when callers wait.
	const toAt = Date.parse('2026-11-02T10:40:00+08:00');
	const time = { seed: 7, fromAt: toAt - 28 * 86_400_000, toAt };
	const calls = [...walletYear(time)].filter(({ queue }) => queue === 'payments');
	const warmUps: number[] = [];
	let estimator = createWaitEstimator();
	for (let round = 0; round < 5; round++) {
		const startedAt = performance.now();
		estimator = createWaitEstimator();
		for (const event of callEvents(calls)) estimator.event(event);
		warmUps.push(performance.now() - startedAt);
	}
	const asked = 10_000;
	const startedAt = performance.now();
	for (let i = 0; i < asked; i++) estimator.estimate(toAt + i);
	const each = ((performance.now() - startedAt) / asked) * 1000;
	const median = warmUps.sort((a, b) => a - b)[2] ?? null;
	return [atMost(`warm-up with ${calls.length} calls, ms`, median), atMost('one estimate, µs', each)];
}
