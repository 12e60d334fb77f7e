/**
 * Amazon Connect contact records (formerly contact trace records, format version 2017-03-10), as its data stream
 * delivers them: https://docs.aws.amazon.com/connect/latest/adminguide/ctr-data-model.html
 * JSON, one a line, an array, or one after the other with nothing between, as Firehose writes them to S3:
 * {"AWSContactTraceRecordFormatVersion":"2017-03-10","ContactId":"5b8c…","Channel":"VOICE",
 *  "InitiationMethod":"INBOUND","InitiationTimestamp":"2026-03-02T01:15:00Z","DisconnectTimestamp":"2026-03-02T01:21:30Z",
 *  "LastUpdateTimestamp":"2026-03-02T01:23:05Z","NextContactId":null,
 *  "Queue":{"ARN":"arn:aws:connect:…/queue/…","Name":"Payments","EnqueueTimestamp":"2026-03-02T01:15:40Z",
 *           "DequeueTimestamp":"2026-03-02T01:16:55Z","Duration":75},
 *  "Agent":{"Username":"ana","ConnectedToAgentTimestamp":"2026-03-02T01:16:55Z","AgentInteractionDuration":250,
 *           "CustomerHoldDuration":25,"AfterContactWorkStartTimestamp":"2026-03-02T01:21:30Z",
 *           "AfterContactWorkDuration":60}}
 *
 * A contact is a visit to a queue: who is transferred to another queue is a new contact there. Passed over are contacts
 * that concern no caller waiting for a person on the phone: other channels (their records share the stream), calls that
 * were made or listened to, those that entered no queue, and agents' own queues (transfers to a person).
 *
 * A record comes when the agent has finished, and again whenever something of it changes, in any order: its
 * LastUpdateTimestamp is the revision. There is no outcome; without an agent it is a caller who gave up, unless the
 * contact went on. Voicemail can only be told by the customer's own flow: its contact attributes `offpeak_outcome` and
 * `offpeak_topic` are taken.
 */
import { jsonValues } from './jsonValues.ts';
import type { JsonValue } from './jsonValue.ts';
import type { Source, SourceItem } from './source.ts';
import { instantText, notBefore, own, VendorFields, vendorItem, wholeSeconds } from './vendorFields.ts';

export function amazonConnect(): Source {
	const values = jsonValues();
	return {
		read: (text) => values.read(text).flatMap(toItems),
		end: () => values.end().flatMap(toItems)
	};
}

/** Ways in which a contact begins that bring no caller into a queue. */
const notIncoming = ['OUTBOUND', 'EXTERNAL_OUTBOUND', 'MONITOR'];

function toItems(piece: JsonValue): SourceItem[] {
	if ('problem' in piece) return [piece];
	const fields = new VendorFields(piece.value);
	if (own(piece.value, 'detail-type') !== undefined) return [notARecord(piece, fields)];
	const isContact = own(piece.value, 'ContactId') !== undefined;
	return isContact && !isQueued(fields) ? [] : [readContact(piece, fields)];
}

/** EventBridge's contact events come as they can, in any order and not all of them: nothing can be counted by them. */
function notARecord(piece: { line: number; text: string }, fields: VendorFields): SourceItem {
	const message =
		'detail-type: this is a contact event of EventBridge, which tells too little; send contact records, from the data stream';
	fields.refuse('detail-type', 'required', message);
	return vendorItem(piece, fields, {});
}

function isQueued(fields: VendorFields): boolean {
	const queue = fields.raw('Queue');
	if (queue === undefined || queue === null) return false;
	const channel = fields.raw('Channel') ?? 'VOICE';
	const method = fields.raw('InitiationMethod');
	const arn = fields.raw('Queue.ARN');
	const ofAgent = typeof arn === 'string' && arn.includes('/queue/agent/');
	return channel === 'VOICE' && !ofAgent && !(typeof method === 'string' && notIncoming.includes(method));
}

function readContact(piece: { line: number; text: string }, fields: VendorFields): SourceItem {
	const enqueuedAt = fields.instant('Queue.EnqueueTimestamp');
	if (enqueuedAt === null)
		fields.refuse('Queue.EnqueueTimestamp', 'required', 'Queue.EnqueueTimestamp is required');
	if (fields.text('ContactId') === null) fields.refuse('ContactId', 'required', 'ContactId is required');
	const connectedAt = fields.instant('Agent.ConnectedToAgentTimestamp');
	const waited = fields.number('Queue.Duration');
	// The wait as Connect counts it, where it does.
	const dequeuedAt =
		enqueuedAt !== null && waited !== null
			? enqueuedAt + waited * 1000
			: (connectedAt ?? fields.instant('Queue.DequeueTimestamp'));
	const record = {
		id: fields.text('ContactId'),
		source: 'amazon-connect',
		queue: fields.text('Queue.Name') ?? fields.text('Queue.ARN'),
		enqueued_at: instantText(enqueuedAt),
		revision: fields.instant('LastUpdateTimestamp'),
		caller: fields.text('CustomerEndpoint.Address'),
		channel: fields.raw('InitiationMethod') === 'CALLBACK' ? 'callback' : 'voice',
		topic: fields.text('Attributes.offpeak_topic')
	};
	if (connectedAt === null) {
		const ended = instantText(dequeuedAt ?? fields.instant('DisconnectTimestamp'));
		return vendorItem(piece, fields, { ...record, ended_at: ended, outcome: unansweredOutcome(fields) });
	}
	return vendorItem(piece, fields, {
		...record,
		answered_at: instantText(dequeuedAt),
		ended_at: instantText(notBefore(endOfWork(fields), dequeuedAt)),
		agent: fields.text('Agent.Username') ?? fields.text('Agent.ARN'),
		talk_seconds: wholeSeconds(fields.number('Agent.AgentInteractionDuration')),
		hold_seconds: wholeSeconds(fields.number('Agent.CustomerHoldDuration')),
		wrap_seconds: wholeSeconds(fields.number('Agent.AfterContactWorkDuration'))
	});
}

/** When the agent let go of the caller; who was transferred out of Connect may stay on the line long after. */
function endOfWork(fields: VendorFields): number | null {
	const workAt = fields.instant('Agent.AfterContactWorkStartTimestamp');
	if (workAt !== null) return workAt;
	return fields.instant('TransferCompletedTimestamp') ?? fields.instant('DisconnectTimestamp');
}

function unansweredOutcome(fields: VendorFields): string {
	const said = fields.text('Attributes.offpeak_outcome');
	if (said !== null) return said;
	// Nobody was on the line to give up.
	if (fields.raw('InitiationMethod') === 'CALLBACK') return 'callback';
	const wentOn = fields.text('NextContactId') ?? fields.text('TransferCompletedTimestamp');
	return wentOn === null ? 'abandoned' : 'overflowed';
}
