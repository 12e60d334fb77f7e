import {
	isTooLong,
	notUtf8,
	tooLong,
	undecodable,
	UnreadableBody,
	type Source,
	type SourceItem
} from './source.ts';

/**
 * One call record, an array of them, or an object with the array as `calls` (application/json):
 * {"calls":[{"id":"c-17","queue":"wallet","enqueued_at":"2026-03-02T09:15:00+08:00"}]}
 * The whole body is read before the first record is known; how long it may be is the reader's affair.
 */
export function json(): Source {
	const parts: string[] = [];
	return {
		read(text) {
			parts.push(text);
			return [];
		},
		end() {
			const text = parts.join('');
			const records = recordsOf(parse(text));
			const mayBe = { long: isTooLong(text), broken: text.includes(undecodable) };
			return records.map((record, i) => toItem(record, i + 1, mayBe));
		}
	};
}

/** @param mayBe what the body as a whole leaves possible, so that not every record is searched for it */
function toItem(record: unknown, line: number, mayBe: { long: boolean; broken: boolean }): SourceItem {
	const text = textOf(record);
	if (text === null) return nestedTooDeep(line);
	if (mayBe.long && isTooLong(text)) return tooLong(line, text);
	if (mayBe.broken && text.includes(undecodable)) return notUtf8(line, text);
	return { line, text, record };
}

/** The record's text; null when its arrays and objects lie so deep in one another that it cannot be written. */
function textOf(record: unknown): string | null {
	try {
		return JSON.stringify(record);
	} catch (error) {
		if (error instanceof RangeError) return null;
		throw error;
	}
}

function nestedTooDeep(line: number): SourceItem {
	const message = 'the record holds thousands of arrays or objects in one another';
	return { line, text: '', problem: { field: null, code: 'record_too_large', message } };
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new UnreadableBody(
			`The body is not JSON: ${error instanceof Error ? error.message : String(error)}${whereIn(text, error)}.`
		);
	}
}

/** V8 tells the place as an offset; people look for lines. */
function whereIn(text: string, error: unknown): string {
	const offset = error instanceof Error ? /at position (\d+)/.exec(error.message)?.[1] : undefined;
	if (offset === undefined) return '';
	const before = text.slice(0, Number(offset)).split('\n');
	return ` (line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1})`;
}

function recordsOf(value: unknown): unknown[] {
	if (Array.isArray(value)) return value;
	if (typeof value !== 'object' || value === null)
		throw new UnreadableBody('The body must be a call record, an array of them, or {"calls": [...]}.');
	if (!('calls' in value)) return [value];
	if (!Array.isArray(value.calls)) throw new UnreadableBody('"calls" must be an array of call records.');
	return value.calls;
}
