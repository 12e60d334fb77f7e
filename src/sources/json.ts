import { isTooLong, tooLong, UnreadableBody, type Source, type SourceItem } from './source.ts';

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
			const mayBeLong = isTooLong(text);
			return records.map((record, i) => toItem(record, i + 1, mayBeLong));
		}
	};
}

function toItem(record: unknown, line: number, mayBeLong: boolean): SourceItem {
	const text = JSON.stringify(record);
	return mayBeLong && isTooLong(text) ? tooLong(line, text) : { line, text, record };
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
