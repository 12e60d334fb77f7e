import { setTimeout as pause } from 'node:timers/promises';
import { seededRandom } from '#analysis/simulation/random.ts';
import { connect, type Database } from '#records/database.server.ts';
import { verifyRollups } from '#rollups/verify.server.ts';
import { apiKey, startProduct, type Product } from '../product.ts';
import { sharedDatabase } from '../sharedDatabase.ts';
import { contest } from './contest.ts';
import { contestedQueues, RevisionLedger, type StoredRevision } from './revisionLedger.ts';

export interface ContestOptions {
	kills: number;
	seed: number;
	senders?: number;
	/** At least so many are acknowledged before it ends. */
	batches?: number;
	say?: (sentence: string) => void;
}

export interface Contested {
	/** What was promised and did not hold; none is what this is for. */
	faults: string[];
	calls: number;
	batches: number;
	repeated: number;
	kills: number;
}

/**
 * Two processes of the product on one database, killed at random, while senders write the same calls through both,
 * each something else. Holds what is stored against what was acknowledged, and every figure against a recount.
 */
export async function tortureTwo({
	kills,
	seed,
	senders = 8,
	batches = 0,
	say = () => {}
}: ContestOptions): Promise<Contested> {
	const { env, target, remove } = await sharedDatabase();
	const products: Product[] = [];
	const ledger = new RevisionLedger();
	const random = seededRandom('contest kills', seed);
	let isOver = false;
	const running: Promise<void>[] = [];
	try {
		for (let i = 0; i < 2; i++) products.push(await startProduct({ env }));
		const urlOf = (i: number) => () => products[i % 2]?.url ?? '';
		for (let i = 0; i < senders; i++) {
			const options = { key: apiKey, ledger, name: `s${seed}-${i}`, beforeAt: Date.now() };
			running.push(contest({ ...options, url: urlOf(i) }, () => isOver));
		}
		for (let n = 1; n <= kills; n++) {
			await pause(300 + random() * 1500);
			const which = random() < 0.5 ? 0 : 1;
			await products[which]?.kill();
			products[which] = await startProduct({ env });
			if (n % 10 === 0) say(`${n} kills, ${ledger.batches} batches of ${ledger.calls} calls acknowledged`);
		}
		while (ledger.batches < batches && ledger.strange.length === 0) await pause(100);
		isOver = true;
		await Promise.all(running);
		const database = connect(target);
		const faults = await contestFaults(database, ledger).finally(() => database.close());
		for (const product of products)
			if (/deadlock/i.test(product.output())) faults.push('a process has spoken of a deadlock');
		return { faults, calls: ledger.calls, batches: ledger.batches, repeated: ledger.repeated, kills };
	} finally {
		isOver = true;
		await Promise.all(running);
		for (const product of products) await product.stop();
		await remove();
	}
}

async function contestFaults(database: Database, ledger: RevisionLedger): Promise<string[]> {
	const rows = await database.sql<(StoredRevision & { id: string })[]>`
		select call.id, call.revision, call.talk_seconds as "talkSeconds", queue.slug as queue
		from call join queue on queue.id = call.queue_id where queue.slug in ${database.sql(contestedQueues)}`;
	const stored = new Map(rows.map(({ id, ...row }) => [id, row]));
	const faults = ledger.faults(stored);
	if (rows.length !== stored.size) faults.push(`${rows.length - stored.size} calls are stored twice`);
	const { differences } = await verifyRollups(database);
	if (differences.length > 0)
		faults.push(`verify: ${differences.length} figures differ, such as ${JSON.stringify(differences[0])}`);
	return faults;
}
