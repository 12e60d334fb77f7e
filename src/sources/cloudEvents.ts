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
import { eventSources } from './eventSources.ts';
import { foldTwilio } from './foldTwilio.ts';
import { json } from './json.ts';
import { jsonValues } from './jsonValues.ts';
import type { JsonValue } from './jsonValue.ts';
import {
	UnreadableBody,
	type EventItem,
	type EventSource,
	type MixedSource,
	type Source,
	type SourceItem,
	type SourceOptions
} from './source.ts';
import { readTwilioEvent, twilioFields } from './twilioEvent.ts';
import { twilioSystem } from './twilioTaskrouter.ts';
import { own, VendorFields, vendorItem } from './vendorFields.ts';
import { vendorSources } from './vendorSources.ts';

/**
 * @param format of the data, a name of `vendorSources` or `eventSources`; null: as the events tell
 * The events of a body that are lines of logs are all of one kind, since they are put together in one way.
 */
export function cloudEvents(format: string | null, options: SourceOptions): MixedSource {
	const values = jsonValues();
	const log: Log = { kind: null, fold: foldTwilio };
	const toItems = (piece: JsonValue): (SourceItem | EventItem)[] =>
		'problem' in piece ? [piece] : ofOneLog(readEvent(piece, format, options), piece, source, log);
	const source: MixedSource = {
		read: (text) => values.read(text).flatMap(toItems),
		end: () => values.end().flatMap(toItems),
		fold: (events, restarts) => log.fold(events, restarts),
		system: twilioSystem
	};
	return source;
}

/** Whose events a body holds, once one was seen, and how they are put together. */
interface Log extends Pick<EventSource, 'fold'> {
	kind: string | null;
}

interface Read {
	items: (SourceItem | EventItem)[];
	/** What the items are of, where they are events. */
	of: Pick<EventSource, 'fold' | 'system'> | null;
}

function ofOneLog(
	{ items, of }: Read,
	piece: Piece,
	source: MixedSource,
	log: Log
): (SourceItem | EventItem)[] {
	if (of === null || !items.some((item) => 'event' in item)) return items;
	if (log.kind !== null && log.kind !== of.system)
		return [unread(piece, `events of ${of.system} cannot come in one body with those of ${log.kind}`)];
	log.kind = of.system;
	log.fold = of.fold;
	source.system = of.system;
	return items;
}

interface Piece {
	line: number;
	text: string;
	value: unknown;
}

function readEvent(piece: Piece, format: string | null, options: SourceOptions): Read {
	const { line, text, value } = piece;
	const fields = new VendorFields(value);
	for (const name of ['specversion', 'id', 'source', 'type'])
		if (fields.text(name) === null) fields.refuse(name, 'required', `${name} is required of a CloudEvent`);
	const version = fields.text('specversion') ?? '1.0';
	if (!version.startsWith('1.')) fields.refuse('specversion', 'out_of_range', 'specversion must be 1.0');
	const type = fields.text('type') ?? '';
	const source = fields.text('source') ?? '';
	if (fields.problem) return { items: [vendorItem({ line, text }, fields, {})], of: null };

	const named = format ?? formatOfEvent(type, source);
	if (named === twilioSystem) {
		const items = readTwilioEvent({ line, text }, twilioFields(value), options.queue);
		return { items, of: { fold: foldTwilio, system: twilioSystem } };
	}
	const data = dataOf(value);
	if (data === null)
		return { items: [unread(piece, 'data are missing, or are not text in base64')], of: null };
	const inner = sourceNamed(named, options);
	try {
		const items: (SourceItem | EventItem)[] = [...inner.read(data), ...inner.end()];
		const id = named !== null || items.length !== 1 ? null : fields.text('subject');
		return {
			items: items.map((item) => ({ ...(id === null ? item : withId(item, id)), text, line })),
			of: 'fold' in inner ? inner : null
		};
	} catch (error) {
		if (error instanceof UnreadableBody) return { items: [unread(piece, error.message)], of: null };
		throw error;
	}
}

/** The format of what an event holds, by its type, else by its source; null: neither names a vendor's. */
export function formatOfEvent(type: string, source: string): string | null {
	if (type.startsWith('com.twilio.taskrouter.')) return twilioSystem;
	return vendorNamed(type) ?? vendorNamed(source);
}

/** A record that is alone in its body and has no id gets this one: the subject of the event whose data it is. */
export function namedBySubject<Inner extends Source | MixedSource>(
	inner: Inner,
	subject: string | null
): Inner {
	const { read, end } = inner;
	let before = 0;
	const countRead = (text: string) => {
		const items = read(text);
		before += items.length;
		return items;
	};
	const nameLast = () => {
		const items: (SourceItem | EventItem)[] = end();
		return before > 0 || items.length !== 1 || subject === null
			? items
			: items.map((item) => withId(item, subject));
	};
	return Object.assign(inner, { read: countRead, end: nameLast });
}

function sourceNamed(format: string | null, options: SourceOptions): Source | EventSource {
	const make = format === null ? json : (vendorSources[format] ?? eventSources[format] ?? json);
	return make(options);
}

function unread({ line, text }: Piece, message: string): SourceItem {
	return { line, text, problem: { field: 'data', code: 'not_json', message: `data: ${message}` } };
}

/** The vendor whose format's name is a part of the text. */
function vendorNamed(text: string): string | null {
	const isKnown = (part: string) => Object.hasOwn(vendorSources, part) || Object.hasOwn(eventSources, part);
	return text.split(/[./:]/).find(isKnown) ?? null;
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

function withId(item: SourceItem | EventItem, id: string): SourceItem | EventItem {
	if (!('record' in item) || typeof item.record !== 'object' || item.record === null) return item;
	return Array.isArray(item.record) ? item : { ...item, record: { id, ...item.record } };
}
