import { walletQueues } from '#analysis/demo/wallet.ts';
import { walletYear } from '#analysis/demo/walletYear.ts';
import type { CallChange } from '#model/call.ts';
import { commitCalls } from '#ingest/commitCalls.server.ts';
import { Names } from '#ingest/resolve.server.ts';
import { listQueues } from '#records/queues.server.ts';
import { changeQueue } from '#rollups/changeQueue.server.ts';
import type { Product } from './product.server.ts';

const yearMs = 365 * 86_400_000;
const batchSize = 10_000;
const seed = 1;

/** Fills an empty installation with a generated year of a digital wallet's three queues, through the way calls take. */
export async function fillDemo(
	{ database, settings, now, estimates }: Product,
	say: (sentence: string) => void
): Promise<void> {
	if ((await listQueues(database)).length > 0) return;
	for (const queue of walletQueues) await changeQueue(database, queue);
	say('Generating a year of calls …');
	const names = new Names(database, settings);
	const toAt = now();
	let batch: CallChange[] = [];
	let stored = 0;
	const store = async () => {
		await commitCalls(database, await names.resolve(batch));
		stored += batch.length;
		batch = [];
	};
	for (const call of walletYear({ seed, fromAt: toAt - yearMs, toAt })) {
		batch.push(call);
		if (batch.length === batchSize) await store();
	}
	await store();
	await database.sql`analyze`;
	await estimates.recallAgain();
	say(`${stored} calls of a year are in.`);
}
