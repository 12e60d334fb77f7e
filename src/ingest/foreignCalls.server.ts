import type { CallChange } from '#model/call.ts';
import { findCalls, keyText } from '#records/calls.server.ts';
import type { Database } from '#records/database.server.ts';
import { queueIds } from '#records/queues.server.ts';
import { Strangers, type Names } from './resolve.server.ts';

/** A deletion of a call that nobody knew is kept under this queue. */
const noQueue = 0;

/**
 * The places of those changes that are to stored calls of other queues than these. A call is known by its source and
 * id: without this a key for one queue could delete another queue's calls, or move them into its own.
 */
export async function foreignCalls(
	database: Pick<Database, 'sql' | 'db'>,
	names: Names,
	changes: CallChange[],
	allowedQueues: string[]
): Promise<Set<number>> {
	const incoming = await names.resolve(changes, new Strangers());
	const stored = await findCalls(database.sql, incoming);
	if (stored.size === 0) return new Set();
	const allowed = new Set([noQueue, ...(await queueIds(database, allowedQueues)).values()]);
	const places = incoming.flatMap((call, i) => {
		const known = stored.get(keyText(call));
		return known && !allowed.has(known.queueId) ? [i] : [];
	});
	return new Set(places);
}
