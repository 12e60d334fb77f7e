import type { Statements } from '#records/statements.ts';
import { keyOf, type RollupChange } from './changes.ts';
import { findLongest } from './findLongest.server.ts';
import { addToRows, byKey, findRows, removeRows, writeRows, type AddedRow } from './rows.server.ts';

/** Counts of waits that are packed so many times one behind the other are packed into one. */
const mostParts = 8;

/**
 * Adds the differences to the rollup rows, inside the transaction that wrote the calls and under the locks of their
 * queues.
 * @param storing resolves when the calls are written, which may be on their way still
 */
export async function applyChanges(
	sql: Statements,
	changes: RollupChange[],
	storing: Promise<void> = Promise.resolve()
): Promise<void> {
	return readyChanges(changes)(sql, storing);
}

/** The same in two steps: what can be done before the calls are written, and a function that does the rest. */
export function readyChanges(
	changes: RollupChange[]
): (sql: Statements, storing: Promise<void>) => Promise<void> {
	if (changes.length === 0) return (_, storing) => storing;
	const add = addToRows(
		changes.map((change) => ({ ...change, tally: change.difference })),
		{ parts: mostParts, all: changes.some(takesAway) }
	);
	return async (sql, storing) => {
		const [added] = await Promise.all([add(sql), storing]);
		await removeRows(
			sql,
			added.filter((row) => row.offered === 0)
		);
		const asAdded = byKey(added);
		const unsure = changes.filter((change) => {
			const row = asAdded.get(keyOf(change));
			return row !== undefined && row.offered !== 0 && losesItsLongest(row, change);
		});
		await findLongest(sql, unsure);
		const long = added.filter((row) => row.parts >= mostParts && row.offered !== 0);
		if (long.length > 0) await writeRows(sql, await findRows(sql, long));
	};
}

function takesAway(change: RollupChange): boolean {
	return change.removedAnsweredMs !== null || change.removedAbandonedMs !== null;
}

/**
 * A longest wait cannot be subtracted: when a call that may have held it goes, it has to be looked up; unless one that
 * waited as long has come, as when a call is corrected in something else (RollupChanges.join sees to that).
 */
function losesItsLongest(row: AddedRow, change: RollupChange): boolean {
	return (
		isLost(change.removedAnsweredMs, row.longestAnsweredMs) ||
		isLost(change.removedAbandonedMs, row.longestAbandonedMs)
	);
}

function isLost(removedMs: number | null, longestMs: number | null): boolean {
	return removedMs !== null && removedMs >= (longestMs ?? 0);
}
