import type { CallRow } from '#records/calls.server.ts';
import { emptied, filled, same, type IncomingCall, type Status } from './decide.ts';

/** Of a call that its trail holds no more. Below every other, so that anything brings it back. */
export const goneRevision = -1;

/**
 * What a call becomes that all events of its trail make together: exactly what they say, for they are all that is
 * known. Only what somebody has said of the call by its id stands above it: a deletion, a higher revision, a move to
 * another queue; and topic and priority, of which a log knows nothing.
 */
export function decideFolded(
	known: CallRow | null,
	incoming: IncomingCall
): { status: Status; row: CallRow } {
	if (known === null) return { status: 'created', row: filled(incoming, null) };
	const isGone = known.outcome === 'deleted' && known.revision === goneRevision;
	const isSaid = known.revision > 0 || known.queueId !== incoming.queueId || known.outcome === 'deleted';
	if (isSaid && !isGone) return { status: 'unchanged', row: known };
	const row = incoming.outcome === 'deleted' ? emptied(incoming, known) : filled(incoming, known);
	return same(row, known) ? { status: 'unchanged', row: known } : { status: 'updated', row };
}
