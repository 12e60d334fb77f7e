import { masked as mask } from '#model/masked.ts';
import type { SourceItem } from '#sources/source.ts';

/** The text of a refused record without the caller's number. What cannot be read as a record loses all long digits. */
export function maskCallers(item: SourceItem): string {
	const text = item.text.replace(/("caller"\s*:\s*)("(?:[^"\\]|\\.)*"?|[^,}\s]+)/g, `$1"${mask}"`);
	if ('problem' in item && item.caller !== undefined)
		return item.caller === null ? text : without(text, item.caller);
	if ('problem' in item) return text.replace(/\+?\d[\d ()]{5,}\d/g, mask);
	const caller = callerOf(item.record);
	const numbers = caller === null ? (item.numbers ?? []) : [caller, ...(item.numbers ?? [])];
	return numbers.reduce(without, text);
}

/** The text without the number, also where a form or an address has its plus as %2B. */
function without(text: string, caller: string): string {
	const digits = caller.replace(/^[^\d]+/, '');
	const plain = text.replaceAll(caller, mask);
	return /^\d{5,}/.test(digits) ? plain.replaceAll(digits, mask) : plain;
}

function callerOf(record: unknown): string | null {
	if (typeof record !== 'object' || record === null || !('caller' in record)) return null;
	const { caller } = record;
	return (typeof caller === 'string' && caller !== '') || typeof caller === 'number' ? String(caller) : null;
}
