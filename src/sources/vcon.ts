/**
 * vCon, the IETF's container of a conversation (draft-ietf-vcon-vcon-core, 0.0.1 to 0.4.0), with the contact centre's
 * extension (draft-ietf-vcon-cc-extension, "CC"): https://datatracker.ietf.org/doc/draft-ietf-vcon-vcon-core/
 * {"vcon":"0.4.0","uuid":"0195b7a6-…","created_at":"2026-03-02T01:22:00Z","extensions":["CC"],
 *  "parties":[{"tel":"+4930…","role":"customer"},{"name":"Ana","role":"agent"}],
 *  "dialog":[{"type":"recording","start":"2026-03-02T01:15:40Z","duration":345.2,"parties":[0,1],"skill":"payments",
 *   "interaction_id":"c-17","party_history":[{"party":0,"time":"2026-03-02T01:15:40Z","event":"join"},
 *   {"party":1,"time":"2026-03-02T01:16:55Z","event":"join"},{"party":1,"time":"2026-03-02T01:21:25Z","event":"drop"}]}]}
 *
 * A call is what is spoken under one `interaction_id`, else the whole vCon; texts are passed over. A vCon knows no
 * queue and no wait: it is answered when a party with the role of an agent joins, and the skill stands for the queue.
 * Who writes vCons and knows better says so in an attachment of purpose (or type) `offpeak-queue`, whose body has the
 * API's names: {"queue":"payments","enqueued_at":"…","answered_at":"…","ended_at":"…"}.
 * A recording without either is refused: when the caller began to wait is not known, and that is not "at once".
 *
 * Of the changes between versions (mimetype, appended, must_support renamed) none touches what is read here. A signed
 * vCon is read without checking its signature; an encrypted one cannot be read.
 */
import { decodedBase64 } from './base64.ts';
import { jsonValues } from './jsonValues.ts';
import type { JsonValue } from './jsonValue.ts';
import type { Source, SourceItem, SourceOptions } from './source.ts';
import { own, VendorFields } from './vendorFields.ts';
import { callsOfVcon } from './vconCalls.ts';

export function vcon({ zone }: Pick<SourceOptions, 'zone'>): Source {
	const values = jsonValues(['vcons']);
	const toItems = (piece: JsonValue): SourceItem[] => {
		if ('problem' in piece) return [piece];
		const { line, text } = piece;
		if (own(piece.value, 'ciphertext') !== undefined)
			return [unread({ line, text }, 'the vCon is encrypted')];
		const payload = own(piece.value, 'payload');
		const value = typeof payload === 'string' ? signedValue(payload) : piece.value;
		if (value === null)
			return [unread({ line, text }, 'the payload of the signed vCon is not JSON in base64url')];
		return callsOfVcon({ line, text }, new VendorFields(value), zone);
	};
	return {
		read: (text) => values.read(text).flatMap(toItems),
		end: () => values.end().flatMap(toItems)
	};
}

function unread(piece: { line: number; text: string }, message: string): SourceItem {
	return { ...piece, problem: { field: null, code: 'not_json', message } };
}

/** What a JWS holds (RFC 7515), null where it is not JSON. */
function signedValue(payload: string): unknown {
	try {
		return JSON.parse(decodedBase64(payload) ?? '');
	} catch {
		return null;
	}
}
