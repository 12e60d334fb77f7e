/**
 * Calls of Zendesk Talk, as its incremental export gives them page by page:
 * https://developer.zendesk.com/api-reference/voice/talk-api/incremental_exports/
 * {"calls":[{"id":360088814475,"created_at":"2026-03-02T01:15:00Z","updated_at":"2026-03-02T01:25:10Z","agent_id":2903,
 *  "call_group_id":3600041,"direction":"inbound","completion_status":"completed","duration":395,"ivr_time_spent":40,
 *  "wait_time":75,"time_to_answer":75,"talk_time":250,"hold_time":25,"wrap_up_time":60,"voicemail":false,
 *  "overflowed":false,"callback":false}],"count":1,"end_time":1772414710,"next_page":"https://…"}
 *
 * A queue is a group, called as a page of `GET /api/v2/groups` in the same body calls it, else by its id. When a caller
 * came to the queue and when an agent answered is not exported: the first is the beginning of the call and the time in
 * the menu, the second that and the time to answer. A call that is transferred stays one.
 *
 * Passed over are calls that were made and callers who never left the menu; legs (`legs`) are no calls. A call comes
 * again whenever something of it changes, with `updated_at`, which is the revision.
 */
import { jsonValues } from './jsonValues.ts';
import type { JsonValue } from './jsonValue.ts';
import type { Source, SourceItem } from './source.ts';
import { instantText, own, VendorFields, vendorItem, wholeSeconds } from './vendorFields.ts';

export function zendeskTalk(): Source {
	const values = jsonValues(['calls', 'groups', 'legs']);
	const names = new Map<string, string>();

	const toItems = (piece: JsonValue): SourceItem[] => {
		if ('problem' in piece) return [piece];
		const { value } = piece;
		if (learnGroup(value, names) || isNoCall(value)) return [];
		const fields = new VendorFields(value);
		const isOutgoing = fields.raw('direction') === 'outbound' && !fields.is('callback');
		if (isOutgoing || fields.raw('completion_status') === 'abandoned_in_ivr') return [];
		return [readCall(piece, fields, names)];
	};

	return {
		read: (text) => values.read(text).flatMap(toItems),
		end: () => values.end().flatMap(toItems)
	};
}

const mostGroups = 10_000;

function learnGroup(value: unknown, names: Map<string, string>): boolean {
	const id = own(value, 'id');
	const name = own(value, 'name');
	if (id === undefined || typeof name !== 'string' || own(value, 'direction') !== undefined) return false;
	if (name !== '' && names.size < mostGroups) names.set(String(id), name);
	return true;
}

/** A leg of a call, or a page without a list. */
function isNoCall(value: unknown): boolean {
	return own(value, 'call_id') !== undefined || own(value, 'next_page') !== undefined;
}

function readCall(
	piece: { line: number; text: string },
	fields: VendorFields,
	names: ReadonlyMap<string, string>
): SourceItem {
	const id = fields.text('id') ?? fields.refuse('id', 'required', 'id is required');
	const createdAt =
		fields.instant('created_at') ?? fields.refuse('created_at', 'required', 'created_at is required');
	const inMenu = fields.number('ivr_time_spent') ?? 0;
	const enqueuedAt = createdAt === null ? null : createdAt + inMenu * 1000;
	const later = (from: number | null, seconds: number | null) =>
		from === null || seconds === null ? null : from + seconds * 1000;
	const hungUpAt = later(createdAt, fields.number('duration'));
	const waited = fields.number('time_to_answer') ?? fields.number('wait_time');
	const group = fields.text('call_group_id');
	const record = {
		id,
		source: 'zendesk-talk',
		revision: fields.instant('updated_at'),
		queue: group === null ? null : (names.get(group) ?? `group-${group}`),
		enqueued_at: instantText(enqueuedAt),
		channel: fields.is('callback') ? 'callback' : 'voice'
	};
	if (!isAnswered(fields)) {
		const leftAt = later(enqueuedAt, fields.number('wait_time')) ?? hungUpAt;
		return vendorItem(piece, fields, {
			...record,
			ended_at: instantText(leftAt),
			outcome: unansweredOutcome(fields)
		});
	}
	const answeredAt = later(enqueuedAt, waited);
	const talk = fields.number('talk_time');
	const hold = fields.number('hold_time');
	const spoken = talk === null ? null : talk + (hold ?? 0) + (fields.number('consultation_time') ?? 0);
	return vendorItem(piece, fields, {
		...record,
		answered_at: instantText(answeredAt),
		ended_at: instantText(later(answeredAt, spoken) ?? hungUpAt),
		agent: fields.text('agent_id'),
		talk_seconds: wholeSeconds(talk),
		hold_seconds: wholeSeconds(hold),
		wrap_seconds: wholeSeconds(fields.number('wrap_up_time'))
	});
}

/** Who hangs up on hold was answered before. */
function isAnswered(fields: VendorFields): boolean {
	const status = fields.raw('completion_status');
	if (status !== 'completed' && status !== 'abandoned_on_hold') return false;
	return !fields.is('voicemail') && (fields.text('agent_id') ?? fields.text('time_to_answer')) !== null;
}

function unansweredOutcome(fields: VendorFields): string {
	const status = fields.raw('completion_status');
	if (fields.is('outside_business_hours')) return 'rejected';
	if (fields.is('voicemail') || status === 'pending_voicemail' || status === 'abandoned_in_voicemail')
		return 'voicemail';
	if (fields.is('overflowed')) return 'overflowed';
	if (status === 'failed') return 'lost';
	if (fields.is('callback')) return 'callback';
	return fields.is('exceeded_queue_time') ? 'timed_out' : 'abandoned';
}
