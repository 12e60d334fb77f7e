import { addToBin, callersByBin } from './waits.ts';
import { emptyTally, mergeTally, sumNames, type Tally } from './tally.ts';

/** All calls but those of the parts, which are among them. The longest waits cannot be taken away, so they are not known. */
export function lessTally(all: Tally, parts: Tally[]): Tally {
	const rest = emptyTally();
	mergeTally(rest, all);
	for (const part of parts) {
		for (const name of sumNames) rest[name] -= part[name];
		for (const { bin, answered, abandoned } of callersByBin(part.waits)) {
			addToBin(rest.waits, bin, 'answered', -answered);
			addToBin(rest.waits, bin, 'abandoned', -abandoned);
		}
	}
	return { ...rest, longestAnsweredMs: null, longestAbandonedMs: null };
}
