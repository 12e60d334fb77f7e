interface Head<T> {
	item: T;
	at: number;
	rest: Iterator<T>;
}

/** Joins streams that are each in order of time into one, holding one item of each. */
export function* mergeInOrder<T>(
	streams: Iterable<T>[],
	atOf: (item: T) => number
): Generator<T, void, undefined> {
	let heads = streams.map((stream) => read(stream[Symbol.iterator](), atOf)).filter((head) => head !== null);
	while (heads.length > 0) {
		const first = heads.reduce((earliest, head) => (head.at < earliest.at ? head : earliest));
		yield first.item;
		const next = read(first.rest, atOf);
		heads = heads.map((head) => (head === first ? next : head)).filter((head) => head !== null);
	}
}

function read<T>(rest: Iterator<T>, atOf: (item: T) => number): Head<T> | null {
	const { value, done } = rest.next();
	return done ? null : { item: value, at: atOf(value), rest };
}
