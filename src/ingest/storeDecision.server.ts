import { insertCalls, keyText, removeCalls, updateCalls, type CallRow } from '#records/calls.server.ts';
import { copyCalls } from '#records/copyCalls.server.ts';
import type { Statements } from '#records/statements.ts';
import type { Decision } from './decideAll.ts';

/** From this many calls on, COPY beats one statement with a parameter a column. */
export const copyFrom = 200;

/**
 * Stores calls as they were decided. Few that have changed are changed where they lie. Many are taken out and stored
 * anew, which costs the database less than changing them; so are those that move to another queue, which may lie on
 * another machine.
 * @param known the calls as they are stored, by `keyText`
 */
export async function storeDecision(
	sql: Statements,
	{ created, updated }: Pick<Decision, 'created' | 'updated'>,
	known: Map<string, CallRow>
): Promise<void> {
	const queueBefore = (row: CallRow) => known.get(keyText(row))?.queueId ?? row.queueId;
	const areMany = updated.length >= copyFrom;
	const replaced = updated.filter((row) => areMany || queueBefore(row) !== row.queueId);
	await removeCalls(
		sql,
		replaced.map((row) => ({ sourceId: row.sourceId, id: row.id, queueId: queueBefore(row) }))
	);
	if (!areMany)
		await updateCalls(
			sql,
			updated.filter((row) => queueBefore(row) === row.queueId)
		);
	const stored = [...created, ...replaced];
	await (stored.length >= copyFrom ? copyCalls : insertCalls)(sql, stored);
}
