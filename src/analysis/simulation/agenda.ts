/** What will happen, earliest first: a binary heap by instant. */
export class Agenda<T extends { at: number }> {
	#heap: T[] = [];

	/** Infinity when nothing is to come. */
	get nextAt(): number {
		return this.#heap[0]?.at ?? Infinity;
	}

	add(item: T): void {
		const heap = this.#heap;
		let i = heap.length;
		heap.push(item);
		while (i > 0) {
			const parent = (i - 1) >> 1;
			const above = heap[parent];
			if (above === undefined || above.at <= item.at) break;
			heap[i] = above;
			i = parent;
		}
		heap[i] = item;
	}

	take(): T | undefined {
		const heap = this.#heap;
		const first = heap[0];
		const last = heap.pop();
		if (last !== undefined && heap.length > 0) this.#sink(last);
		return first;
	}

	#sink(item: T): void {
		const heap = this.#heap;
		let i = 0;
		for (;;) {
			const left = heap[2 * i + 1];
			const right = heap[2 * i + 2];
			if (left === undefined) break;
			const rightFirst = right !== undefined && right.at < left.at;
			const child = rightFirst ? right : left;
			if (child.at >= item.at) break;
			heap[i] = child;
			i = 2 * i + (rightFirst ? 2 : 1);
		}
		heap[i] = item;
	}
}
