import {
	insertCalls,
	removeCalls,
	updateCalls,
	type Layout,
	type StoredCall
} from '#records/calls.server.ts';
import { copyCalls } from '#records/copyCalls.server.ts';
import type { Statements } from '#records/statements.ts';
import type { Decision } from './decideAll.ts';

/** From this many calls on, COPY beats one statement with a parameter a column. */
export const copyFrom = 200;

type Changes = Pick<Decision<StoredCall>, 'created' | 'updated' | 'replaced'>;

/**
 * Stores calls as they were decided under the locks of their queues. Few that have changed are changed where they lie.
 * Many are taken out and stored anew, which costs the database less than changing them; so are those that move to
 * another queue, which may lie on another machine.
 */
export async function storeDecision(sql: Statements, changes: Changes, layout: Layout): Promise<void> {
	const { created, updated, replaced } = changes;
	if (updated.length >= copyFrom) return storeAnew(sql, changes, layout);
	const moves = updated.map((row, i) => row.queueId !== replaced[i]?.queueId);
	await updateCalls(
		sql,
		updated.filter((_, i) => !moves[i])
	);
	const moved = {
		created,
		updated: updated.filter((_, i) => moves[i]),
		replaced: replaced.filter((_, i) => moves[i])
	};
	await storeAnew(sql, moved, layout);
}

/** Takes out what has changed and stores it anew, with what is new. Throws ChangedMeanwhile. */
export async function storeAnew(
	sql: Statements,
	{ created, updated, replaced }: Changes,
	layout: Layout
): Promise<void> {
	if ((await removeCalls(sql, replaced, layout)) < replaced.length) throw new ChangedMeanwhile();
	const stored = updated.length === 0 ? created : [...created, ...updated];
	await (stored.length >= copyFrom ? copyCalls : insertCalls)(sql, stored);
}

/** Calls are not any more what they were when it was decided what becomes of them. */
export class ChangedMeanwhile extends Error {
	constructor() {
		super('calls have changed since they were looked up');
	}
}
