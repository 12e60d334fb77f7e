import { keyText, type CallRow } from '#records/calls.server.ts';
import { RollupChanges, type PlacedCall } from '#rollups/changes.ts';
import type { TouchedCaller } from '#rollups/repeats.server.ts';
import { keepsItsCaller, type decide, type IncomingCall, type Status } from './decide.ts';

/** What a record makes of the call as it is known, and what that is called. */
export type Decide = typeof decide;

/** What records make of the calls that are known, before any of it is stored. */
export interface Decision<Known extends CallRow = CallRow> {
	/** Of each record. */
	statuses: Status[];
	created: CallRow[];
	updated: CallRow[];
	/** What each of `updated` was, in the same order. */
	replaced: Known[];
	/** Where each call ends up, by `keyText`. */
	latest: Map<string, CallRow>;
	changes: RollupChanges;
	touched: TouchedCaller[];
}

/** Takes the records one after the other; what is to be written is where each call ends up. */
export function decideAll<Known extends CallRow>(
	incoming: IncomingCall[],
	known: Map<string, Known>,
	decideOne: Decide
): Decision<Known> {
	const latest = new Map<string, CallRow>();
	const statuses = incoming.map((call) => {
		const key = keyText(call);
		const { status, row } = decideOne(latest.get(key) ?? known.get(key) ?? null, call);
		latest.set(key, row);
		return status;
	});
	const decision: Decision<Known> = {
		statuses,
		created: [],
		updated: [],
		replaced: [],
		latest,
		changes: new RollupChanges(),
		touched: []
	};
	for (const [key, row] of latest) {
		const before = known.get(key) ?? null;
		if (row === before) continue;
		if (before) {
			decision.updated.push(row);
			decision.replaced.push(before);
		} else decision.created.push(row);
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
