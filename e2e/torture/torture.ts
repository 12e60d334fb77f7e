import { setTimeout as pause } from 'node:timers/promises';
import { seededRandom, type Random } from '#analysis/simulation/random.ts';
import { connect } from '#records/database.server.ts';
import { startEmbedded } from '#records/embedded.server.ts';
import { apiKey, startProduct, type Product } from '../product.ts';
import { keepSending } from './keepSending.ts';
import { Ledger } from './ledger.ts';
import { killHard, serverProcesses } from './serverProcesses.ts';
import { storedFaults } from './storedFaults.ts';

export interface TortureOptions {
	productKills: number;
	databaseKills: number;
	seed: number;
	senders?: number;
	say?: (sentence: string) => void;
}

export interface Tortured {
	/** What was promised and did not hold; none is what this is for. */
	faults: string[];
	calls: number;
	batches: number;
	repeated: number;
	/** From the start of the process to its word that it is ready. */
	startMs: number[];
	/** From the kill of the database's processes to the next batch that is acknowledged. */
	recoveryMs: number[];
	/** What was killed of the database, how often. */
	killed: Record<string, number>;
}

/** Within so long a start must be ready, and a product whose database was killed must store again. */
const limitMs = 10_000;
const queue = 'torture';

/**
 * Kills the product, and processes of its database, at random moments while calls come in, and holds what is stored in
 * the end against what was acknowledged. Linux only.
 */
export async function torture(options: TortureOptions): Promise<Tortured> {
	const { productKills, databaseKills, seed, senders = 4, say = () => {} } = options;
	const random = seededRandom('kills', seed);
	const ledger = new Ledger();
	const outcome = {
		startMs: [] as number[],
		recoveryMs: [] as number[],
		killed: {} as Record<string, number>
	};
	let product = await startProduct();
	const { dataDir } = product;
	const beforeAt = Date.now();
	const running = Array.from({ length: senders }, (_, i) =>
		keepSending({
			url: () => product.url,
			key: apiKey,
			ledger,
			queue,
			name: `s${seed}-${i}`,
			beforeAt
		})
	);
	try {
		for (let n = 1; n <= productKills; n++) {
			await pause(random() * 900);
			await product.kill();
			const beganAt = performance.now();
			product = await startProduct({ dataDir });
			outcome.startMs.push(performance.now() - beganAt);
			await nextAcknowledged(ledger);
			if (n % 10 === 0) say(`product killed ${n} times, ${ledger.calls} calls acknowledged`);
		}
		for (let n = 1; n <= databaseKills; n++) {
			await pause(random() * 900);
			const what = await killSomeOf(product, random);
			outcome.killed[what] = (outcome.killed[what] ?? 0) + 1;
			const beganAt = performance.now();
			await nextAcknowledged(ledger);
			outcome.recoveryMs.push(performance.now() - beganAt);
			if (n % 10 === 0) say(`database killed ${n} times, ${ledger.calls} calls acknowledged`);
		}
		for (const sender of running) await sender.stop();
		const server = await startEmbedded(dataDir);
		const database = connect(server.connection);
		const faults = await storedFaults(database, ledger, [queue]).finally(() => database.close());
		const { calls, batches, repeated } = ledger;
		return { faults: [...faults, ...slow(outcome)], calls, batches, repeated, ...outcome };
	} catch (cause) {
		const said = product.output().split('\n').slice(-30).join('\n');
		throw new Error(
			`${String(cause)} (killed so far: ${JSON.stringify(outcome.killed)}). The product said:\n${said}`,
			{ cause }
		);
	} finally {
		await Promise.allSettled(running.map((sender) => sender.stop()));
		await product.stop();
	}
}

/** Some of the database's processes, by chance: one that serves, the head, one of its helpers, or all of them. */
async function killSomeOf({ dataDir }: Product, random: Random): Promise<string> {
	const processes = await serverProcesses(dataDir);
	const serving = processes.filter(({ title }) => /^postgres: offpeak /.test(title));
	const head = processes.filter(({ isHead }) => isHead);
	const helpers = processes.filter((one) => !serving.includes(one) && !head.includes(one));
	const one = (list: typeof processes) => list.slice(Math.floor(random() * list.length)).slice(0, 1);
	const chance = random();
	const [what, chosen] =
		chance < 0.4
			? (['one that serves', one(serving)] as const)
			: chance < 0.6
				? (['the head', head] as const)
				: chance < 0.8
					? (['a helper', one(helpers)] as const)
					: (['all', processes] as const);
	for (const { pid } of chosen) killHard(pid);
	return what;
}

/** Resolves when a batch is acknowledged that was not by now. Gives up after a minute. */
async function nextAcknowledged(ledger: Ledger): Promise<void> {
	const { batches } = ledger;
	for (const beganAt = performance.now(); ledger.batches === batches; await pause(10)) {
		const [strange] = ledger.strange;
		if (strange) throw new Error(strange);
		if (performance.now() - beganAt > 60_000) throw new Error('nothing was acknowledged for a minute');
	}
}

function slow({ startMs, recoveryMs }: Pick<Tortured, 'startMs' | 'recoveryMs'>): string[] {
	const late = (what: string, times: number[]) =>
		times.filter((ms) => ms > limitMs).map((ms) => `${what} took ${Math.round(ms)} ms`);
	return [...late('a start', startMs), ...late('coming back', recoveryMs)];
}
