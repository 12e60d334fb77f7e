import { addPacked, pack } from './packedWaits.ts';
import { binCount, binUpperSeconds, exactSeconds, waitBin } from './waitBins.ts';

export { binCount, binUpperSeconds, waitBin } from './waitBins.ts';

/** How long callers waited, as counts by wait, kept apart for answered and abandoned callers. */
export interface Waits {
	/** Callers by key: the bin's number twice, and one more for those who abandoned. */
	readonly counts: Map<number, number>;
	/** Counts that belong to it as well, as they were stored: unpacked only when somebody asks for waits. */
	readonly packed: Uint8Array[];
}

export type WaitEnd = 'answered' | 'abandoned';

export function emptyWaits(): Waits {
	return { counts: new Map(), packed: [] };
}

/** Whether nobody was ever counted in it. */
export function isEmpty({ counts, packed }: Waits): boolean {
	return counts.size === 0 && packed.length === 0;
}

/** Adds `count` callers (negative: takes them away) to a bin. */
export function addToBin(waits: Waits, bin: number, end: WaitEnd, count: number): void {
	addToKey(waits.counts, bin * 2 + (end === 'answered' ? 0 : 1), count);
	forget(waits);
}

export function mergeWaits(into: Waits, from: Waits): void {
	for (const [key, count] of from.counts) addToKey(into.counts, key, count);
	for (const bytes of from.packed) into.packed.push(bytes);
	forget(into);
}

/** Adds packed counts to `into`. */
export function mergeEncodedWaits(into: Waits, bytes: Uint8Array): void {
	if (bytes.length > 0) into.packed.push(bytes);
	forget(into);
}

/** Packs the counts for storage (packedWaits.ts). Counts below zero, which a difference may have, stay what they are. */
export function encodeWaits(waits: Waits): Uint8Array {
	const { counts, end } = addedUp(waits);
	return pack(counts, end);
}

export function sameWaits(a: Waits, b: Waits): boolean {
	const [packedA, packedB] = [encodeWaits(a), encodeWaits(b)];
	return packedA.length === packedB.length && packedA.every((byte, i) => byte === packedB[i]);
}

export function waitsTotal(waits: Waits): number {
	return addedUp(waits).total;
}

/** Callers whose wait was at most `seconds`; exact where a bin ends there, as it does at every threshold that a queue may have (model/parseQueue.ts). */
export function countWithin(waits: Waits, end: WaitEnd, seconds: number): number {
	const sums = addedUp(waits);
	const lastKey = Math.min(waitBin(seconds * 1000) * 2 + 1, sums.end - 1);
	let within = 0;
	for (let key = end === 'answered' ? 0 : 1; key <= lastKey; key += 2) within += sums.counts[key] ?? 0;
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
	const { counts, end, total } = addedUp(waits);
	if (total <= 0) return null;
	const rank = (total - 1) * p;
	const lowRank = Math.floor(rank);
	const highRank = Math.min(lowRank + 1, total - 1);
	let seen = 0;
	let low: number | null = null;
	for (let key = 0; key < end; key += 2) {
		const count = (counts[key] ?? 0) + (counts[key + 1] ?? 0);
		if (count === 0) continue;
		seen += count;
		if (seen <= lowRank) continue;
		const value = binMs(key / 2, wholeSeconds);
		low ??= value;
		if (seen > highRank) return low + (value - low) * (rank - lowRank);
	}
	return low;
}

/** All that answered or abandoned callers waited together, in milliseconds; each bin stands for its middle. */
export function waitedMs(waits: Waits, end: WaitEnd): number {
	const sums = addedUp(waits);
	let ms = 0;
	for (let key = end === 'answered' ? 0 : 1; key < sums.end; key += 2)
		ms += (sums.counts[key] ?? 0) * binMs(key >> 1, false);
	return ms;
}

/** Callers, answered or abandoned, by the wait in seconds that stands for their bin, in order of the wait. */
export function callersByWait(waits: Waits): [seconds: number, callers: number][] {
	const { counts, end } = addedUp(waits);
	const found: [seconds: number, callers: number][] = [];
	for (let key = 0; key < end; key += 2) {
		const callers = (counts[key] ?? 0) + (counts[key + 1] ?? 0);
		if (callers > 0) found.push([binMs(key / 2, false) / 1000, callers]);
	}
	return found;
}

/** Callers of a bin (waitBins.ts), apart by how their wait ended. */
export interface BinCallers {
	bin: number;
	answered: number;
	abandoned: number;
}

/** All bins that somebody is in, in order of the wait. */
export function callersByBin(waits: Waits): BinCallers[] {
	const { counts, end } = addedUp(waits);
	const found: BinCallers[] = [];
	for (let key = 0; key < end; key += 2) {
		const [answered = 0, abandoned = 0] = [counts[key], counts[key + 1]];
		if (answered !== 0 || abandoned !== 0) found.push({ bin: key / 2, answered, abandoned });
	}
	return found;
}

/** The wait that stands for a bin. */
function binMs(bin: number, wholeSeconds: boolean): number {
	if (bin === 0) return 0;
	if (bin <= exactSeconds && wholeSeconds) return bin * 1000;
	return ((binUpperSeconds(bin - 1) + binUpperSeconds(bin)) / 2) * 1000;
}

function addToKey(counts: Map<number, number>, key: number, count: number): void {
	const sum = (counts.get(key) ?? 0) + count;
	if (sum === 0) counts.delete(key);
	else counts.set(key, sum);
}

/** All counts of some waits by key, those from `end` on zero. */
interface Sums {
	of: Waits | null;
	counts: Int32Array;
	end: number;
	total: number;
}

/**
 * One array for all, with the sums of the waits that were asked for last: a row asks five things of its waits, and a
 * year has nine thousand rows.
 */
const sums: Sums = { of: null, counts: new Int32Array(binCount * 2), end: 0, total: 0 };

function addedUp(waits: Waits): Sums {
	if (sums.of === waits) return sums;
	sums.counts.fill(0, 0, sums.end);
	sums.of = null;
	sums.end = 0;
	for (const bytes of waits.packed) {
		// Before what may throw: what it has written by then is to be cleared.
		const end = sums.end;
		sums.end = sums.counts.length;
		sums.end = Math.max(end, addPacked(sums.counts, bytes));
	}
	for (const [key, count] of waits.counts) {
		sums.counts[key] = (sums.counts[key] ?? 0) + count;
		if (key >= sums.end) sums.end = key + 1;
	}
	sums.total = 0;
	for (let key = 0; key < sums.end; key++) sums.total += sums.counts[key] ?? 0;
	sums.of = waits;
	return sums;
}

function forget(waits: Waits): void {
	if (sums.of === waits) sums.of = null;
}
