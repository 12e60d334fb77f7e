/** What came of one source, until it is written down. Instants in milliseconds since 1970. */
export interface Arrivals {
	receivedAt: number;
	/** The latest instant that any of the records tells of; null: none could be read. */
	newestAt: number | null;
	/** Calls that were new. */
	calls: number;
	read: number;
	refused: number;
}

/** Counts what comes in by source: in memory, since a commit for every record that comes alone would halve their rate. */
export class Intake {
	private arrivals = new Map<string, Arrivals>();

	add(source: string, more: Arrivals): void {
		const known = this.arrivals.get(source);
		if (!known) {
			this.arrivals.set(source, { ...more });
			return;
		}
		known.receivedAt = Math.max(known.receivedAt, more.receivedAt);
		known.newestAt = latest(known.newestAt, more.newestAt);
		known.calls += more.calls;
		known.read += more.read;
		known.refused += more.refused;
	}

	/** All that was counted since this was last asked. */
	take(): Map<string, Arrivals> {
		const taken = this.arrivals;
		this.arrivals = new Map();
		return taken;
	}

	/** Puts back what could not be written. */
	putBack(arrivals: Map<string, Arrivals>): void {
		for (const [source, more] of arrivals) this.add(source, more);
	}
}

function latest(a: number | null, b: number | null): number | null {
	return a === null ? b : b === null ? a : Math.max(a, b);
}
