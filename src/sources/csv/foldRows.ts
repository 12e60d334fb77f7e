import { outcomes } from '#model/call.ts';
import type { KeptEvent, Visit } from '../source.ts';
import type { RowCall } from './csvCall.ts';

/** What is kept of one row of a call. */
export interface KeptRow extends RowCall {
	agent: string | null;
	/** It names the queue itself; others are legs before and after it. */
	isOfQueue: boolean;
}

/** As text of one line, the same for the same row. */
export function keptRow(row: KeptRow): string {
	const { enqueuedAt, answeredAt, endedAt, outcome, agent, talkSeconds, holdSeconds, wrapSeconds } = row;
	const times = [enqueuedAt, answeredAt, endedAt, talkSeconds, holdSeconds, wrapSeconds];
	return JSON.stringify([row.isOfQueue ? 1 : 0, ...times, outcome, agent]);
}

/**
 * The call that the rows of one id and queue make, in whatever order they came. It waits from the first row of the queue
 * itself; whoever answers first has answered; it ends with the last row.
 */
export function foldRows(events: KeptEvent[]): Visit[] {
	const rows = events.map(readRow).filter((row) => row !== null);
	const own = rows.filter((row) => row.isOfQueue && row.enqueuedAt !== null);
	const first = least((own.length > 0 ? own : rows).map((row) => row.enqueuedAt));
	if (first === null) return [];
	const answers = rows
		.filter((row) => row.outcome === 'answered' && row.answeredAt !== null && row.answeredAt >= first)
		.sort(
			(a, b) => (a.answeredAt ?? 0) - (b.answeredAt ?? 0) || ((a.agent ?? '~') < (b.agent ?? '~') ? -1 : 1)
		);
	const answeredAt = answers[0]?.answeredAt ?? null;
	const ofQueue = rows.filter((row) => row.isOfQueue);
	const ends = answeredAt === null && ofQueue.some((row) => row.endedAt !== null) ? ofQueue : rows;
	const end = most(ends.map((row) => row.endedAt));
	const endedAt = end === null ? null : Math.max(end, answeredAt ?? first);
	return [
		{
			enqueuedAt: first,
			answeredAt,
			endedAt,
			outcome: answeredAt !== null ? 'answered' : unanswered(ofQueue, endedAt),
			agent: answers.map((row) => row.agent).find((agent) => agent !== null) ?? null,
			caller:
				events
					.map((event) => event.caller)
					.filter((caller) => caller !== null)
					.sort()[0] ?? null,
			talkSeconds: most(answers.map((row) => row.talkSeconds)),
			wrapSeconds: most(answers.map((row) => row.wrapSeconds)),
			holdSeconds: most(answers.map((row) => row.holdSeconds)),
			whole: true,
			unended: false
		}
	];
}

/** By what the queue's rows say; what they call answered without saying when is lost to every figure of waits. */
function unanswered(rows: KeptRow[], endedAt: number | null): Visit['outcome'] {
	const said = new Set(rows.map((row) => row.outcome));
	const flown = outcomes.find(
		(one) => one !== 'answered' && one !== 'abandoned' && one !== 'waiting' && said.has(one)
	);
	if (flown) return flown;
	if (endedAt === null) return said.has('answered') || said.has('abandoned') ? 'lost' : 'waiting';
	return said.has('answered') ? 'lost' : 'abandoned';
}

function least(values: (number | null)[]): number | null {
	return values.reduce((so, value) => (value !== null && (so === null || value < so) ? value : so), null);
}

function most(values: (number | null)[]): number | null {
	return values.reduce((so, value) => (value !== null && (so === null || value > so) ? value : so), null);
}

function readRow({ content }: KeptEvent): KeptRow | null {
	const parts: unknown = content.startsWith('[') ? JSON.parse(content) : null;
	if (!Array.isArray(parts) || parts.length !== 9) return null;
	const number = (value: unknown) => (typeof value === 'number' ? value : null);
	const [isOfQueue, enqueuedAt, answeredAt, endedAt, talk, hold, wrap, outcome, agent]: unknown[] = parts;
	return {
		isOfQueue: isOfQueue === 1,
		enqueuedAt: number(enqueuedAt),
		answeredAt: number(answeredAt),
		endedAt: number(endedAt),
		talkSeconds: number(talk),
		holdSeconds: number(hold),
		wrapSeconds: number(wrap),
		outcome: outcomes.filter((one) => one !== 'waiting').find((one) => one === outcome) ?? null,
		agent: typeof agent === 'string' ? agent : null
	};
}
