import type { SourceItem } from './source.ts';
import { instantText, notBefore, own, VendorFields, vendorItem, wholeSeconds } from './vendorFields.ts';

interface Piece {
	line: number;
	text: string;
}

/** The variables of a leg in JSON: those of mod_json_cdr, a row of FusionPBX, or an event of the socket. */
export function variablesOf(value: unknown): Map<string, unknown> {
	if (typeof value !== 'object' || value === null) return new Map();
	const inner = own(value, 'variables');
	if (typeof inner !== 'object' || inner === null) return new Map(Object.entries(value));
	const variables = new Map<string, unknown>(Object.entries(inner));
	const flows = own(value, 'callflow');
	const flow: unknown = Array.isArray(flows) ? flows[0] : flows;
	const caller = own(own(flow, 'caller_profile'), 'caller_id_number');
	if (!variables.has('caller_id_number') && caller !== undefined) variables.set('caller_id_number', caller);
	return variables;
}

/** The call that a leg is, or none. */
export function itemsOfVariables({ line, text }: Piece, variables: Map<string, unknown>): SourceItem[] {
	const known = [...variables].flatMap(([name, value]) => {
		const plain = plainValue(value);
		return plain === null ? [] : [[name, plain]];
	});
	const fields = new VendorFields(Object.fromEntries(known));
	if (variables.has('CC-Action'))
		return fields.raw('CC-Action') === 'member-queue-end' ? [ofEvent({ line, text }, fields)] : [];
	return fields.raw('cc_side') === 'member' ? [ofLeg({ line, text }, fields)] : [];
}

/** Values are URL-encoded in XML and JSON, once more than the body is. */
function plainValue(value: unknown): unknown {
	if (typeof value !== 'string') return value ?? null;
	if (value === '' || value === '_undef_') return null;
	try {
		return value.includes('%') ? decodeURIComponent(value) : value;
	} catch {
		return value;
	}
}

function ofLeg(piece: Piece, fields: VendorFields): SourceItem {
	const id = fields.text('uuid') ?? fields.text('xml_cdr_uuid');
	if (id === null) fields.refuse('uuid', 'required', 'uuid is required');
	const joinedAt = required(fields, 'cc_queue_joined_epoch');
	// Of an earlier queue, when it lies before.
	const since = (at: number | null) => (at !== null && joinedAt !== null && at < joinedAt ? null : at);
	// cc_cause is `answered` as soon as an agent was found, even when the bridge to them then fails.
	const answeredAt = since(fields.epoch('cc_queue_answered_epoch'));
	const hungUpAt = fields.epoch('end_epoch');
	const record = {
		id,
		source: 'freeswitch-callcenter',
		queue: fields.text('cc_queue') ?? fields.text('call_center_queue_uuid'),
		enqueued_at: instantText(joinedAt),
		caller: fields.text('caller_id_number')
	};
	if (answeredAt === null) {
		const leftAt = since(fields.epoch('cc_queue_canceled_epoch')) ?? hungUpAt;
		const outcome = fields.is('voicemail_message') ? 'voicemail' : outcomeOf(fields.raw('cc_cancel_reason'));
		return vendorItem(piece, fields, { ...record, ended_at: instantText(leftAt), outcome });
	}
	const terminatedAt = since(fields.epoch('cc_queue_terminated_epoch'));
	return vendorItem(piece, fields, {
		...record,
		answered_at: instantText(answeredAt),
		ended_at: instantText(notBefore(terminatedAt ?? hungUpAt, answeredAt)),
		agent: fields.text('cc_agent'),
		talk_seconds: secondsBetween(answeredAt, terminatedAt),
		hold_seconds: wholeSeconds(fields.number('hold_accum_seconds'))
	});
}

/** The end of a caller's stay, as the socket tells it. Its CC- times are seconds, the other times microseconds. */
function ofEvent(piece: Piece, fields: VendorFields): SourceItem {
	const id = fields.text('CC-Member-Session-UUID');
	if (id === null) fields.refuse('CC-Member-Session-UUID', 'required', 'CC-Member-Session-UUID is required');
	const record = {
		id,
		source: 'freeswitch-callcenter',
		queue: fields.text('CC-Queue'),
		enqueued_at: instantText(required(fields, 'CC-Member-Joined-Time')),
		caller: fields.text('CC-Member-CID-Number')
	};
	const answeredAt = fields.epoch('CC-Agent-Answered-Time');
	const leftAt = fields.epoch('CC-Member-Leaving-Time');
	if (answeredAt === null || fields.raw('CC-Cause') === 'Cancel') {
		const outcome = outcomeOf(fields.raw('CC-Cancel-Reason'));
		return vendorItem(piece, fields, { ...record, ended_at: instantText(leftAt), outcome });
	}
	const terminatedAt = fields.epoch('CC-Bridge-Terminated-Time');
	return vendorItem(piece, fields, {
		...record,
		answered_at: instantText(answeredAt),
		ended_at: instantText(notBefore(terminatedAt ?? leftAt, answeredAt)),
		agent: fields.text('CC-Agent'),
		talk_seconds: secondsBetween(answeredAt, terminatedAt)
	});
}

/** Hanging up while waiting breaks the wait off, with the reason BREAK_OUT or, in the same instant, NONE. */
function outcomeOf(reason: unknown): string {
	if (reason === 'TIMEOUT') return 'timed_out';
	return reason === 'NO_AGENT_TIMEOUT' || reason === 'EXIT_WITH_KEY' ? 'overflowed' : 'abandoned';
}

function required(fields: VendorFields, name: string): number | null {
	const at = fields.epoch(name);
	return at ?? fields.refuse(name, 'required', `${name} is required`);
}

function secondsBetween(from: number, to: number | null): number | null {
	return to === null || to < from ? null : (to - from) / 1000;
}
