/**
 * The grid on which waits are counted. Fixed, so that counts can be added and taken away again without loss:
 * bin 0 holds waits of exactly 0, bins 1..120 the whole seconds up to 120 s (each `(s-1, s]`), and above that each
 * doubling of 120 s is cut into 120 equal parts. Hence thresholds of whole seconds up to 120 are exact, and a bin
 * above is never wider than 1/120 of its lower edge: its middle is within 0.42 % of every wait in it.
 */
export const exactSeconds = 120;
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
