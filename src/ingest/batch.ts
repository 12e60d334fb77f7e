import type { CallChange, Reject } from '#model/call.ts';
import { parseCall, type ParseLimits } from '#model/parseCall.ts';
import type { KeptReject } from '#records/rejects.server.ts';
import type { CallEvent, EventItem, SourceItem, UnreadItem } from '#sources/source.ts';
import { eventProblem, notAllowed } from './eventProblem.ts';
import { maskCallers } from './maskCallers.ts';

/** Records that are checked, and those that were refused. */
export class Batch {
	readonly changes: CallChange[] = [];
	/** What each change was read from, where it may still be refused: kept, ten thousand records fill the memory. */
	private readonly items: SourceItem[] = [];
	/** What a log says about calls: such a batch has no changes. */
	readonly events: CallEvent[] = [];
	readonly rejects: KeptReject[] = [];
	/** What was sent of each reject, with all that is masked in what is kept: for nobody but its sender. */
	readonly sentTexts = new Map<KeptReject, string>();

	/** @param origin what is said of refused records: how they were read, and the system of those that name none */
	constructor(
		private readonly body: { queue: string | null; source: string | null; allowedQueues: string[] | null },
		private readonly limits: ParseLimits,
		private readonly origin: { format: string; system: string }
	) {}

	get size(): number {
		return this.changes.length + this.events.length + this.rejects.length;
	}

	add(item: SourceItem | EventItem): void {
		if ('problem' in item) return this.refuse(item, null, item.problem);
		if ('event' in item) return this.addEvent(item);
		const parsed = parseCall(completed(item.record, this.body), this.limits);
		if ('problem' in parsed) return this.refuse(item, parsed.id, parsed.problem);
		const { queue, id } = parsed.change;
		const { allowedQueues } = this.body;
		if (allowedQueues === null || (queue !== null && allowedQueues.includes(queue)))
			this.keep(item, parsed.change);
		else if (queue === null)
			this.refuse(
				item,
				id,
				notAllowed('the key is for some queues only: name the queue of the deleted call')
			);
		else this.refuse(item, id, notAllowed('the key is not for this queue'));
	}

	private addEvent(item: Extract<EventItem, { event: CallEvent }>): void {
		const { event } = item;
		const problem = eventProblem(event, this.limits, this.body.allowedQueues);
		if (problem !== null) return this.refuse({ ...item, problem, caller: event.caller }, null, problem);
		// A key for some queues cannot speak for the whole system.
		if (event.trail !== '' || this.body.allowedQueues === null) this.events.push(event);
	}

	/** Refuses the changes at these places after all: they are to calls of queues that the key is not for. */
	takeOut(places: Set<number>): void {
		if (places.size === 0) return;
		const changes = this.changes.splice(0);
		const items = this.items.splice(0);
		changes.forEach((change, i) => {
			const item = items[i];
			if (!item) return;
			if (!places.has(i)) this.keep(item, change);
			else this.refuse(item, change.id, notAllowed('the call lies in a queue that the key is not for'));
		});
		this.rejects.sort((a, b) => a.line - b.line);
	}

	private keep(item: SourceItem, change: CallChange): void {
		this.changes.push(change);
		if (this.body.allowedQueues !== null) this.items.push(item);
	}

	private refuse(
		item: SourceItem | UnreadItem,
		id: string | null,
		problem: Omit<Reject, 'line' | 'id'>
	): void {
		const reject: KeptReject = {
			line: item.line,
			id,
			...problem,
			text: maskCallers(item),
			source: this.body.source ?? ('record' in item ? sourceOf(item.record) : null) ?? this.origin.system,
			format: this.origin.format,
			receivedAt: this.limits.now
		};
		this.rejects.push(reject);
		this.sentTexts.set(reject, item.text);
	}
}

/** The system that a refused record names, as far as it can be read. */
function sourceOf(record: unknown): string | null {
	if (typeof record !== 'object' || record === null || !('source' in record)) return null;
	const { source } = record;
	return typeof source === 'string' && source !== '' ? source.slice(0, 100) : null;
}

/** The record with what the request says for all of its records. */
export function completed(
	record: unknown,
	{ queue, source }: { queue: string | null; source: string | null }
): unknown {
	const isRecord = typeof record === 'object' && record !== null && !Array.isArray(record);
	if (!isRecord || (queue === null && source === null)) return record;
	const withQueue = queue === null || 'queue' in record ? record : { ...record, queue };
	return source === null ? withQueue : { ...withQueue, source };
}
