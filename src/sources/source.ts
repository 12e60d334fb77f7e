import type { Call } from '#model/call.ts';
import type { RecordCode } from '#model/recordCodes.ts';
import type { CsvOptions } from './csv/csvOptions.ts';

/**
 * How text becomes records: every source takes a body's text piece by piece and gives what it could read, in order.
 * What it could not read is data too. Sources only compute.
 */
export interface Source {
	/** The next piece of the body. */
	read(text: string): SourceItem[];
	/** The body is over. */
	end(): SourceItem[];
}

/** One record of a body, or what stands in its place and cannot be read. `line` counts from 1. */
export type SourceItem =
	| {
			line: number;
			text: string;
			record: unknown;
			/** Numbers in the text that are no part of the record, so that they can be masked too. */
			numbers?: string[];
	  }
	| UnreadItem;

export interface UnreadItem {
	line: number;
	text: string;
	problem: { field: string | null; code: RecordCode; message: string };
	/** The caller's number in the text, null where there is none: so that it can be masked and the rest stays. */
	caller?: string | null;
}

/**
 * A source whose calls come in pieces, today some and tomorrow the rest: its items are events, and a call is what all
 * events of its trail make together, in whatever order and how often they came. Ingestion keeps them until then.
 */
export interface EventSource {
	read(text: string): EventItem[];
	end(): EventItem[];
	fold: Fold;
	/** The system that its calls come from, unless the sender says which one. */
	system: string;
}

/** A source that holds both, such as an envelope around either: its events are of one system. */
export interface MixedSource extends Pick<EventSource, 'fold' | 'system'> {
	read(text: string): (SourceItem | EventItem)[];
	end(): (SourceItem | EventItem)[];
}

/** A line of a log, or what cannot be read; lines that concern no call give nothing. */
export type EventItem = { line: number; text: string; event: CallEvent } | UnreadItem;

/** What one line of a log says about a call. */
export interface CallEvent {
	/** What is folded together: one caller's ways through one queue. Empty: it concerns all open calls of the system. */
	trail: string;
	/** The queue's name as it was sent. */
	queue: string;
	at: number;
	/** When the call that it tells of began to wait, as far as it says. */
	sinceAt: number;
	/** What the fold needs of it, without the caller's number; the same again is the same event. Empty: nothing. */
	content: string;
	caller: string | null;
}

/** An event as it is kept: the caller as a hash, or as any other text that stands for the number. */
export type KeptEvent = Pick<CallEvent, 'content' | 'caller'>;

/**
 * The visits of one trail, in the order in which they began, from all of its events that are known, in any order.
 * @param restarts when the whole system was started again, in ascending order
 */
export type Fold = (events: KeptEvent[], restarts: number[]) => Visit[];

/** One way of a caller through a queue. */
export interface Visit extends Pick<
	Call,
	'enqueuedAt' | 'answeredAt' | 'endedAt' | 'outcome' | 'talkSeconds' | 'wrapSeconds'
> {
	agent: string | null;
	caller: string | null;
	holdSeconds?: number | null;
	/** Its begin and its end are known from events of its own, not only from what came before or after. */
	whole: boolean;
	/** Nothing of its own has ended it, so a restart may have. */
	unended: boolean;
}

/** A body that cannot be read at all: not a bad record, but no records. */
export class UnreadableBody extends Error {}

/** What a request says beside its body, for formats that leave it open. */
export interface SourceOptions {
	/** The zone of local times in formats that carry none. */
	zone: string;
	/** The queue of records that name none. */
	queue: string | null;
	/** The order of the fields, where a vendor lets its user choose; null: the usual one. */
	fields: string[] | null;
	/** How a table is read whose columns have names of their own; null or left out: they have those of the API. */
	csv?: CsvOptions | null;
}

/** A record is at most this long, in bytes of UTF-8. */
export const recordBytes = 16 * 1024;

/** What one record of a vendor may hold, in characters: whole conversations are longer than call records. */
export const vendorChars = 1024 * 1024;

/** As much of a refused text as is kept. */
export function keptText(text: string): string {
	return text.length > recordBytes ? text.slice(0, 1000) : text;
}

/** Whether a text is longer than a record may be; counts bytes only where the number of characters leaves it open. */
export function isTooLong(text: string): boolean {
	if (text.length > recordBytes) return true;
	return text.length * 3 > recordBytes && new TextEncoder().encode(text).length > recordBytes;
}

export function tooLong(line: number, text: string): UnreadItem {
	const message = 'the record is longer than 16 KiB';
	return { line, text: text.slice(0, 1000), problem: { field: null, code: 'record_too_large', message } };
}

/** What a broken encoding leaves behind when it is decoded. */
export const undecodable = '\ufffd';

export function notUtf8(line: number, text: string): UnreadItem {
	const message = 'the record is not text in UTF-8';
	return { line, text, problem: { field: null, code: 'not_utf8', message } };
}
