import { findCalls, type CallRow } from '#records/calls.server.ts';
import type { Database } from '#records/database.server.ts';
import type { Statements } from '#records/statements.ts';
import { findTrails, lockTrails, saveTrails, type TrailRow } from '#records/trails.server.ts';
import type { Fold } from '#sources/source.ts';
import { inTransaction, storeBatch, tellStored, tryCalls } from './commitCalls.server.ts';
import type { DryRun } from './dryRun.server.ts';
import type { Status } from './decide.ts';
import { decideFolded, goneRevision } from './decideFolded.ts';
import { foldBatch, type FoldedBatch } from './foldBatch.ts';
import type { ResolvedEvents } from './resolve.server.ts';

interface FoldOptions {
	fold: Fold;
	now: number;
}

/**
 * Stores what a log says about calls: the events beside those that are known of the same trails, the calls that all of
 * them make, and what these change of every figure, in one transaction. Says of each event whether it made a call,
 * changed one or changed nothing; null where it concerns no call by itself.
 */
export async function commitEvents(
	database: Pick<Database, 'sql'>,
	resolved: ResolvedEvents,
	options: FoldOptions
): Promise<(Status | null)[]> {
	const { batch, statuses } = await inTransaction(database, async (sql, lockedToo) => {
		await lockTrails(sql, resolved.sourceId);
		const batch = await readAndFold(sql, resolved, options);
		const { incoming, rows } = batch;
		const statuses = incoming.length > 0 ? await storeBatch(sql, incoming, lockedToo, decideFolded) : [];
		await saveTrails(sql, resolved.sourceId, rows);
		return { batch, statuses };
	});
	tellStored(database, batch.incoming, statuses);
	return batch.statusesOfEvents(statuses);
}

/** The same without storing anything, after what was tried before. */
export async function tryEvents(
	{ sql }: Pick<Database, 'sql'>,
	resolved: ResolvedEvents,
	tried: DryRun,
	options: FoldOptions
): Promise<(Status | null)[]> {
	const batch = await readAndFold(sql, resolved, options, tried);
	tried.keepTrails(batch.rows);
	return batch.statusesOfEvents(await tryCalls({ sql }, batch.incoming, tried, decideFolded));
}

async function readAndFold(
	sql: Statements,
	resolved: ResolvedEvents,
	options: FoldOptions,
	tried: DryRun | null = null
): Promise<FoldedBatch> {
	const { sourceId, events } = resolved;
	const names = new Set(events.map(({ trail }) => trail));
	const unended = names.has('');
	const found = await findTrails(sql, sourceId, [...names.add('')], { unended });
	const stored = tried?.withTrails(found, names, unended) ?? found;
	return foldBatch(resolved, stored, await closedTrails(sql, sourceId, names, stored), options);
}

/**
 * The trails whose events were dropped long after their calls had ended. What is sent of them again is known, and is
 * not to be taken for news of a call of which only this little is known.
 */
async function closedTrails(
	sql: Statements,
	sourceId: number,
	names: Set<string>,
	stored: TrailRow[]
): Promise<Set<string>> {
	const kept = new Set(stored.map(({ trail }) => trail));
	const others = [...names].filter((name) => name !== '' && !kept.has(name));
	const calls = await findCalls(
		sql,
		others.map((id) => ({ sourceId, id }))
	);
	return new Set([...calls.values()].filter(isThere).map(({ id }) => id));
}

function isThere({ outcome, revision }: CallRow): boolean {
	return outcome !== 'deleted' || revision !== goneRevision;
}
