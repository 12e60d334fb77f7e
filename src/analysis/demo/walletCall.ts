import type { Call } from '#model/call.ts';
import type { SimulatedCall } from '../simulation/arrival.ts';
import { stateAt } from '../simulation/stateAt.ts';
import { walletAgent } from './walletAgent.ts';
import type { WalletArrival } from './walletArrival.ts';
import type { WalletLine } from './walletLine.ts';

/** The record that a phone system has of a simulated call just before the instant `at`. `id`: unique for the queue. */
export function walletCall(
	simulated: SimulatedCall<WalletArrival>,
	{ queue, line, id, at }: { queue: string; line: WalletLine; id: string; at: number }
): Call {
	const { arrival, answeredAt, endedAt, outcome, agent } = stateAt(simulated, at);
	const talked = answeredAt !== null && endedAt !== null;
	const wrapped = talked && endedAt + arrival.wrapMs < at;
	return {
		id: `${queue}-${id}`,
		source: 'demo',
		queue,
		queueName: null,
		enqueuedAt: arrival.at,
		answeredAt,
		endedAt,
		outcome,
		agent: agent === null || answeredAt === null ? null : walletAgent(line, agent, answeredAt),
		topic: arrival.topic,
		priority: arrival.priority,
		caller: arrival.caller,
		channel: 'voice',
		talkSeconds: talked ? arrival.talkSeconds : null,
		holdSeconds: talked ? arrival.holdSeconds : null,
		wrapSeconds: wrapped ? arrival.wrapSeconds : null,
		revision: 0
	};
}
