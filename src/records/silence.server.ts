/** What `Infinity` is stored as: no instant that anybody names is later. */
const forEver = new Date('9999-12-31T00:00:00Z');

/** Until when something is silenced, as it is stored. */
export function toSilence(until: number | null): Date | null {
	return until === null ? null : new Date(Math.min(until, forEver.getTime()));
}

/** The same as ms; Infinity: for ever. */
export function fromSilence(until: Date | null): number | null {
	return until === null ? null : until >= forEver ? Infinity : until.getTime();
}
