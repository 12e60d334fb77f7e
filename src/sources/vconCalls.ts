import { parseInstant } from '#model/instant.ts';
import { instantOfLocal } from './localInstant.ts';
import { readDialog, type Dialog } from './vconDialog.ts';
import type { SourceItem } from './source.ts';
import { instantText, notBefore, own, VendorFields, vendorItem, type VendorRecord } from './vendorFields.ts';

interface Party {
	name: string | null;
	number: string | null;
	role: string;
}

/** The calls of one vCon, or what is wrong with it. */
export function callsOfVcon(
	piece: { line: number; text: string },
	fields: VendorFields,
	zone: string
): SourceItem[] {
	const instant = (of: VendorFields, path: string) => instantIn(of, path, zone);
	const uuid = fields.text('uuid');
	const parties = fields.list('parties').map(readParty);
	const revision = instant(fields, 'updated_at') ?? instant(fields, 'created_at');
	const byInteraction = new Map<string, Dialog[]>();
	for (const one of fields.list('dialog')) {
		const dialog = readDialog(one, fields, instant);
		if (!dialog) continue;
		const key = dialog.interactionId ?? '';
		const known = byInteraction.get(key);
		if (known) known.push(dialog);
		else byInteraction.set(key, [dialog]);
	}
	const told = queueTimes(fields, instant);
	if (fields.problem) return [vendorItem(piece, fields, {})];
	if (byInteraction.size === 0 && !told)
		return isVcon(fields) ? [] : [vendorItem(piece, refusedId(fields), {})];
	if (byInteraction.size === 0) byInteraction.set('', []);
	if (uuid === null) refusedId(fields);
	return [...byInteraction].map(([interactionId, dialogs]) => {
		const of = byInteraction.size === 1 ? told : null;
		return vendorItem(piece, fields, {
			id: interactionId || uuid,
			source: 'vcon',
			revision,
			...callOf(dialogs, parties, fields, of)
		});
	});
}

function isVcon(fields: VendorFields): boolean {
	return fields.raw('uuid') !== undefined || fields.raw('vcon') !== undefined;
}

function refusedId(fields: VendorFields): VendorFields {
	fields.refuse('uuid', 'required', 'uuid is required');
	return fields;
}

function readParty(value: unknown): Party {
	const fields = new VendorFields(value);
	return {
		name: fields.text('name') ?? fields.text('mailto'),
		number: fields.text('tel')?.replace(/^tel:/, '') ?? null,
		role: (fields.text('role') ?? '').toLowerCase()
	};
}

/** Times of the queue as the writer of the vCon attached them; null: none did. */
function queueTimes(fields: VendorFields, instant: (of: VendorFields, path: string) => number | null) {
	const attached = fields
		.list('attachments')
		.find((one) => own(one, 'purpose') === 'offpeak-queue' || own(one, 'type') === 'offpeak-queue');
	if (attached === undefined) return null;
	const body = own(attached, 'body');
	const read = new VendorFields(typeof body === 'string' ? parsed(body) : body);
	const times = {
		queue: read.text('queue'),
		enqueuedAt: instant(read, 'enqueued_at'),
		answeredAt: instant(read, 'answered_at'),
		endedAt: instant(read, 'ended_at'),
		outcome: read.text('outcome')
	};
	fields.problem ??= read.problem;
	return times;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

function callOf(
	dialogs: Dialog[],
	parties: Party[],
	fields: VendorFields,
	told: ReturnType<typeof queueTimes>
): VendorRecord {
	const isAgent = (party: number) => parties[party]?.role === 'agent';
	const joins = dialogs
		.flatMap(({ history }) => history)
		.filter(({ event, party }) => event === 'join' && isAgent(party))
		.sort((a, b) => a.at - b.at);
	const missed = dialogs.at(-1)?.type === 'incomplete' ? dialogs.at(-1) : undefined;
	const answeredAt = told ? told.answeredAt : (joins[0]?.at ?? null);
	const starts = dialogs.map(({ startAt }) => startAt);
	const firstAt = starts.length === 0 ? null : starts.reduce((a, b) => Math.min(a, b));
	if (!told && answeredAt === null && !missed)
		fields.refuse(
			'party_history',
			'required',
			'party_history does not say when an agent joined, so the wait is not known'
		);
	const enqueuedAt = told ? told.enqueuedAt : firstAt;
	const ends = dialogs.map(({ endAt }) => endAt).filter((at) => at !== null);
	const endAt = told?.endedAt ?? (ends.length === 0 ? null : ends.reduce((a, b) => Math.max(a, b)));
	const customer =
		parties.find(({ role }) => ['customer', 'contact'].includes(role)) ??
		parties.find(({ role }) => role !== 'agent');
	const answerer = parties[joins[0]?.party ?? -1] ?? parties.find(({ role }) => role === 'agent');
	const holdMs = dialogs.reduce((sum, dialog) => sum + dialog.holdMs, 0);
	const shared = {
		queue: told?.queue ?? dialogs.find(({ skill }) => skill !== null)?.skill ?? null,
		enqueued_at: instantText(enqueuedAt),
		ended_at: instantText(notBefore(endAt, answeredAt ?? enqueuedAt)),
		caller: customer?.number || null
	};
	if (answeredAt === null)
		return { ...shared, outcome: told?.outcome ?? (missed ? outcomeOf(missed.disposition) : null) };
	return {
		...shared,
		answered_at: instantText(answeredAt),
		agent: answerer?.name ?? null,
		hold_seconds: dialogs.some(({ history }) => history.length > 0) ? Math.round(holdMs / 1000) : null
	};
}

/** Dispositions of a dialog that came to nothing. */
function outcomeOf(disposition: string | null): string {
	if (disposition === 'voicemail-no-message') return 'voicemail';
	if (disposition === 'busy' || disposition === 'congestion') return 'rejected';
	if (disposition === 'failed') return 'lost';
	return disposition === 'no-answer' ? 'timed_out' : 'abandoned';
}

/** RFC 3339; some writers leave out the offset, and then it is the time of their zone. */
function instantIn(fields: VendorFields, path: string, zone: string): number | null {
	const text = fields.text(path);
	if (text === null) return null;
	return (
		parseInstant(text) ??
		instantOfLocal(zone, text)[0] ??
		fields.refuse(path, 'not_an_instant', `${path} must be an RFC 3339 instant`)
	);
}
