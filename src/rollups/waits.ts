/**
 * How long callers waited, as counts by wait, kept apart for answered and abandoned callers.
 *
 * A fixed grid of bins, so that counts can be added and taken away again without loss:
 * bin 0 holds waits of exactly 0, bins 1..120 the whole seconds up to 120 s (each `(s-1, s]`), and above that each
 * doubling of 120 s is cut into 120 equal parts. Hence thresholds of whole seconds up to 120 are exact, and a bin
 * above is never wider than 1/120 of its lower edge: its middle is within 0.42 % of every wait in it.
 */
export type Waits = Map<number, number>;

export type WaitEnd = 'answered' | 'abandoned';

const exactSeconds = 120;
const partsPerDoubling = 120;
/** 120 s doubled fourteen times: 22 days. Longer waits are counted in the last bin. */
const doublings = 14;
export const binCount = 1 + exactSeconds + partsPerDoubling * doublings;

/** The bin that a wait in milliseconds falls in. `waitBinSql` in recount.server.ts says the same to the database. */
export function waitBin(waitMs: number): number {
	if (waitMs <= exactSeconds * 1000) return Math.ceil(waitMs / 1000);
	const doubling = 31 - Math.clz32(Math.floor((waitMs - 1) / (exactSeconds * 1000)));
	if (doubling >= doublings) return binCount - 1;
	const partMs = (exactSeconds / partsPerDoubling) * 1000 * 2 ** doubling;
	const lowerMs = exactSeconds * 1000 * 2 ** doubling;
	return exactSeconds + partsPerDoubling * doubling + Math.ceil((waitMs - lowerMs) / partMs);
}

/** The upper edge of a bin in seconds; the bin holds waits up to and including it. */
export function binUpperSeconds(bin: number): number {
	if (bin <= exactSeconds) return bin;
	const above = bin - exactSeconds - 1;
	const doubling = Math.floor(above / partsPerDoubling);
	const part = (above % partsPerDoubling) + 1;
	const lowerSeconds = exactSeconds * 2 ** doubling;
	return lowerSeconds + (lowerSeconds / partsPerDoubling) * part;
}

export function emptyWaits(): Waits {
	return new Map();
}

/** Adds `count` callers (negative: takes them away) to a bin. */
export function addToBin(waits: Waits, bin: number, end: WaitEnd, count: number): void {
	const key = bin * 2 + (end === 'answered' ? 0 : 1);
	const sum = (waits.get(key) ?? 0) + count;
	if (sum === 0) waits.delete(key);
	else waits.set(key, sum);
}

export function mergeWaits(into: Waits, from: Waits): void {
	for (const [key, count] of from) {
		const sum = (into.get(key) ?? 0) + count;
		if (sum === 0) into.delete(key);
		else into.set(key, sum);
	}
}

export function waitsTotal(waits: Waits): number {
	let total = 0;
	for (const count of waits.values()) total += count;
	return total;
}

/** Callers whose wait was at most `seconds`; exact where a bin ends there, as it does at every threshold that a queue may have (model/parseQueue.ts). */
export function countWithin(waits: Waits, end: WaitEnd, seconds: number): number {
	const lastBin = waitBin(seconds * 1000);
	const parity = end === 'answered' ? 0 : 1;
	let within = 0;
	for (const [key, count] of waits) if (key % 2 === parity && key >> 1 <= lastBin) within += count;
	return within;
}

/**
 * The wait in milliseconds that a share `p` (0..1) of answered and abandoned callers stayed at or below, linearly
 * interpolated between ranks as PostgreSQL's `percentile_cont`; null when nobody waited to an end.
 *
 * `wholeSeconds` says that every wait counted was a whole number of seconds; then waits up to 120 s are exact.
 * Otherwise a bin stands for its middle. Either way the answer is within 1 s or 2 % of the exact value, whichever is
 * larger: each rank is off by at most 0.5 s (up to 120 s) or 0.42 % (above), and interpolation cannot add to both.
 */
export function quantileMs(waits: Waits, p: number, wholeSeconds = false): number | null {
	const total = waitsTotal(waits);
	if (total <= 0) return null;
	const bins = [...new Set([...waits.keys()].map((key) => key >> 1))].sort((a, b) => a - b);
	const rank = (total - 1) * p;
	const lowRank = Math.floor(rank);
	let seen = 0;
	let low: number | null = null;
	for (const bin of bins) {
		seen += (waits.get(bin * 2) ?? 0) + (waits.get(bin * 2 + 1) ?? 0);
		const value = binMs(bin, wholeSeconds);
		if (low === null && seen > lowRank) low = value;
		if (low !== null && seen > Math.min(lowRank + 1, total - 1))
			return low + (value - low) * (rank - lowRank);
	}
	return low;
}

/** The wait that stands for a bin. */
function binMs(bin: number, wholeSeconds: boolean): number {
	if (bin === 0) return 0;
	if (bin <= exactSeconds && wholeSeconds) return bin * 1000;
	return ((binUpperSeconds(bin - 1) + binUpperSeconds(bin)) / 2) * 1000;
}

/**
 * Packs the counts for storage: for each key in order the distance from the key before and the count, as unsigned
 * base-128 numbers. Counts are never negative in a stored row; a negative one throws.
 */
export function encodeWaits(waits: Waits): Uint8Array {
	const keys = [...waits.keys()].sort((a, b) => a - b);
	const bytes: number[] = [];
	let before = 0;
	for (const key of keys) {
		const count = waits.get(key) ?? 0;
		if (count < 0) throw new RangeError(`wait bin ${key >> 1} would hold ${count} callers`);
		pushNumber(bytes, key - before);
		pushNumber(bytes, count);
		before = key;
	}
	return Uint8Array.from(bytes);
}

/** Adds packed counts to `into`. */
export function mergeEncodedWaits(into: Waits, bytes: Uint8Array): void {
	let key = 0;
	let at = 0;
	const read = (): number => {
		let value = 0;
		let scale = 1;
		for (;;) {
			const byte = bytes[at++];
			if (byte === undefined) throw new RangeError('wait counts end in the middle of a number');
			value += (byte & 127) * scale;
			if (byte < 128) return value;
			scale *= 128;
		}
	};
	while (at < bytes.length) {
		key += read();
		const count = read();
		into.set(key, (into.get(key) ?? 0) + count);
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
