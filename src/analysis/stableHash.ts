/** A whole number 0..2^32-1 that is the same for the same text everywhere (FNV-1a, 32 bit). */
export function stableHash(text: string): number {
	let hash = 0x811c9dc5;
	for (const unit of text) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
	// One more mixing step: neighbouring texts would otherwise differ in the low bits only.
	hash ^= hash >>> 15;
	return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}
