import type { Source, SourceItem } from './source.ts';
import { textLines } from './textLines.ts';

/**
 * One JSON object per line (application/x-ndjson), lines ended by LF or CRLF, empty lines passed over:
 * {"id":"c-17","queue":"wallet","enqueued_at":"2026-03-02T09:15:00+08:00"}
 */
export function ndjson(): Source {
	return textLines(readLine);
}

function readLine(line: number, text: string): SourceItem[] {
	try {
		return [{ line, text, record: JSON.parse(text) }];
	} catch (error) {
		const message = `the line is not JSON: ${error instanceof Error ? error.message : String(error)}`;
		return [{ line, text, problem: { field: null, code: 'not_json', message } }];
	}
}
