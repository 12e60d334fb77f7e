import { parseInstant } from '#model/instant.ts';
import type { RecordCode } from '#model/recordCodes.ts';
import type { SourceItem } from './source.ts';

/** A call record in the API's names, as a source makes it; what is null is not known and is left out. */
export type VendorRecord = Record<string, string | number | boolean | null>;

/**
 * Reads a vendor's object by the vendor's own names (`Queue.Name` is Name of Queue) and keeps the first thing that is
 * wrong with it, so that a sender is told of the field that was sent. What is missing, null or empty is null.
 */
export class VendorFields {
	problem: { field: string; code: RecordCode; message: string } | null = null;

	constructor(private readonly object: unknown) {}

	refuse(field: string, code: RecordCode, message: string): null {
		this.problem ??= { field, code, message };
		return null;
	}

	raw(path: string): unknown {
		let value = this.object;
		for (const name of path.split('.')) value = own(value, name);
		return value;
	}

	list(path: string): unknown[] {
		const value = this.raw(path);
		return Array.isArray(value) ? value : [];
	}

	/** Text; a number as its digits. */
	text(path: string): string | null {
		const value = this.raw(path);
		if (value === undefined || value === null || value === '') return null;
		if (typeof value === 'string') return value;
		if (typeof value === 'number' && Number.isFinite(value)) return String(value);
		return this.refuse(path, 'not_a_string', `${path} must be text`);
	}

	/** Whether it is true, or says so. */
	is(path: string): boolean {
		const value = this.raw(path);
		return value === true || value === 1 || (typeof value === 'string' && /^(true|t|1|yes)$/i.test(value));
	}

	/** An RFC 3339 instant, as milliseconds since 1970. */
	instant(path: string): number | null {
		const text = this.text(path);
		if (text === null) return null;
		const at = parseInstant(text);
		if (at !== null) return at;
		return this.refuse(path, 'not_an_instant', `${path} must be an RFC 3339 instant`);
	}

	/** Whole seconds since 1970, as milliseconds; 0 stands for none. */
	epoch(path: string): number | null {
		const seconds = this.number(path);
		if (seconds === null || seconds === 0) return null;
		if (seconds > 0 && seconds < 1e11) return Math.floor(seconds) * 1000;
		return this.refuse(path, 'out_of_range', `${path} must be whole seconds since 1970`);
	}

	/** A duration in seconds, from a number or its digits. */
	number(path: string): number | null {
		const value = this.raw(path);
		if (value === undefined || value === null || value === '') return null;
		const number = typeof value === 'string' && /^\d{1,18}(\.\d{1,9})?$/.test(value) ? Number(value) : value;
		if (typeof number === 'number' && Number.isFinite(number) && number >= 0) return number;
		return this.refuse(path, 'not_a_whole_number', `${path} must be a number, 0 or more`);
	}
}

/** A property of its own, never one that every object has. */
export function own(value: unknown, name: string): unknown {
	if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
	return Reflect.get(value, name);
}

/** The record, or what is wrong with it. */
export function vendorItem(
	{ line, text }: { line: number; text: string },
	{ problem }: VendorFields,
	record: VendorRecord
): SourceItem {
	if (problem) return { line, text, problem };
	return {
		line,
		text,
		record: Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null))
	};
}

/** An instant as the API writes it; one that no calendar has stays a number, and the check of the record says so. */
export function instantText(at: number | null): string | null {
	if (at === null) return null;
	return Math.abs(at) <= latestAt ? new Date(at).toISOString() : String(at);
}

/** The last instant that a Date knows. */
const latestAt = 8.64e15;

/** Clocks in whole seconds can put the later of two instants up to a second too early. */
export function notBefore(at: number | null, earlierAt: number | null): number | null {
	if (at === null || earlierAt === null) return at;
	return at < earlierAt && earlierAt - at <= 1000 ? earlierAt : at;
}

/** Whole seconds of milliseconds or of a fraction. */
export function wholeSeconds(seconds: number | null): number | null {
	return seconds === null ? null : Math.round(seconds);
}
