import { parseInstant } from '#model/instant.ts';
import { slugOf } from '#model/slug.ts';
import { keptTwilio, type TwilioKind } from './keptTwilio.ts';
import { keptText, type EventItem } from './source.ts';
import { own, VendorFields } from './vendorFields.ts';

/**
 * The fields of an event by one set of names, those of the API (`task_sid`): of a form (`TaskSid`), a CloudEvent
 * (`data.payload`), or an event that the API lists (`event_data`).
 */
export function twilioFields(value: unknown): VendorFields {
	const payload = own(own(value, 'data'), 'payload') ?? own(value, 'payload');
	const listed = own(value, 'event_data');
	if (payload !== undefined)
		return new VendorFields({ ...plain(payload), eventtype: eventType(value, payload) });
	if (listed !== undefined)
		return new VendorFields({
			...plain(listed),
			eventtype: own(value, 'event_type'),
			timestampms: own(value, 'event_date_ms'),
			timestamp: own(value, 'event_date')
		});
	const renamed = Object.entries(plain(value)).map(([name, one]) => [snake(name), one]);
	return new VendorFields(Object.fromEntries(renamed));
}

/** The type of the CloudEvent stands, since what is inside has been seen wrong. */
function eventType(event: unknown, payload: unknown): unknown {
	const type = own(event, 'type');
	return typeof type === 'string'
		? type.replace(/^com\.twilio\.taskrouter\./, '')
		: own(payload, 'eventtype');
}

function plain(value: unknown): object {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

function snake(name: string): string {
	if (name === 'EventType' || name === 'TimestampMs') return name.toLowerCase();
	return name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
}

const kinds: Record<string, TwilioKind> = {
	'task-queue.entered': 'entered',
	'task-queue.timeout': 'timed_out',
	'workflow.timeout': 'timed_out',
	'task-queue.moved': 'moved',
	'reservation.accepted': 'accepted',
	'reservation.wrapup': 'wrapup',
	'task.wrapup': 'wrapup',
	'reservation.completed': 'completed',
	'task.completed': 'completed',
	'task.canceled': 'canceled',
	'task.deleted': 'canceled'
};

const voice = ['voice', 'default'];

/** The event, nothing where it concerns no call, or what is wrong with it. */
export function readTwilioEvent(
	piece: { line: number; text: string },
	fields: VendorFields,
	defaultQueue: string | null
): EventItem[] {
	const type = fields.text('eventtype');
	if (type === null) fields.refuse('EventType', 'required', 'EventType is required');
	const kind = type !== null && Object.hasOwn(kinds, type) ? kinds[type] : undefined;
	const attributes = new VendorFields(parsed(fields.raw('task_attributes')));
	const channel = fields.text('task_channel_unique_name');
	const isCall = channel === null || voice.includes(channel);
	const isOutgoing = /^outbound/i.test(String(attributes.raw('direction')));
	if (!fields.problem && (kind === undefined || !isCall || isOutgoing)) return [];

	const task = fields.text('task_sid') ?? fields.refuse('TaskSid', 'required', 'TaskSid is required');
	const queue =
		fields.text('task_queue_name') ??
		fields.text('task_queue_sid') ??
		defaultQueue ??
		fields.refuse('TaskQueueName', 'required', 'TaskQueueName is required');
	const at =
		instant(fields, 'timestampms') ??
		instant(fields, 'timestamp') ??
		fields.refuse('Timestamp', 'required', 'Timestamp is required');
	const sinceAt = instant(fields, 'task_queue_entered_date');
	const createdAt = instant(fields, 'task_date_created');
	const agent = fields.text('worker_name') ?? fields.text('worker_sid');
	const reason = fields.text('task_canceled_reason') ?? fields.text('reason');
	const caller = callerOf(attributes);
	const { problem } = fields;
	if (problem || kind === undefined || task === null || queue === null || at === null)
		return problem ? [{ ...piece, text: keptText(piece.text), problem }] : [];
	const isVoicemail = kind === 'entered' && /^voice ?mail$/i.test(queue);
	const content = keptTwilio({
		kind: isVoicemail
			? 'voicemail'
			: kind === 'canceled' && /ttl|timeout/i.test(reason ?? '')
				? 'timed_out'
				: kind,
		at,
		sinceAt,
		createdAt,
		agent: kind === 'accepted' ? agent : null
	});
	const begun = kind === 'entered' ? at : (sinceAt ?? createdAt ?? at);
	const trail = `${task.slice(0, 100)}/${slugOf(queue.slice(0, 200))}`;
	const event = { trail, queue: queue.slice(0, 200), at, sinceAt: Math.min(begun, at), content, caller };
	return [{ line: piece.line, text: keptText(piece.text), event }];
}

/** Attributes of a task are JSON in a string. */
function parsed(text: unknown): unknown {
	if (typeof text !== 'string') return text;
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

function callerOf(attributes: VendorFields): string | null {
	const number = attributes.raw('from') ?? attributes.raw('caller');
	return typeof number === 'string' && /\d{3}/.test(number) ? number.slice(0, 200) : null;
}

/** Seconds or milliseconds since 1970, as number or digits, or RFC 3339. */
function instant(fields: VendorFields, name: string): number | null {
	const value = fields.raw(name);
	if (value === undefined || value === null || value === '') return null;
	const at = typeof value === 'string' ? parseInstant(value) : null;
	if (at !== null) return at;
	const number = typeof value === 'string' && /^\d{1,15}(\.\d+)?$/.test(value) ? Number(value) : value;
	if (typeof number === 'number' && number >= 0 && number < 1e14)
		return number < 1e11 ? Math.floor(number) * 1000 : Math.floor(number);
	return fields.refuse(
		name,
		'not_an_instant',
		`${name} must be an instant, in seconds or milliseconds since 1970 or RFC 3339`
	);
}
