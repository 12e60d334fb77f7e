import type { Reject } from '#model/call.ts';
import { measures } from '#records/measures.server.ts';
import type { KeptReject } from '#records/rejects.server.ts';
import type { Status } from './decide.ts';
import { limits } from './limits.ts';

/** What became of a body (api.md): received = created + updated + unchanged + rejected. */
export interface Answer {
	received: number;
	created: number;
	updated: number;
	unchanged: number;
	rejected: number;
	/** The first hundred; all of them are kept. */
	errors: Reject[];
	/** Of a dry run of more calls than are kept in mind: created counts some twice that come again far below. */
	inexact?: true;
}

type Counts = Record<Status, number>;

/** Adds what became of a batch. */
export function count(answer: Answer, stored: Counts, rejects: KeptReject[]): void {
	answer.created += stored.created;
	answer.updated += stored.updated;
	answer.unchanged += stored.unchanged;
	answer.received += stored.created + stored.updated + stored.unchanged + rejects.length;
	answer.rejected += rejects.length;
	for (const { line, id, field, code, message } of rejects.slice(
		0,
		limits.errors_returned - answer.errors.length
	))
		answer.errors.push({ line, id, field, code, message });
}

/** How many there are of each. */
export function counted(lists: (Status | null)[][]): Counts {
	const counts: Counts = { created: 0, updated: 0, unchanged: 0 };
	for (const statuses of lists) for (const status of statuses) if (status) counts[status]++;
	return counts;
}

/** The same for whoever watches the server. */
export function measure(stored: Counts, rejects: KeptReject[]): void {
	for (const [result, count] of Object.entries(stored))
		if (count > 0) measures.records.inc({ result }, count);
	if (rejects.length > 0) measures.records.inc({ result: 'rejected' }, rejects.length);
	for (const { code } of rejects) measures.rejects.inc({ code });
}
