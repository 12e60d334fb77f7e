/**
 * Counts by key as bytes: for each key in order the distance from the key before and the count, as unsigned base-128
 * numbers. Two zeros, which no key can be, begin a new part at key 0; the byte after them says whether that part is to
 * be added (0) or taken away (1). So two packings, with `partMark` between them, are the packing of their sum: the
 * database adds to a row's counts without reading them.
 */
export const partMark = '\\x000000';

/** Packs `counts[0..end)`. */
export function pack(counts: Int32Array, end: number): Uint8Array {
	const bytes: number[] = [];
	pushPart(bytes, counts, end, 1);
	const added = bytes.length;
	bytes.push(0, 0, 1);
	pushPart(bytes, counts, end, -1);
	if (bytes.length === added + 3) bytes.length = added;
	return Uint8Array.from(bytes);
}

/** Adds what is packed to `counts`; the end of the keys that it touched. */
export function addPacked(counts: Int32Array, bytes: Uint8Array): number {
	const reader = { bytes, at: 0 };
	let key = 0;
	let end = 0;
	let sign = 1;
	while (reader.at < bytes.length) {
		const distance = readNumber(reader);
		const count = readNumber(reader);
		if (distance === 0 && count === 0) {
			sign = readNumber(reader) === 1 ? -1 : 1;
			key = 0;
			continue;
		}
		key += distance;
		if (key >= counts.length) throw new RangeError('wait counts name a bin that there is none of');
		counts[key] = (counts[key] ?? 0) + sign * count;
		if (key >= end) end = key + 1;
	}
	return end;
}

function pushPart(bytes: number[], counts: Int32Array, end: number, sign: 1 | -1): void {
	let before = 0;
	for (let key = 0; key < end; key++) {
		const count = sign * (counts[key] ?? 0);
		if (count <= 0) continue;
		pushNumber(bytes, key - before);
		pushNumber(bytes, count);
		before = key;
	}
}

function pushNumber(bytes: number[], value: number): void {
	let rest = value;
	while (rest > 127) {
		bytes.push((rest % 128) | 128);
		rest = Math.floor(rest / 128);
	}
	bytes.push(rest);
}

function readNumber(reader: { bytes: Uint8Array; at: number }): number {
	let value = 0;
	let scale = 1;
	for (;;) {
		const byte = reader.bytes[reader.at++];
		if (byte === undefined) throw new RangeError('wait counts end in the middle of a number');
		if (byte < 128) return value + byte * scale;
		value += (byte & 127) * scale;
		scale *= 128;
	}
}
