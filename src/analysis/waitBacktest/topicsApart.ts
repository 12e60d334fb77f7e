import type { Call } from '#model/call.ts';

/**
 * Topics that have agents of their own and are therefore queues of their own, whatever the records call them: those
 * callers do not wait for the same people. Told by the agents: of a topic's answers and of all others, the share that
 * the same agents give. Topics of one team have half and more of it in common.
 */
export function topicsApart(calls: readonly Pick<Call, 'topic' | 'agent' | 'answeredAt'>[]): string[] {
	const answers = new Map<string, Map<string, number>>();
	const all = new Map<string, number>();
	for (const { topic, agent, answeredAt } of calls) {
		if (answeredAt === null || !agent) continue;
		const byAgent = answers.get(topic ?? '') ?? new Map<string, number>();
		answers.set(topic ?? '', byAgent);
		byAgent.set(agent, (byAgent.get(agent) ?? 0) + 1);
		all.set(agent, (all.get(agent) ?? 0) + 1);
	}
	const total = sum(all);
	return [...answers].flatMap(([topic, byAgent]) => {
		const own = sum(byAgent);
		// The main part of a queue is what other topics are apart from.
		if (topic === '' || own < enough || own > total / 2) return [];
		let common = 0;
		for (const [agent, count] of byAgent) {
			const others = (all.get(agent) ?? 0) - count;
			common += Math.min(count / own, others / (total - own));
		}
		return common < mostInCommon ? [topic] : [];
	});
}

/** A share of a tenth is told from a half with certainty by so many answers. */
const enough = 50;
const mostInCommon = 0.1;

function sum(counts: Map<string, number>): number {
	return [...counts.values()].reduce((total, count) => total + count, 0);
}
