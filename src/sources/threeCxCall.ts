import { instantOfLocal } from './localInstant.ts';
import type { SourceItem } from './source.ts';
import { instantText, VendorFields, vendorItem } from './vendorFields.ts';

/** The call that a line is, none where it concerns no queue. */
export function callOfCells(
	piece: { line: number; text: string },
	cells: ReadonlyMap<string, string>,
	{ zone, isQueueNamed }: { zone: string; isQueueNamed: boolean }
): SourceItem[] {
	const fields = new VendorFields(Object.fromEntries(cells));
	const cell = (name: string) => cells.get(name) || null;
	const forwarded = kindOf(cell('reason-changed')).startsWith('qfwd');
	const isUntyped = !cells.has('to-type');
	if (!forwarded && kindOf(cell('to-type')) !== 'queue' && !(isUntyped && isQueueNamed)) return [];

	const startAt = instant(fields, 'time-start', zone, 0);
	if (startAt === null) fields.refuse('time-start', 'required', 'time-start is required');
	const answeredAt = instant(fields, 'time-answered', zone, startAt ?? 0);
	const endAt = instant(fields, 'time-end', zone, answeredAt ?? startAt ?? 0);
	const record = {
		id: idOf(cells, piece.text),
		source: '3cx',
		// Where the kinds of numbers are not written, the request may name the queue.
		queue: isUntyped && isQueueNamed ? null : (cell('to-dispname') ?? cell('to-dn')),
		enqueued_at: instantText(startAt),
		ended_at: instantText(endAt),
		caller: numberOf(cell('from-no'))
	};
	const end = endOf(cells, forwarded);
	if (end !== 'answered') return [vendorItem(piece, fields, { ...record, outcome: end })];
	if (answeredAt === startAt)
		fields.refuse(
			'time-answered',
			'required',
			'time-answered is when the queue itself picked up; the line does not say when an agent answered'
		);
	const agent = cell('final-dispname') ?? cell('final-dn');
	return [vendorItem(piece, fields, { ...record, answered_at: instantText(answeredAt), agent })];
}

/** How the call left the queue. Kinds are written in two vocabularies, with changing case. */
function endOf(cells: ReadonlyMap<string, string>, forwarded: boolean): string {
	const finalDn = cells.get('final-dn') ?? '';
	const finalType = kindOf(cells.get('final-type') ?? null);
	if (['voicemail', 'vmail'].includes(finalType)) return 'voicemail';
	if (forwarded) return 'overflowed';
	const isPerson =
		finalType === '' ? finalDn !== '' && finalDn !== cells.get('to-dn') : finalType === 'extension';
	if (isPerson && cells.get('time-answered')) return 'answered';
	if (!isPerson && !['', 'queue'].includes(finalType)) return 'overflowed';
	const reason = kindOf(cells.get('reason-terminated') ?? null);
	if (reason.includes('fail')) return 'lost';
	// The queue itself has ended it.
	return reason.includes('dst') ? 'timed_out' : 'abandoned';
}

function kindOf(cell: string | null): string {
	return (cell ?? '').toLowerCase().replace(/[^a-z]/g, '');
}

/** `Ext.141` is a colleague; a number that is withheld is none. */
function numberOf(cell: string | null): string | null {
	return cell !== null && /\d{3}/.test(cell) && !/^Ext\./i.test(cell) ? cell : null;
}

/** In the hour that comes twice, the first time that is not before what happened earlier. */
function instant(fields: VendorFields, name: string, zone: string, earlierAt: number): number | null {
	const text = fields.text(name);
	if (text === null) return null;
	const possible = instantOfLocal(zone, text);
	const at = possible.find((one) => one >= earlierAt) ?? possible[0];
	return (
		at ?? fields.refuse(name, 'not_an_instant', `${name} must be a local time such as 2026/03/02 09:15:00`)
	);
}

/**
 * The same line is the same call. One call has a line for each number that it came to, and some sets of fields have no
 * id at all: then the line itself is the key.
 */
function idOf(cells: ReadonlyMap<string, string>, text: string): string {
	const id = cells.get('callid') || (cells.get('historyid') ?? '').replace(/^Call /, '');
	if (id === '') return `line-${hash(text, 0x811c9dc5)}${hash(text, 0x01234567)}`;
	return `${id}/${cells.get('to-dn')}/${cells.get('time-start')?.replace(/\D/g, '')}`;
}

/** FNV-1a from a start of its own: to tell lines apart, not to hide them. */
function hash(text: string, start: number): string {
	let value = start;
	for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
	return (value >>> 0).toString(16).padStart(8, '0');
}
