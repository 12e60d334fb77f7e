import type { RecordCode } from '#model/recordCodes.ts';
import { keptText, undecodable } from './source.ts';

/** One value of a text of JSON, or what stands in its place. `line` is its place among the values, from 1. */
export type JsonValue =
	| { line: number; text: string; value: unknown }
	| { line: number; text: string; problem: { field: null; code: RecordCode; message: string } };

/** The value that a text is. */
export function valueIn(line: number, text: string): JsonValue {
	if (text.includes(undecodable)) return broken(line, text, 'not_utf8', 'the record is not text in UTF-8');
	try {
		return { line, text: keptText(text), value: JSON.parse(text) };
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		return broken(line, text, 'not_json', `the record is not JSON: ${why}`);
	}
}

export function bigRecord(line: number, text: string): JsonValue {
	return broken(line, text, 'record_too_large', 'the record is longer than a megabyte');
}

/** The objects that a broken text may hold: cut where one begins on a line of its own, or right after a closed one. */
export function salvage(text: string): string[] {
	return text.split(/\n(?=\{)|(?<=\})\s*(?=\{)/).filter((piece) => piece.trim() !== '');
}

function broken(line: number, text: string, code: RecordCode, message: string): JsonValue {
	return { line, text: keptText(text), problem: { field: null, code, message } };
}
