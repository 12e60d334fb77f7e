import { setTimeout } from 'node:timers/promises';
import type { TransactionSql } from 'postgres';
import {
	copyCalls,
	findCalls,
	insertCalls,
	keyText,
	updateCalls,
	type CallRow
} from '#records/calls.server.ts';
import type { Database } from '#records/database.server.ts';
import { lockQueues } from '#records/lockQueues.server.ts';
import { tell } from '#records/notices.server.ts';
import type { Statements } from '#records/statements.ts';
import { applyChanges } from '#rollups/applyChanges.server.ts';
import { RollupChanges, type PlacedCall } from '#rollups/changes.ts';
import { spanOf } from '#rollups/levels.ts';
import { markRepeats, type TouchedCaller } from '#rollups/repeats.server.ts';
import type { DryRun } from './dryRun.server.ts';
import { decide, keepsItsCaller, type IncomingCall, type Status } from './decide.ts';

type Transaction = TransactionSql<{ bigint: number }>;

/** From this many new calls on, COPY beats one statement with one parameter. */
const copyFrom = 200;
/** How many of a batch's keys are looked up to guess whether any are stored already. */
const sampleSize = 40;
const attempts = 8;
/** How often a transaction is begun whose connection breaks. What was committed after all changes nothing the next time. */
const connections = 3;

/**
 * Stores one batch of calls and what they change of every figure in one transaction, and says of each record whether
 * it made a call, changed one or changed nothing. The same key may come several times: as if one after the other.
 *
 * Nothing is read and written on hope: the queues' locks are held from before the calls are looked up until the
 * commit, so old sums less new sums is what the rollups change by.
 */
export async function commitCalls(
	database: Pick<Database, 'sql'>,
	incoming: IncomingCall[]
): Promise<Status[]> {
	const statuses = await inTransaction(database, (sql, lockedToo) => storeBatch(sql, incoming, lockedToo));
	tellStored(database, incoming, statuses);
	return statuses;
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

/** What a record makes of the call as it is known, and what that is called. */
type Decide = typeof decide;

/** Stores calls and figures within a transaction of `inTransaction`. */
export async function storeBatch(
	sql: Transaction,
	incoming: IncomingCall[],
	lockedToo: number[],
	decideOne: Decide = decide
): Promise<Status[]> {
	const zones = await lockQueues(sql, [...incoming.map((call) => call.queueId), ...lockedToo]);
	const seemsNew = incoming.length >= copyFrom && (await findCalls(sql, sampleOf(incoming))).size === 0;
	if (seemsNew) {
		const decision = decideAll(incoming, new Map(), decideOne);
		const copied = await inSavepoint(sql, (inner) => copyCalls(inner, decision.created));
		if (copied) return finish(sql, decision, zones);
	}
	const known = await findCalls(sql, incoming);
	const elsewhere = [...known.values()].map((row) => row.queueId).filter((id) => id !== 0 && !zones.has(id));
	if (elsewhere.length > 0) throw new UnlockedQueues(elsewhere);
	const decision = decideAll(incoming, known, decideOne);
	if (decision.created.length >= copyFrom) await copyCalls(sql, decision.created);
	else await insertCalls(sql, decision.created);
	await updateCalls(sql, decision.updated);
	return finish(sql, decision, zones);
}

interface Decision {
	statuses: Status[];
	created: CallRow[];
	updated: CallRow[];
	changes: RollupChanges;
	touched: TouchedCaller[];
}

/** Takes the records one after the other; what is written is where each call ends up. */
function decideAll(incoming: IncomingCall[], known: Map<string, CallRow>, decideOne: Decide): Decision {
	const latest = new Map<string, CallRow>();
	const statuses = incoming.map((call) => {
		const key = keyText(call);
		const { status, row } = decideOne(latest.get(key) ?? known.get(key) ?? null, call);
		latest.set(key, row);
		return status;
	});
	const decision: Decision = {
		statuses,
		created: [],
		updated: [],
		changes: new RollupChanges(),
		touched: []
	};
	for (const [key, row] of latest) {
		const before = known.get(key) ?? null;
		if (row === before) continue;
		(before ? decision.updated : decision.created).push(row);
		note(decision, before, row);
	}
	return decision;
}

/** What one call's change means for the figures and for the callers around it. */
function note({ changes, touched }: Decision, before: CallRow | null, row: CallRow): void {
	if (before && isCounted(before)) changes.remove(before);
	if (isCounted(row)) changes.add(row);
	if (before && keepsItsCaller(before, row)) return;
	for (const call of [before, row])
		if (call?.caller) touched.push({ queueId: call.queueId, caller: call.caller, at: call.enqueuedAt });
}

/** A deleted call counts nowhere. */
function isCounted(row: CallRow): row is CallRow & PlacedCall {
	return row.outcome !== 'deleted';
}

/** With the calls written: marks repeat callers, and brings every figure up to date. */
async function finish(sql: Statements, decision: Decision, zones: Map<number, string>): Promise<Status[]> {
	const { changes, touched, statuses } = decision;
	for (const call of await markRepeats(sql, touched)) changes.markRepeat(call);
	await applyChanges(
		sql,
		changes.rows((queueId, level, at) => {
			const zone = zones.get(queueId);
			if (zone === undefined) throw new Error(`queue ${queueId} has figures, yet it is not stored`);
			return spanOf(level, zone, at);
		})
	);
	return statuses;
}

function sampleOf<T>(items: T[]): T[] {
	const step = Math.max(1, Math.floor(items.length / sampleSize));
	return items.filter((_, i) => i % step === 0);
}

/** Runs what may meet a key that is stored already; false, with nothing done, when it does. */
async function inSavepoint(sql: Transaction, work: (sql: Statements) => Promise<void>): Promise<boolean> {
	try {
		await sql.savepoint(work);
		return true;
	} catch (error) {
		if (codeOf(error) === '23505') return false;
		throw error;
	}
}

/** A record belongs to a queue whose lock is not held yet: start over and take it in its place. */
class UnlockedQueues extends Error {
	constructor(readonly queueIds: number[]) {
		super('calls lie in queues that are not locked');
	}
}

/** Serialization failure, deadlock, a key that somebody else stored meanwhile: the same again will pass. */
function isPassing(error: unknown): boolean {
	return ['40001', '40P01', '23505'].includes(codeOf(error));
}

/** The connection broke or was ended; another one may hold. */
function isBroken(error: unknown): boolean {
	return /^(08006|57P01|CONNECTION_CLOSED|CONNECTION_DESTROYED)$/.test(codeOf(error));
}

function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error ? String(error.code) : '';
}
