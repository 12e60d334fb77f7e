import { walletCalls } from '#analysis/demo/walletYear.ts';
import type { Truth } from '#analysis/simulation/arrival.ts';
import { replayWaits, type Told } from '#analysis/waitBacktest/replayWaits.ts';
import type { Call } from '#model/call.ts';
import { within, type Row } from './rows.ts';

export interface DemoQueue {
	slug: string;
	told: Told<Call>[];
	/** How the range holds for all who would have waited, those who gave up included: only a simulation knows. */
	offered: Row;
}

/** Half a year of the demo's queues, each gone through as it happened. */
export function demoQueues(): DemoQueue[] {
	const [fromAt, toAt] = ['2026-01-05', '2026-07-06'].map((date) => Date.parse(`${date}T00:00:00+08:00`));
	const calls = new Map<string, Call[]>();
	const truths = new Map<string, Truth>();
	for (const { call, truth } of walletCalls({ seed: 7, fromAt: fromAt ?? 0, toAt: toAt ?? 0 })) {
		const ofQueue = calls.get(call.queue);
		if (ofQueue) ofQueue.push(call);
		else calls.set(call.queue, [call]);
		truths.set(call.id, truth);
	}
	return [...calls].map(([slug, ofQueue]) => {
		const told = [...replayWaits(ofQueue)];
		return { slug, told, offered: offeredRow(told, truths) };
	});
}

function offeredRow(told: Told<Call>[], truths: Map<string, Truth>): Row {
	let callers = 0;
	let held = 0;
	for (const { call, estimate } of told) {
		const offered = (truths.get(call.id)?.offeredWaitMs ?? 0) / 1000;
		if (!estimate || offered === 0) continue;
		if (call.outcome !== 'answered' && call.outcome !== 'abandoned') continue;
		callers++;
		if (offered >= estimate.p10Seconds && offered <= estimate.p90Seconds) held++;
	}
	return within('range, those who gave up included', callers > 0 ? held / callers : null, 0.78, 0.82);
}
