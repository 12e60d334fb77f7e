import { slugOf } from '#model/slug.ts';
import type { EventItem } from '../source.ts';
import { callOfFacts, type RowCall } from './csvCall.ts';
import type { RowReader } from './csvRow.ts';
import { keptRow } from './foldRows.ts';
import type { TableRow } from './mappedCsv.ts';

interface Waiting {
	item: { line: number; text: string };
	call: RowCall;
	agent: string | null;
	caller: string | null;
}

interface Group {
	/** The last queue that a row of this id has named. */
	queue: string | null;
	/** Rows of a call whose queue is not known yet. */
	waiting: Waiting[];
}

/** The rows of one call stand near each other: so many calls are kept in mind, and so many rows without a queue. */
const mostGroups = 2_000;
const mostWaiting = 500;

/**
 * Rows of one call, joined by its id: rows that name no queue belong to that of the rows around them with the same id.
 * Calls of which no row names a queue are none of a queue, and are passed over.
 */
export class CsvGroups {
	private readonly groups = new Map<string, Group>();

	constructor(
		private readonly reader: RowReader,
		private readonly queue: string | null
	) {}

	take(row: TableRow): EventItem[] {
		const { line, text, cells } = row;
		const refuse = (field: string, message: string): EventItem[] => [
			{ line, text, problem: { field, code: 'required', message } }
		];
		const facts = this.reader.read(cells);
		if ('problem' in facts) return [{ line, text, problem: facts.problem }];
		if (!this.reader.has('id')) return refuse('id', 'rows are grouped by id, and no column is the id');
		const { id } = facts;
		if (id === null) return refuse(this.reader.columnOf('id'), 'the row has no id');
		if (id.length > 120) return refuse(this.reader.columnOf('id'), 'the id is longer than 120 characters');
		if (!this.reader.has('queue') && this.queue === null)
			return refuse('queue', 'no column is the queue, and the request names none');
		const one = {
			item: { line, text },
			call: callOfFacts(facts, this.reader),
			agent: facts.agent,
			caller: facts.caller
		};
		const group = this.groupOf(id);
		const named = facts.queue ?? (this.reader.has('queue') ? null : this.queue);
		if (named !== null) {
			group.queue = named;
			const before = group.waiting.splice(0).map((waiting) => eventOf(id, named, waiting, false));
			return [...before, eventOf(id, named, one, true)];
		}
		if (group.queue !== null) return [eventOf(id, group.queue, one, false)];
		if (group.waiting.length < mostWaiting) group.waiting.push(one);
		return [];
	}

	private groupOf(id: string): Group {
		const known = this.groups.get(id) ?? { queue: null, waiting: [] };
		this.groups.delete(id);
		this.groups.set(id, known);
		if (this.groups.size > mostGroups)
			for (const oldest of this.groups.keys()) {
				this.groups.delete(oldest);
				break;
			}
		return known;
	}
}

function eventOf(
	id: string,
	queue: string,
	{ item, call, agent, caller }: Waiting,
	isOfQueue: boolean
): EventItem {
	const times = [call.enqueuedAt, call.answeredAt, call.endedAt].filter((at) => at !== null);
	return {
		...item,
		event: {
			trail: `${id}/${slugOf(queue)}`,
			queue,
			at: Math.max(0, ...times),
			sinceAt: call.enqueuedAt ?? Math.max(0, ...times),
			content: keptRow({ ...call, agent, isOfQueue }),
			caller
		}
	};
}
