import { setTimeout } from 'node:timers/promises';
import { findCalls } from '#records/calls.server.ts';
import { isTakenKey } from '#records/cluster/callKeys.server.ts';
import type { Database } from '#records/database.server.ts';
import { tell } from '#records/notices.server.ts';
import type { Statements } from '#records/statements.ts';
import { CallStore, UnlockedQueues, type Transaction } from './callStore.server.ts';
import { decide, type IncomingCall, type Status } from './decide.ts';
import { decideAll, type Decide } from './decideAll.ts';
import type { DryRun } from './dryRun.server.ts';
import { lookAhead, readyCalls } from './readyCalls.server.ts';
import { ChangedMeanwhile } from './storeDecision.server.ts';

const attempts = 8;
/** How often a transaction is begun whose connection breaks. What was committed after all changes nothing the next time. */
const connections = 3;

/**
 * Stores one batch of calls and what they change of every figure in one transaction, and says of each record whether
 * it made a call, changed one or changed nothing. The same key may come several times: as if one after the other.
 */
export async function commitCalls(
	database: Pick<Database, 'sql'>,
	incoming: IncomingCall[]
): Promise<Status[]> {
	const statuses = await inTransaction(database, (sql, lockedToo) => storeBatch(sql, incoming, lockedToo));
	tellStored(database, incoming, statuses);
	return statuses;
}

/** Stores calls and figures within a transaction of `inTransaction`. */
export async function storeBatch(
	sql: Transaction,
	incoming: IncomingCall[],
	lockedToo: number[],
	decideOne: Decide = decide
): Promise<Status[]> {
	const store = new CallStore(sql, [...incoming.map((call) => call.queueId), ...lockedToo], decideOne);
	try {
		await store.add(readyCalls(incoming, await lookAhead(sql, incoming), decideOne));
		return await store.finish();
	} finally {
		await store.close();
	}
}

/** After the commit: tells whoever follows calls which of these records changed something. */
export function tellStored(
	database: Pick<Database, 'sql'>,
	incoming: IncomingCall[],
	statuses: Status[]
): void {
	const calls = incoming.filter((_, i) => statuses[i] !== 'unchanged');
	if (calls.length > 0) tell(database, { kind: 'calls', calls });
}

/**
 * Runs work that stores calls in one transaction, again where somebody else was faster.
 * @param work gets the queues to lock beside those that it knows of
 */
export async function inTransaction<T>(
	{ sql }: Pick<Database, 'sql'>,
	work: (sql: Transaction, lockedToo: number[]) => Promise<T>
): Promise<T> {
	let lockedToo: number[] = [];
	for (let attempt = 1; ; attempt++) {
		try {
			// As a function, since the driver takes arrays and promises apart.
			const result = await sql.begin(async (transaction): Promise<() => T> => {
				const done = await work(transaction, lockedToo);
				return () => done;
			});
			return result();
		} catch (error) {
			if (error instanceof UnlockedQueues) lockedToo = [...lockedToo, ...error.queueIds];
			else if (attempt < attempts && isPassing(error)) continue;
			else if (attempt < connections && isBroken(error)) await setTimeout(attempt * 200);
			else throw error;
		}
	}
}

/** The same without storing anything: what each record would do, after what was tried before. */
export async function tryCalls(
	{ sql }: { sql: Statements },
	incoming: IncomingCall[],
	tried: DryRun,
	decideOne: Decide = decide
): Promise<Status[]> {
	const known = tried.withCalls(await findCalls(sql, incoming), incoming);
	const { statuses, created, updated } = decideAll(incoming, known, decideOne);
	tried.keepCalls([...created, ...updated]);
	return statuses;
}

/** Serialization failure, deadlock, what somebody else stored or dropped meanwhile: the same again will pass. */
function isPassing(error: unknown): boolean {
	return isTakenKey(error) || error instanceof ChangedMeanwhile || ['40001', '40P01'].includes(codeOf(error));
}

/** The connection broke or was ended; another one may hold. */
function isBroken(error: unknown): boolean {
	return /^(08006|57P01|CONNECTION_CLOSED|CONNECTION_DESTROYED)$/.test(codeOf(error));
}

function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error ? String(error.code) : '';
}
