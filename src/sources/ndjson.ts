import {
	isTooLong,
	notUtf8,
	recordBytes,
	tooLong,
	undecodable,
	type Source,
	type SourceItem
} from './source.ts';

/**
 * One JSON object per line (application/x-ndjson), lines ended by LF or CRLF, empty lines passed over:
 * {"id":"c-17","queue":"wallet","enqueued_at":"2026-03-02T09:15:00+08:00"}
 */
export function ndjson(): Source {
	let line = 0;
	let rest = '';
	/** The beginning of a line that is already known to be too long; the rest of it is passed over. */
	let skipped: string | null = null;

	function item(text: string): SourceItem[] {
		line++;
		if (skipped !== null) {
			const begun = skipped;
			skipped = null;
			return [tooLong(line, begun)];
		}
		return text.trim() === '' ? [] : [readLine(line, text)];
	}

	return {
		read(text) {
			const lines = (rest + text).split('\n');
			rest = lines.pop() ?? '';
			const items = lines.flatMap(item);
			if (rest.length > recordBytes) {
				skipped ??= rest;
				rest = '';
			}
			return items;
		},
		end() {
			return rest === '' && skipped === null ? [] : item(rest);
		}
	};
}

function readLine(line: number, text: string): SourceItem {
	if (isTooLong(text)) return tooLong(line, text);
	if (text.includes(undecodable)) return notUtf8(line, text);
	try {
		return { line, text, record: JSON.parse(text) };
	} catch (error) {
		const message = `the line is not JSON: ${error instanceof Error ? error.message : String(error)}`;
		return { line, text, problem: { field: null, code: 'not_json', message } };
	}
}
