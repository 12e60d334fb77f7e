/** Somebody's turn, until it is ended. */
export interface Turn {
	place: string;
	/** When it began, ms. */
	at: number;
}

interface Place {
	taken: Set<Turn>;
	/** Who waits, by asker; the asker whose turn comes next stands first. */
	lines: Map<string, ((turn: Turn) => void)[]>;
	waiting: number;
	/** What its turns took, ms, of which a third of the time that passes is forgiven; as it was at an instant. */
	debt: { ms: number; at: number };
	restsUntil: number;
}

interface TurnsOptions {
	/** So many of one place have their turn at the same time, as long as no other place asks for anything. */
	alone: number;
	/** So many where others ask, too. */
	beside: number;
	/** A place whose turns took no longer than this, ms, needs no rest: an office in the morning. */
	burstMs: number;
	/** So many of one asker may wait. */
	mostWaiting: number;
	/** Who takes longer does not keep others waiting any more: mostly it is he who waits, for a database or a sender. */
	longestMs: number;
}

/** So long after its last request a place counts as asking. */
const askingMs = 10_000;
/** How often places are forgotten that ask no more. */
const sweepMs = 10_000;
/** Where much was asked lately, a turn is followed by a rest so many times as long. */
const restsPerTurn = 2;

/**
 * Who asks much waits in his own line. Of one place (an address) only so many are worked at once; the others wait, each
 * asker (a key, a person) in the order in which he asked, and the askers of a place take turns. Places do not wait for
 * each other: one where somebody waits, and where as much was asked lately as an office asks in the morning, rests after each
 * turn for twice as long as that took, if others ask too, so that in the long run it has a third of the time at most. All
 * instants are ms of one clock.
 */
export class Turns {
	/** How many wait, of all places. */
	waiting = 0;
	private readonly places = new Map<string, Place>();
	/** Where was asked last, and before that elsewhere. */
	private last = { name: '', at: -Infinity };
	private before = { name: '', at: -Infinity };
	private sweptAt = -Infinity;

	constructor(private readonly options: TurnsOptions) {}

	/** A turn, at once or when it comes; null: too many of that asker wait already. */
	take(name: string, asker: string, now: number): Turn | Promise<Turn> | null {
		this.note(name, now);
		this.sweep(now);
		const place = this.places.get(name) ?? newPlace();
		this.places.set(name, place);
		if (place.waiting === 0 && this.hasRoom(name, place, now)) return begun(place, name, now);
		if ((place.lines.get(asker)?.length ?? 0) >= this.options.mostWaiting) return null;
		return new Promise((begin) => {
			const line = place.lines.get(asker);
			if (line) line.push(begin);
			else place.lines.set(asker, [begin]);
			place.waiting++;
			this.waiting++;
		});
	}

	/** The next one of the place has his turn. Ended twice is ended once. */
	end(turn: Turn, now: number): void {
		const place = this.places.get(turn.place);
		if (!place?.taken.has(turn)) return;
		this.close(turn, place, now);
		const { burstMs } = this.options;
		if (place.waiting > 0 && place.debt.ms > burstMs && this.othersAsk(turn.place, now))
			place.restsUntil = now + restsPerTurn * (now - turn.at);
		this.callNext(turn.place, place, now);
	}

	/** Gives on what lasts too long, and turns to those who have rested. To be called now and then while somebody waits. */
	look(now: number): void {
		if (this.waiting === 0) return;
		for (const [name, place] of this.places) {
			if (place.waiting === 0) continue;
			for (const turn of place.taken)
				if (now - turn.at >= this.options.longestMs) this.close(turn, place, now);
			this.callNext(name, place, now);
		}
	}

	/** Places where somebody has a turn, waits for one, or did so lately. */
	get size(): number {
		return this.places.size;
	}

	private close(turn: Turn, place: Place, now: number): void {
		place.taken.delete(turn);
		place.debt = { ms: debtOf(place, now) + now - turn.at, at: now };
	}

	/** Forgets places that owe nothing any more. */
	private sweep(now: number): void {
		if (now - this.sweptAt < sweepMs) return;
		this.sweptAt = now;
		for (const [name, place] of this.places) {
			const isIdle = place.waiting === 0 && place.taken.size === 0;
			if (isIdle && now >= place.restsUntil && debtOf(place, now) === 0) this.places.delete(name);
		}
	}

	private note(name: string, at: number): void {
		if (this.last.name !== name) this.before = this.last;
		this.last = { name, at };
	}

	private othersAsk(name: string, now: number): boolean {
		const { at } = this.last.name === name ? this.before : this.last;
		return now - at < askingMs;
	}

	private hasRoom(name: string, { taken, restsUntil }: Place, now: number): boolean {
		const { alone, beside } = this.options;
		return taken.size < (this.othersAsk(name, now) ? beside : alone) && now >= restsUntil;
	}

	private callNext(name: string, place: Place, now: number): void {
		while (place.waiting > 0 && this.hasRoom(name, place, now)) {
			place.waiting--;
			this.waiting--;
			nextOf(place.lines)?.(begun(place, name, now));
		}
	}
}

function debtOf({ debt: { ms, at } }: Place, now: number): number {
	return Math.max(0, ms - (now - at) / (1 + restsPerTurn));
}

function newPlace(): Place {
	return { taken: new Set(), lines: new Map(), waiting: 0, debt: { ms: 0, at: 0 }, restsUntil: -Infinity };
}

function begun({ taken }: Place, place: string, at: number): Turn {
	const turn = { place, at };
	taken.add(turn);
	return turn;
}

/** The first of the asker whose turn it is; the other askers come before his next. */
function nextOf<Begin>(lines: Map<string, Begin[]>): Begin | undefined {
	for (const [asker, line] of lines) {
		const first = line.shift();
		lines.delete(asker);
		if (line.length > 0) lines.set(asker, line);
		return first;
	}
	return undefined;
}
