import { walletQueues } from '#analysis/demo/wallet.ts';
import { walletNews } from '#analysis/demo/walletNews.ts';
import { walletYear } from '#analysis/demo/walletYear.ts';
import type { CallChange } from '#model/call.ts';
import { countArrivals } from '#ingest/countArrivals.ts';
import { commitCalls } from '#ingest/commitCalls.server.ts';
import { Names } from '#ingest/resolve.server.ts';
import { onClosing } from '#model/closing.ts';
import { listQueues } from '#records/queues.server.ts';
import { changeQueue } from '#rollups/changeQueue.server.ts';
import type { Product } from './product.server.ts';

const yearMs = 365 * 86_400_000;
const batchSize = 10_000;
const seed = 1;

/**
 * Fills an empty installation with a generated year of a digital wallet's three queues, and lets their calls go on as
 * the clock runs: through the way that calls take, until the product stops.
 */
export async function startDemo(product: Product, say: (sentence: string) => void): Promise<void> {
	const { database, settings, now, estimates, ingest } = product;
	if ((await listQueues(database)).length > 0) return;
	const names = new Names(database, settings);
	const store = async (calls: CallChange[]) => {
		return calls.length > 0 ? commitCalls(database, await names.resolve(calls)) : [];
	};
	for (const queue of walletQueues) await changeQueue(database, queue);
	say('Generating a year of calls …');
	const toAt = now();
	let batch: CallChange[] = [];
	let stored = 0;
	const flush = async () => {
		await store(batch);
		stored += batch.length;
		batch = [];
	};
	for (const call of walletYear({ seed, fromAt: toAt - yearMs, toAt })) {
		batch.push(call);
		if (batch.length === batchSize) await flush();
	}
	await flush();
	await database.sql`analyze`;
	await estimates.recallAgain();
	say(`${stored} calls of a year are in.`);
	goOn(product, toAt, async (calls) => {
		// As of any source that sends, so that the pages of sources tell of it.
		const arrived = countArrivals({ events: [], changes: calls, rejects: [] }, { system: '', now: now() });
		arrived(ingest.intake, { ofLog: [], ofCalls: await store(calls) });
	});
}

/** Often enough that the lines are taken as told as they happen (`feed.ts`), and seldom enough to cost nothing. */
const everyMs = 5_000;

/** Tells every few seconds what has happened since `toldTo`. */
function goOn({ now }: Product, toldTo: number, take: (calls: CallChange[]) => Promise<void>): void {
	let told = toldTo;
	let telling: Promise<void> = Promise.resolve();
	async function tell(): Promise<void> {
		const at = now();
		await take(walletNews({ seed, fromAt: told, toAt: at }));
		told = Math.max(told, at);
	}
	let timer: NodeJS.Timeout | null = null;
	function next(): void {
		timer = setTimeout(() => {
			telling = tell()
				.catch((error: unknown) => console.error('The calls of the demo did not go on:', error))
				.finally(() => {
					if (timer) next();
				});
		}, everyMs).unref();
	}
	next();
	onClosing(async () => {
		if (timer) clearTimeout(timer);
		timer = null;
		await telling;
	});
}
