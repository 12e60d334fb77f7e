import type { TrailRow } from '#records/trails.server.ts';
import type { Fold, KeptEvent, Visit } from '#sources/source.ts';

const dayMs = 86_400_000;
/** How long more may come of calls that have ended: the log is sent again, or an older one after it. */
const afterEndMs = 3 * dayMs;
/** And of calls that may still go on; none takes longer (parseCall). */
const openMs = 15 * dayMs;
/** A caller who comes again and again all day writes some thousand lines; what is beyond is no call. */
const mostEvents = 5_000;

/** All that is known of one trail: what was stored, and what a batch adds. */
export class Trail {
	/** What was said, with the callers' hashes. */
	private readonly events: Map<string, string | null>;
	/** How many visits the stored events made. */
	readonly visitsBefore: number;
	/** The batch's events that were new, by their places in it. */
	readonly newLines: number[] = [];

	constructor(
		readonly name: string,
		readonly queueId: number,
		stored: string | null,
		fold: Fold
	) {
		this.events = new Map(stored === null ? [] : stored.split('\n').map(readEvent));
		this.visitsBefore = stored === null || name === '' ? 0 : fold(this.list(), []).length;
	}

	add(line: number, { content, caller }: KeptEvent): void {
		if (content === '' || this.events.size >= mostEvents) return;
		const known = this.events.get(content);
		// Of the same event with another number the lower stands, whichever came first.
		if (known !== undefined && (caller === null || (known !== null && known <= caller))) return;
		this.events.set(content, caller);
		this.newLines.push(line);
	}

	list(): KeptEvent[] {
		return [...this.events].map(([content, caller]) => ({ content, caller }));
	}

	/** Of the trail of the whole system: when it was started again. */
	instants(): number[] {
		return [...this.events.keys()].map(Number).sort((a, b) => a - b);
	}

	row(visits: Visit[], now: number): TrailRow {
		const unended = visits.some((visit) => visit.unended);
		const isWhole = !unended && visits.length > 0 && visits.every((visit) => visit.whole);
		return {
			trail: this.name,
			queueId: this.queueId,
			events: [...this.events]
				.map(([content, caller]) => (caller ? `${content}\t${caller}` : content))
				.join('\n'),
			unended,
			keptUntil: now + (isWhole ? afterEndMs : openMs)
		};
	}
}

function readEvent(line: string): [content: string, caller: string | null] {
	const tab = line.lastIndexOf('\t');
	return tab === -1 ? [line, null] : [line.slice(0, tab), line.slice(tab + 1)];
}
