import type { Call } from '#model/call.ts';
import { parseCall, type ParseLimits, type RecordProblem } from '#model/parseCall.ts';
import type { CallEvent, EventItem, Fold, SourceItem } from '#sources/source.ts';
import { UnreadableBody } from '#sources/source.ts';
import { completed } from './batch.ts';
import type { BodyQuery } from './bodyQuery.ts';
import { BodyProblem } from './bodyProblem.ts';
import { chooseSource } from './chooseSource.ts';
import { eventProblem } from './eventProblem.ts';

/** What a row becomes: a call (of a log: what all its lines make together), the taking back of one, or nothing, and why. */
export type PreviewRow = { line: number } & (
	{ call: PreviewCall } | { deleted: string } | { problem: RecordProblem; text: string }
);

export interface PreviewCall extends Pick<
	Call,
	'id' | 'enqueuedAt' | 'answeredAt' | 'endedAt' | 'outcome' | 'talkSeconds'
> {
	queue: string;
	agent: string | null;
	/** How many lines it is made of. */
	lines: number;
}

export interface BodyPreview {
	/** In the order of their first lines. */
	rows: PreviewRow[];
	/** Why nothing, or nothing more, can be read at all; null: it can. */
	unreadable: string | null;
}

/**
 * Reads a body's beginning as ingestion would, and stores nothing.
 * @param isWhole the text goes to the end; else its last row may be cut off, and is left out
 */
export function previewBody(
	text: string,
	query: BodyQuery & { format: string; zone: string },
	{ isWhole, ...limits }: ParseLimits & { isWhole: boolean }
): BodyPreview {
	const rows: PreviewRow[] = [];
	const trails = new Map<string, Trail>();
	let fold: Fold | null = null;
	let unreadable: string | null = null;
	const add = (items: (SourceItem | EventItem)[]) => {
		for (const item of items) {
			if ('event' in item) addEvent(item, trails, rows, limits);
			else rows.push(rowOf(item, query, limits));
		}
	};
	try {
		const { source } = chooseSource(query.format, null, query);
		if ('fold' in source) fold = source.fold;
		add(source.read(text));
		if (isWhole) add(source.end());
	} catch (error) {
		if (error instanceof UnreadableBody) unreadable = error.message;
		else if (error instanceof BodyProblem) unreadable = error.detail;
		else throw error;
	}
	if (fold) rows.push(...foldedRows(trails, fold));
	return { rows: rows.sort((a, b) => a.line - b.line), unreadable };
}

interface Trail {
	queue: string;
	events: Map<string, CallEvent>;
	lines: number[];
}

function rowOf(item: SourceItem, query: BodyQuery, limits: ParseLimits): PreviewRow {
	const { line, text } = item;
	if ('problem' in item) return { line, text, problem: item.problem };
	const parsed = parseCall(completed(item.record, query), limits);
	if ('problem' in parsed) return { line, text, problem: parsed.problem };
	const { change } = parsed;
	if ('deleted' in change) return { line, deleted: change.id };
	const { id, enqueuedAt, answeredAt, endedAt, outcome, talkSeconds, agent } = change;
	const queue = change.queueName ?? change.queue;
	return {
		line,
		call: { id, queue, enqueuedAt, answeredAt, endedAt, outcome, talkSeconds, agent: agent ?? null, lines: 1 }
	};
}

function addEvent(
	{ event, line, text }: Extract<EventItem, { event: CallEvent }>,
	trails: Map<string, Trail>,
	rows: PreviewRow[],
	limits: ParseLimits
): void {
	const problem = eventProblem(event, limits, null);
	if (problem !== null) {
		rows.push({ line, text, problem });
		return;
	}
	const trail: Trail = trails.get(event.trail) ?? { queue: event.queue, events: new Map(), lines: [] };
	trails.set(event.trail, trail);
	trail.lines.push(line);
	if (event.content !== '') trail.events.set(event.content, event);
}

function foldedRows(trails: Map<string, Trail>, fold: Fold): PreviewRow[] {
	const restarts = [...(trails.get('')?.events.keys() ?? [])].map(Number).sort((a, b) => a - b);
	return [...trails].flatMap(([id, { queue, events, lines }]): PreviewRow[] => {
		if (id === '') return [];
		return fold([...events.values()], restarts).map((visit, i) => {
			const { enqueuedAt, answeredAt, endedAt, outcome, talkSeconds, agent } = visit;
			const call = {
				queue,
				enqueuedAt,
				answeredAt,
				endedAt,
				outcome,
				talkSeconds,
				agent,
				lines: lines.length
			};
			return { line: lines[0] ?? 1, call: { id: i === 0 ? id : `${id}/${i + 1}`, ...call } };
		});
	});
}
