import { seededRandom, type Random } from '#analysis/simulation/random.ts';
import type { TortureBatch } from './batch.ts';
import { untilAcknowledged } from './keepSending.ts';
import { queueOf, talkOf, type RevisionLedger } from './revisionLedger.ts';

export interface ContestantOptions {
	/** Where one of the processes answers now; asked before every try. */
	url: () => string;
	key: string;
	ledger: RevisionLedger;
	/** Names the sender, and is its seed. */
	name: string;
	/** Calls lie before this instant. */
	beforeAt: number;
}

/** All senders write the same calls: so many, and a few new ones with every batch of any of them. */
const window = 1500;
const newABatch = 20;

/** Sends batches that overlap with those of all others, and contradict them, until it is told to stop. */
export async function contest(options: ContestantOptions, isOver: () => boolean): Promise<void> {
	const { ledger, name } = options;
	const random = seededRandom('contest', name);
	try {
		while (!isOver()) {
			const ids = someIds(random, ledger.batches * newABatch);
			const revision = ledger.begin(ids);
			await untilAcknowledged(batchOf(ids, revision, options), options);
			ledger.acknowledge(ids, revision);
		}
	} catch (error) {
		ledger.strange.push(`${name}: ${String(error)}`);
	}
}

/** A run of ids, sometimes long enough for COPY, forwards, backwards or in no order. */
function someIds(random: Random, from: number): string[] {
	const size = random() < 0.3 ? 1 + Math.floor(random() * 3) : Math.ceil(random() * 700);
	const first = from + Math.floor(random() * window);
	const ids = Array.from({ length: size }, (_, i) => `contested-${first + i}`);
	const order = random();
	if (order < 0.4) return ids;
	return order < 0.7 ? ids.reverse() : ids.sort(() => random() - 0.5);
}

function batchOf(ids: string[], revision: number, { beforeAt }: ContestantOptions): TortureBatch {
	const lines = ids.map((id, i) => {
		const enqueuedAt = beforeAt - 7_200_000 - ((i * 7919 + revision * 104_729) % (3 * 86_400)) * 1000;
		return JSON.stringify({
			id,
			queue: queueOf(revision),
			revision,
			enqueued_at: new Date(enqueuedAt).toISOString(),
			answered_at: new Date(enqueuedAt + (revision % 300) * 1000).toISOString(),
			talk_seconds: talkOf(revision),
			topic: revision % 2 === 0 ? 'even' : 'odd',
			caller: `1380000${String(i % 40).padStart(4, '0')}`
		});
	});
	return { ids, isEnd: true, body: lines.join('\n'), headers: { 'content-type': 'application/x-ndjson' } };
}
