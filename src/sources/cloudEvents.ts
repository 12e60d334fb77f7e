/**
 * CloudEvents 1.0 in JSON (https://github.com/cloudevents/spec, formats/json-format.md): structured, one event; in batch,
 * an array of them; or one a line. Around a call record, many of them, or what a vendor writes:
 * {"specversion":"1.0","type":"call.record.v1","source":"/pbx/berlin","id":"c-17/3","subject":"c-17",
 *  "data":{"queue":"payments","enqueued_at":"2026-03-02T09:15:00+08:00"}}
 *
 * The data are in the format that the request names; else in the vendor's whose name is a part of the event's type or
 * source (`com.example.amazon-connect.contact`); Twilio's events by their type; else they are call records, to which the
 * event gives its subject as the id, where one has none. `data` may also be text, or base64 of it
 * (`data_base64`); `datacontenttype` is not gone by. The same event twice is the same call twice, which changes nothing.
 */
import { decodedBase64 } from './base64.ts';
import { foldTwilio } from './foldTwilio.ts';
import { json } from './json.ts';
import { jsonValues } from './jsonValues.ts';
import type { JsonValue } from './jsonValue.ts';
import {
	UnreadableBody,
	type EventItem,
	type MixedSource,
	type SourceItem,
	type SourceOptions
} from './source.ts';
import { readTwilioEvent, twilioFields } from './twilioEvent.ts';
import { twilioSystem } from './twilioTaskrouter.ts';
import { own, VendorFields, vendorItem } from './vendorFields.ts';
import { vendorSources } from './vendorSources.ts';

/** @param format of the data, a name of `vendorSources`; null: as the events tell */
export function cloudEvents(format: string | null, options: SourceOptions): MixedSource {
	const values = jsonValues();
	const toItems = (piece: JsonValue): (SourceItem | EventItem)[] =>
		'problem' in piece ? [piece] : readEvent(piece, format, options);
	return {
		read: (text) => values.read(text).flatMap(toItems),
		end: () => values.end().flatMap(toItems),
		fold: foldTwilio,
		system: twilioSystem
	};
}

interface Piece {
	line: number;
	text: string;
	value: unknown;
}

function readEvent(piece: Piece, format: string | null, options: SourceOptions): (SourceItem | EventItem)[] {
	const { line, text, value } = piece;
	const fields = new VendorFields(value);
	for (const name of ['specversion', 'id', 'source', 'type'])
		if (fields.text(name) === null) fields.refuse(name, 'required', `${name} is required of a CloudEvent`);
	const version = fields.text('specversion') ?? '1.0';
	if (!version.startsWith('1.')) fields.refuse('specversion', 'out_of_range', 'specversion must be 1.0');
	const type = fields.text('type') ?? '';
	const source = fields.text('source') ?? '';
	if (fields.problem) return [vendorItem({ line, text }, fields, {})];

	const named = format ?? vendorNamed(type) ?? vendorNamed(source);
	if (named === null && type.startsWith('com.twilio.taskrouter.'))
		return readTwilioEvent({ line, text }, twilioFields(value), options.queue);
	const data = dataOf(value);
	if (data === null) return [unread(piece, 'data are missing, or are not text in base64')];
	const make = named === null ? undefined : vendorSources[named];
	try {
		const inner = make ? make(options) : json();
		const items = [...inner.read(data), ...inner.end()];
		const id = make || items.length !== 1 ? null : fields.text('subject');
		return items.map((item) => ({ ...(id === null ? item : withId(item, id)), text, line }));
	} catch (error) {
		if (error instanceof UnreadableBody) return [unread(piece, error.message)];
		throw error;
	}
}

function unread({ line, text }: Piece, message: string): SourceItem {
	return { line, text, problem: { field: 'data', code: 'not_json', message: `data: ${message}` } };
}

/** The vendor whose format's name is a part of the text. */
function vendorNamed(text: string): string | null {
	return text.split(/[./:]/).find((part) => Object.hasOwn(vendorSources, part)) ?? null;
}

/** The data as text; null: there are none that can be read. */
function dataOf(event: unknown): string | null {
	const encoded = own(event, 'data_base64');
	if (typeof encoded === 'string') return decodedBase64(encoded);
	const data = own(event, 'data');
	if (typeof data === 'string') return data;
	try {
		return data === undefined || data === null ? null : JSON.stringify(data);
	} catch {
		return null;
	}
}

function withId(item: SourceItem, id: string): SourceItem {
	if ('problem' in item || typeof item.record !== 'object' || item.record === null) return item;
	return Array.isArray(item.record) ? item : { ...item, record: { id, ...item.record } };
}
