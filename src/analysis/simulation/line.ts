import { Fifo } from './fifo.ts';

export interface InLine {
	priority: number;
	/** False once the caller has given up. */
	waiting: boolean;
}

/**
 * Callers in the order in which they are served: by priority, then by arrival. Who gives up keeps the
 * place as a ghost: the moment an agent reaches it is when that caller would have been answered.
 */
export class Line<T extends InLine> {
	#rows: { priority: number; places: Fifo<T>; waiting: number }[] = [];
	#waiting = 0;

	/** How many wait. */
	get length(): number {
		return this.#waiting;
	}

	/** How many of those who wait are served before a newcomer of this priority. */
	ahead(priority: number): number {
		return this.#rows.reduce((sum, row) => (row.priority >= priority ? sum + row.waiting : sum), 0);
	}

	join(caller: T): void {
		const row = this.#row(caller.priority);
		row.places.push(caller);
		row.waiting++;
		this.#waiting++;
	}

	leave(caller: T): void {
		caller.waiting = false;
		this.#row(caller.priority).waiting--;
		this.#waiting--;
	}

	/** Takes out the next who waits, and tells of every ghost that the agent comes by on the way. */
	next(passed: (ghost: T) => void): T | undefined {
		for (const row of this.#rows)
			for (let caller = row.places.shift(); caller !== undefined; caller = row.places.shift()) {
				if (caller.waiting) {
					this.leave(caller);
					return caller;
				}
				passed(caller);
			}
		return undefined;
	}

	#row(priority: number) {
		const found = this.#rows.find((row) => row.priority === priority);
		if (found) return found;
		const row = { priority, places: new Fifo<T>(), waiting: 0 };
		this.#rows.push(row);
		this.#rows.sort((a, b) => b.priority - a.priority);
		return row;
	}
}
