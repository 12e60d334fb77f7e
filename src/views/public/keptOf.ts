/** So many different texts are kept of one answer; then they are forgotten, and those still asked for made anew. */
const most = 100;

/**
 * A memory of what was made of public answers, by name. It goes with the answer, which is the same object for all who
 * ask as long as it holds.
 */
export function keptOf<Value>(): (answer: object, name: string, make: () => Value) => Value {
	const shelf = new WeakMap<object, Map<string, Value>>();
	return (answer, name, make) => {
		let made = shelf.get(answer);
		if (!made) shelf.set(answer, (made = new Map<string, Value>()));
		const known = made.get(name);
		if (known !== undefined) return known;
		if (made.size >= most) made.clear();
		const value = make();
		made.set(name, value);
		return value;
	};
}
