import type { Call } from '#model/call.ts';
import { callJson } from '#model/callJson.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

/** Calls as NDJSON, in pieces of so many records. */
export function* ndjson(calls: Iterable<Call>, records = 10_000): Generator<Bytes> {
	let lines: string[] = [];
	for (const call of calls) {
		lines.push(`${callJson(call)}\n`);
		if (lines.length < records) continue;
		yield Buffer.from(lines.join(''));
		lines = [];
	}
	if (lines.length > 0) yield Buffer.from(lines.join(''));
}
