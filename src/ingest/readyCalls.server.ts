import { findCalls, keyText, type StoredCall } from '#records/calls.server.ts';
import type { Database } from '#records/database.server.ts';
import { readByKey } from '#records/readByKey.server.ts';
import type { Statements } from '#records/statements.ts';
import { decide, type IncomingCall } from './decide.ts';
import { decideAll, type Decide, type Decision } from './decideAll.ts';
import type { Lane } from './lane.ts';
import { copyFrom } from './storeDecision.server.ts';

/** Calls that are ready to be stored, as far as they can be without the locks of their queues. */
export interface ReadyCalls {
	incoming: IncomingCall[];
	/**
	 * What they come to if nobody changes the stored ones meanwhile, which is seen when they are stored; null: they are
	 * few, and nothing was looked up.
	 */
	ahead: Decision<StoredCall> | null;
}

/** How many of a batch's keys are looked up to guess whether any are stored already. */
const sampleSize = 40;

/** What is stored of calls, as it was while their sender's batches before were perhaps not stored. */
export interface LookedUp {
	incoming: IncomingCall[];
	/** Null: they are few, and nothing was looked up. */
	known: Map<string, StoredCall> | null;
	/** Batches that this may not have seen. */
	unseen: ReadonlySet<ReadyCalls>;
}

/** Looks up a sender's calls without locks. To be followed by `makeReady`, unless it fails. */
export async function lookUp(
	sql: Database['sql'],
	incoming: IncomingCall[],
	lane: Pick<Lane, 'beginLook' | 'endLook' | 'seemsStored'>
): Promise<LookedUp> {
	if (incoming.length < copyFrom) return { incoming, known: null, unseen: new Set() };
	const unseen = lane.beginLook();
	const { seemsStored: seemStored } = lane;
	try {
		const known = await readByKey(sql, (reading) => lookAhead(reading, incoming, { seemStored }));
		lane.seemsStored = known !== null && known.size > 0;
		return { incoming, known, unseen };
	} catch (error) {
		lane.endLook(unseen);
		throw error;
	}
}

/**
 * Decides what a sender's calls come to when those before are decided. Where they change nothing that is their answer: so it
 * was at the moment of the look-up, which lies between their coming and it.
 */
export function makeReady({ incoming, known, unseen }: LookedUp, lane: Pick<Lane, 'endLook'>): ReadyCalls {
	lane.endLook(unseen);
	const ready = readyCalls(incoming, known);
	return isHeldAgainst(ready, unseen) ? { incoming, ahead: null } : ready;
}

/**
 * Whether some calls look unchanged beside what the same sender's earlier batches may change, which were not stored when
 * that was looked up. A call that is changed itself is known by its version when it is stored.
 */
function isHeldAgainst({ ahead }: ReadyCalls, unseen: ReadonlySet<ReadyCalls>): boolean {
	return (
		ahead?.statuses.includes('unchanged') === true && ![...unseen].every((batch) => areApart(ahead, batch))
	);
}

/**
 * What is stored of the calls: nothing where none of a sample is, since they are new then as a rule; null where they
 * are so few that it does not pay to ask before they are stored.
 * @param seemStored asks for all of them at once
 */
export async function lookAhead(
	sql: Statements,
	incoming: IncomingCall[],
	{ seemStored = false }: { seemStored?: boolean } = {}
): Promise<Map<string, StoredCall> | null> {
	if (incoming.length < copyFrom) return null;
	if (!seemStored) {
		const sampled = await findCalls(sql, sampleOf(incoming));
		if (sampled.size === 0) return sampled;
	}
	return findCalls(sql, incoming);
}

export function readyCalls(
	incoming: IncomingCall[],
	known: Map<string, StoredCall> | null,
	decideOne: Decide = decide
): ReadyCalls {
	return { incoming, ahead: known && decideAll(incoming, known, decideOne) };
}

/** Whether nothing is to be stored of them. */
export function changesNothing(ready: ReadyCalls): ready is ReadyCalls & { ahead: Decision<StoredCall> } {
	const { ahead } = ready;
	return ahead !== null && ahead.created.length === 0 && ahead.updated.length === 0;
}

/** Whether none of the calls of one batch is in the other. */
export function areApart({ latest }: Decision, { incoming, ahead }: ReadyCalls): boolean {
	if (!ahead) return incoming.every((call) => !latest.has(keyText(call)));
	for (const key of ahead.latest.keys()) if (latest.has(key)) return false;
	return true;
}

function sampleOf<T>(items: T[]): T[] {
	const step = Math.max(1, Math.floor(items.length / sampleSize));
	return items.filter((_, i) => i % step === 0);
}
