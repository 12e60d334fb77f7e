/** First in, first out, at constant cost (an array's `shift` moves all that is behind). */
export class Fifo<T> {
	#items: T[] = [];
	#head = 0;

	get first(): T | undefined {
		return this.#items[this.#head];
	}

	push(item: T): void {
		this.#items.push(item);
	}

	shift(): T | undefined {
		const item = this.#items[this.#head];
		if (item === undefined) return undefined;
		this.#head++;
		if (this.#head > 1024 && this.#head * 2 > this.#items.length) {
			this.#items = this.#items.slice(this.#head);
			this.#head = 0;
		}
		return item;
	}
}
