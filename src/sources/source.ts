import type { RecordCode } from '#model/recordCodes.ts';

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
	| { line: number; text: string; record: unknown }
	| { line: number; text: string; problem: { field: string | null; code: RecordCode; message: string } };

/** A body that cannot be read at all: not a bad record, but no records. */
export class UnreadableBody extends Error {}

/** A record is at most this long, in bytes of UTF-8. */
export const recordBytes = 16 * 1024;

/** Whether a text is longer than a record may be; counts bytes only where the number of characters leaves it open. */
export function isTooLong(text: string): boolean {
	if (text.length > recordBytes) return true;
	return text.length * 3 > recordBytes && new TextEncoder().encode(text).length > recordBytes;
}

export function tooLong(line: number, text: string): SourceItem {
	const message = 'the record is longer than 16 KiB';
	return { line, text: text.slice(0, 1000), problem: { field: null, code: 'record_too_large', message } };
}

/** What a broken encoding leaves behind when it is decoded. */
export const undecodable = '\ufffd';

export function notUtf8(line: number, text: string): SourceItem {
	const message = 'the record is not text in UTF-8';
	return { line, text, problem: { field: null, code: 'not_utf8', message } };
}
