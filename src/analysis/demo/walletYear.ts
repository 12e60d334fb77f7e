import type { Call } from '#model/call.ts';
import type { Truth } from '../simulation/arrival.ts';
import { mergeInOrder } from './mergeInOrder.ts';
import { walletQueues } from './wallet.ts';
import { walletLines } from './walletLines.ts';
import { walletQueueCalls } from './walletQueueCalls.ts';
import type { WalletTime } from './walletTime.ts';

/**
 * The calls of the demo's three queues in the order in which they were enqueued, one at a time: about 1,000 a
 * day. A call's id is the same in every run with the same seed.
 */
export function* walletYear(time: WalletTime): Generator<Call, void, undefined> {
	for (const { call } of walletCalls(time)) yield call;
}

/** The same, each with what no record tells. */
export function walletCalls(time: WalletTime): Generator<{ call: Call; truth: Truth }, void, undefined> {
	const [payments, refunds, security] = walletQueues;
	const queues = [
		walletQueueCalls(payments, walletLines.payments, time),
		walletQueueCalls(refunds, walletLines.refunds, time),
		walletQueueCalls(security, walletLines.security, time)
	];
	return mergeInOrder(queues, ({ call }) => call.enqueuedAt);
}
