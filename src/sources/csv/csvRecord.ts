import type { SourceItem } from '../source.ts';
import { instantText, type VendorRecord } from '../vendorFields.ts';
import { callOfFacts } from './csvCall.ts';
import type { RowReader } from './csvRow.ts';
import type { TableRow } from './mappedCsv.ts';

/** The call record that a row is. */
export function recordOfRow(row: TableRow, reader: RowReader, ids: RowIds): SourceItem[] {
	const { line, text, cells, numbers } = row;
	const facts = reader.read(cells);
	if ('problem' in facts) return [{ line, text, problem: facts.problem }];
	const call = callOfFacts(facts, reader);
	const refuse = (field: 'enqueued_at' | 'answered_at' | 'id', message: string): SourceItem[] => [
		{ line, text, problem: { field: reader.columnOf(field), code: 'required', message } }
	];
	if (call.enqueuedAt === null) return refuse('enqueued_at', 'nothing says when the caller began to wait');
	if (call.outcome === 'answered' && call.answeredAt === null)
		return refuse('answered_at', 'the call was answered, and nothing says when');
	if (reader.has('id') && facts.id === null) return refuse('id', 'the row has no id');
	const { priority } = facts;
	const record: VendorRecord = {
		id: facts.id ?? ids.of(cells),
		source: 'csv',
		queue: facts.queue,
		enqueued_at: instantText(call.enqueuedAt),
		answered_at: instantText(call.answeredAt),
		ended_at: instantText(call.endedAt),
		outcome: call.outcome,
		agent: facts.agent,
		topic: facts.topic,
		channel: facts.channel,
		priority: priority !== null && /^-?\d{1,15}$/.test(priority) ? Number(priority) : priority,
		talk_seconds: call.talkSeconds,
		hold_seconds: call.holdSeconds,
		wrap_seconds: call.wrapSeconds,
		caller: facts.caller
	};
	const said = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));
	return [numbers.length > 0 ? { line, text, record: said, numbers } : { line, text, record: said }];
}

const remembered = 20_000;

/**
 * Ids for the rows of a table that has none: the same row is the same call, whatever is mapped. Of rows that are alike
 * in every cell, each is a call of its own.
 */
export class RowIds {
	/** How often a row has come, in two generations: a map that forgets its oldest one by one is slow. */
	private seen = new Map<string, number>();
	private seenBefore = new Map<string, number>();

	of(cells: string[]): string {
		const text = cells.join('\u001f');
		const hash = `${hashOf(text, 0x811c9dc5)}${hashOf(text, 0x01234567)}`;
		const before = this.seen.get(hash) ?? this.seenBefore.get(hash) ?? 0;
		this.seen.set(hash, before + 1);
		if (this.seen.size >= remembered) {
			this.seenBefore = this.seen;
			this.seen = new Map();
		}
		return before === 0 ? `row-${hash}` : `row-${hash}-${before + 1}`;
	}
}

/** FNV-1a from a start of its own: to tell rows apart, not to hide them. */
function hashOf(text: string, start: number): string {
	let value = start;
	for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
	return (value >>> 0).toString(16).padStart(8, '0');
}
