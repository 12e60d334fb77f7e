import { Agenda } from './agenda.ts';

/** What comes by plan, read one ahead from an ordered iterable, together with what is added on the way. */
export class Coming<T extends { at: number }> {
	#plan: Iterator<T>;
	#next: T | undefined;
	#added = new Agenda<T>();

	constructor(plan: Iterable<T>) {
		this.#plan = plan[Symbol.iterator]();
		this.#read();
	}

	/** Infinity when nothing is to come. */
	get nextAt(): number {
		return Math.min(this.#next?.at ?? Infinity, this.#added.nextAt);
	}

	add(item: T): void {
		this.#added.add(item);
	}

	take(): T | undefined {
		if (this.#next === undefined || this.#added.nextAt < this.#next.at) return this.#added.take();
		const item = this.#next;
		this.#read();
		return item;
	}

	#read(): void {
		const { value, done } = this.#plan.next();
		this.#next = done ? undefined : value;
	}
}
