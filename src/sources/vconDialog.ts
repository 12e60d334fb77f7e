import { VendorFields } from './vendorFields.ts';

/** A spoken part of a vCon; instants in milliseconds since 1970. */
export interface Dialog {
	type: string;
	interactionId: string | null;
	skill: string | null;
	disposition: string | null;
	startAt: number;
	endAt: number | null;
	history: PartyEvent[];
	/** How long the party that was on hold longest was on hold. */
	holdMs: number;
}

interface PartyEvent {
	party: number;
	event: string;
	at: number;
}

/** null: is no call, such as a text. */
export function readDialog(
	value: unknown,
	of: VendorFields,
	instant: (of: VendorFields, path: string) => number | null
): Dialog | null {
	const fields = new VendorFields(value);
	const type = fields.text('type') ?? '';
	if (!['recording', 'incomplete', 'recording-set'].includes(type)) return null;
	const startAt = instant(fields, 'start') ?? fields.refuse('start', 'required', 'start is required');
	const seconds = fields.number('duration');
	const history = fields.list('party_history').flatMap((one) => readEvent(one, fields, instant));
	history.sort((a, b) => a.at - b.at);
	const dialog = {
		type,
		interactionId: fields.text('interaction_id'),
		skill: fields.text('skill'),
		disposition: fields.text('disposition'),
		history,
		holdMs: holdMsOf(history)
	};
	of.problem ??= fields.problem;
	if (startAt === null) return null;
	const droppedAt = history.findLast(({ event }) => event === 'drop')?.at ?? null;
	return { ...dialog, startAt, endAt: seconds === null ? droppedAt : startAt + seconds * 1000 };
}

function readEvent(
	value: unknown,
	of: VendorFields,
	instant: (of: VendorFields, path: string) => number | null
): PartyEvent[] {
	const fields = new VendorFields(value);
	const party = fields.number('party');
	const at = instant(fields, 'time');
	const event = fields.text('event');
	of.problem ??= fields.problem;
	return party === null || at === null || event === null ? [] : [{ party, event, at }];
}

function holdMsOf(history: PartyEvent[]): number {
	const heldSince = new Map<number, number>();
	const heldMs = new Map<number, number>();
	for (const { party, event, at } of history) {
		const since = heldSince.get(party);
		if (event === 'hold' && since === undefined) heldSince.set(party, at);
		else if (since !== undefined && (event === 'unhold' || event === 'drop')) {
			heldMs.set(party, (heldMs.get(party) ?? 0) + at - since);
			heldSince.delete(party);
		}
	}
	return [...heldMs.values()].reduce((a, b) => Math.max(a, b), 0);
}
