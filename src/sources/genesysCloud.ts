/**
 * Conversation details of Genesys Cloud, as `POST /api/v2/analytics/conversations/details/query`, the details jobs and
 * the notifications of one conversation give them: https://developer.genesys.cloud/analyticsdatamanagement/
 * One conversation, an array, one a line, or pages with the list as `conversations`:
 * {"conversationId":"1bc9…","conversationStart":"2026-03-02T01:15:00.000Z","conversationEnd":"2026-03-02T01:21:30.120Z",
 *  "originatingDirection":"inbound","participants":[
 *   {"participantId":"8d4f…","purpose":"customer","sessions":[{"mediaType":"voice","ani":"tel:+4930…","segments":[…]}]},
 *   {"participantId":"9791…","participantName":"Payments","purpose":"acd","sessions":[{"mediaType":"voice",
 *    "segments":[{"segmentStart":"2026-03-02T01:15:40.388Z","segmentEnd":"2026-03-02T01:16:55.567Z","queueId":"a623…",
 *                 "segmentType":"interact","disconnectType":"transfer"}],
 *    "metrics":[{"name":"nOffered","value":1,"emitDate":"2026-03-02T01:15:40.388Z"},
 *               {"name":"tAcd","value":75179,"emitDate":"2026-03-02T01:16:55.567Z"}]}]},
 *   {"participantId":"ce60…","participantName":"Ana","purpose":"agent","userId":"50fc…","sessions":[…]}]}
 *
 * A call is one participant of purpose `acd`: one visit to a queue, several where a caller is transferred. What is
 * written rather than spoken, and answered when somebody gets to it (mail, messages), is passed over.
 *
 * Queues are ids here. A queue is called as a page of `GET /api/v2/routing/queues` in the same body calls it, else as
 * its participant is called, else by its id.
 *
 * The same conversation comes again and fuller: while it is open, when it has ended, when the agent has finished. What
 * it holds has instants; the latest of them, and how much there is, is the revision.
 */
import { jsonValues } from './jsonValues.ts';
import type { JsonValue } from './jsonValue.ts';
import { readConversation } from './genesysConversation.ts';
import type { Source, SourceItem } from './source.ts';
import { own } from './vendorFields.ts';

export function genesysCloud(): Source {
	const values = jsonValues(['conversations', 'entities']);
	const names = new Map<string, string>();

	const toItems = (piece: JsonValue): SourceItem[] => {
		if ('problem' in piece) return [piece];
		if (learnQueue(piece.value, names) || isEmptyPage(piece.value)) return [];
		return readConversation(piece, names);
	};

	return {
		read: (text) => values.read(text).flatMap(toItems),
		end: () => values.end().flatMap(toItems)
	};
}

/** Whether it is a queue of the routing API: it has a name, and is no conversation. */
function learnQueue(value: unknown, names: Map<string, string>): boolean {
	const id = own(value, 'id');
	const name = own(value, 'name');
	if (typeof id !== 'string' || typeof name !== 'string' || own(value, 'participants') !== undefined)
		return false;
	if (name !== '' && names.size < mostQueues) names.set(id, name);
	return true;
}

const mostQueues = 10_000;

/** A page that found nothing has no list. */
function isEmptyPage(value: unknown): boolean {
	if (typeof value !== 'object' || value === null || own(value, 'conversationId') !== undefined) return false;
	const names = Object.keys(value);
	return (
		names.length === 0 || names.some((name) => ['totalHits', 'cursor', 'dataAvailabilityDate'].includes(name))
	);
}
