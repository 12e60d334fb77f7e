import type { RequestEvent } from '@sveltejs/kit';
import { listCalls, type CallFilter, type CallPlace, type ListedCall } from '#records/listCalls.server.ts';
import type { StoredQueue } from '#records/queues.server.ts';
import { callCursor, readCallCursor } from '#views/calls/callCursor.ts';
import { callJson, type CallJson } from '#views/calls/callJson.ts';
import { callQuestion } from '#views/calls/callQuestion.ts';
import { product } from '#work/product.server.ts';
import { csvText } from './csvText.ts';
import { fileInParts } from './fileInParts.ts';
import { liveQueue } from './live.server.ts';
import { problem } from './problem.ts';

const aPage = 100;
const aPieceOfCsv = 2000;

/** What `GET /api/v1/queues/{queue}/calls` answers: the latest calls first; `cursor` asks for the next page. */
export interface CallList {
	queue: string;
	zone: string;
	calls: CallJson[];
	cursor: string | null;
}

/** `GET /api/v1/queues/{queue}/calls`: single calls, a page at a time, never with a caller's number. */
export async function getCallList(event: RequestEvent): Promise<Response> {
	const asked = await ask(event);
	if (asked instanceof Response) return asked;
	const { stored, filter, after } = asked;
	const { zone, slug } = stored.queue;
	const calls = await listCalls(product().database, stored.id, filter, { after, limit: aPage + 1 });
	if (calls === null) return tooMuch();
	const shown = calls.slice(0, aPage);
	const last = shown.at(-1);
	const answer: CallList = {
		queue: slug,
		zone,
		calls: shown.map((call) => callJson(call, zone)),
		cursor: calls.length > aPage && last ? callCursor(last) : null
	};
	return Response.json(answer);
}

/** `GET /api/v1/queues/{queue}/calls.csv`: all that fit, of any number, in pieces. */
export async function getCallsCsv(event: RequestEvent): Promise<Response> {
	const asked = await ask(event);
	if (asked instanceof Response) return asked;
	const { stored, filter, after } = asked;
	const first = await listCalls(product().database, stored.id, filter, { after, limit: aPieceOfCsv });
	if (first === null) return tooMuch();
	return fileInParts(csvParts(stored, filter, first), `calls-${stored.queue.slug}.csv`, 'text/csv');
}

interface Asked {
	stored: StoredQueue;
	filter: CallFilter;
	after: CallPlace | null;
}

async function ask(event: RequestEvent): Promise<Asked | Response> {
	const stored = await liveQueue(event);
	if (stored instanceof Response) return stored;
	const query = event.url.searchParams;
	const { zone } = stored.queue;
	const { filter, wrong } = callQuestion(query, { zone, now: event.locals.now, lastDayIn: false });
	const cursor = query.get('cursor');
	const after = cursor === null ? null : readCallCursor(cursor);
	if (cursor !== null && after === null)
		wrong.push({ field: 'cursor', message: 'cursor must be one that an answer gave.' });
	const [first] = wrong;
	if (first) return problem(400, 'Wrong parameter', first.message, { field: first.field });
	return { stored, filter, after };
}

function tooMuch(): Response {
	return problem(400, 'Too much to look through', 'Few of very many calls fit; take a shorter range.', {
		field: 'from'
	});
}

async function* csvParts(stored: StoredQueue, filter: CallFilter, first: ListedCall[]) {
	// A table without rows still has its header.
	yield csvText([], callJson(noCall, 'UTC'));
	for (let calls: ListedCall[] | null = first; calls && calls.length > 0;) {
		const text = csvText(calls.map((call) => callJson(call, stored.queue.zone)));
		yield text.slice(text.indexOf('\r\n') + 2);
		const after = calls.at(-1) ?? null;
		if (calls.length < aPieceOfCsv) return;
		calls = await listCalls(product().database, stored.id, filter, { after, limit: aPieceOfCsv });
		// Half a table that looks whole would be worse than one that breaks off.
		if (calls === null) throw new Error('calls.csv: the database took too long');
	}
}

const noCall: ListedCall = {
	id: '',
	source: '',
	enqueuedAt: 0,
	answeredAt: null,
	endedAt: null,
	outcome: 'lost',
	waitMs: null,
	agent: null,
	topic: null,
	channel: '',
	priority: null,
	talkSeconds: null,
	holdSeconds: null,
	wrapSeconds: null,
	repeat: null,
	sourceId: 0
};
