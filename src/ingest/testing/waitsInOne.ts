import { emptyWaits, encodeWaits, mergeEncodedWaits } from '#rollups/waits.ts';

/** Packed waits that were added to each other, as one: for comparing figures that came about in different steps. */
export function waitsInOne(packed: Uint8Array): Uint8Array {
	const waits = emptyWaits();
	mergeEncodedWaits(waits, packed);
	return encodeWaits(waits);
}
