import type { SourceItem } from '#sources/source.ts';

const mask = '…';

/** The text of a refused record without the caller's number. What cannot be read as a record loses all long digits. */
export function maskCallers(item: SourceItem): string {
	const text = item.text.replace(/("caller"\s*:\s*)("(?:[^"\\]|\\.)*"?|[^,}\s]+)/g, `$1"${mask}"`);
	if ('problem' in item && item.caller !== undefined)
		return item.caller === null ? text : text.replaceAll(item.caller, mask);
	if ('problem' in item) return text.replace(/\+?\d[\d ()]{5,}\d/g, mask);
	const caller = callerOf(item.record);
	return caller === null ? text : text.replaceAll(caller, mask);
}

function callerOf(record: unknown): string | null {
	if (typeof record !== 'object' || record === null || !('caller' in record)) return null;
	const { caller } = record;
	return (typeof caller === 'string' && caller !== '') || typeof caller === 'number' ? String(caller) : null;
}
