import { walletQueues } from '#analysis/demo/wallet.ts';
import { walletLines } from '#analysis/demo/walletLines.ts';
import { walletQueueCalls } from '#analysis/demo/walletQueueCalls.ts';
import { replayWaits } from '#analysis/waitBacktest/replayWaits.ts';
import { scoreWaits } from '#analysis/waitBacktest/scoreWaits.ts';
import { simulatedCalls, type SimulatedDays } from '#analysis/waitEstimate/testing/simulatedCalls.ts';
import type { Call } from '#model/call.ts';
import { rows, type Row } from './rows.ts';

/**
 * Generated months, each begun with nothing known: the demo's lines with other chance and with less and
 * more to do, and queues of a plain kind, from two agents to forty, idle and overrun. For each what is promised: the
 * median and the 80th percentile.
 */
export function months(): [title: string, rows: Row[]][] {
	return [...walletMonths(), ...plainMonths()].map(([title, calls]) => [
		title,
		rows(scoreWaits(replayWaits(calls)), {}).filter(([name]) => promised.test(name))
	]);
}

const promised = /^(callers|no longer| {2}80th)/;

function* walletMonths(): Generator<[title: string, calls: Call[]]> {
	const chosen = [
		{ seed: 11, month: '2026-03-01', share: 1 },
		{ seed: 12, month: '2026-03-01', share: 1 },
		{ seed: 21, month: '2026-05-01', share: 0.85 },
		{ seed: 22, month: '2026-09-01', share: 1.15 }
	];
	const slugs = ['payments', 'refunds', 'security'] as const;
	for (const { seed, month, share } of chosen)
		for (const [i, slug] of slugs.entries()) {
			const queue = walletQueues[i];
			if (!queue) continue;
			const line = { ...walletLines[slug], calls: walletLines[slug].calls.map((calls) => calls * share) };
			const fromAt = Date.parse(`${month}T00:00:00+08:00`);
			const time = { seed, fromAt, toAt: fromAt + 30 * 86_400_000 };
			const calls = [...walletQueueCalls(queue, line, time)].map(({ call }) => call);
			yield [`${slug}, month ${seed}, ${share} of the calls`, calls];
		}
}

function* plainMonths(): Generator<[title: string, calls: Call[]]> {
	const chosen: Omit<SimulatedDays, 'seed' | 'days'>[] = [
		{ agents: 2, load: 0.8, patienceSeconds: 600 },
		{ agents: 5, load: 0.95, patienceSeconds: 400, urgentShare: 0.2 },
		{ agents: 8, load: 1.15, patienceSeconds: 240, urgentShare: 0.3 },
		{ agents: 15, load: 0.97, patienceSeconds: 300 },
		{ agents: 40, load: 1, patienceSeconds: 300 }
	];
	for (const kind of chosen)
		yield [`${kind.agents} agents, load ${kind.load}`, simulatedCalls({ ...kind, seed: 5, days: 30 })];
}
