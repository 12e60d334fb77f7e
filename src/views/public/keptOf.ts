/** So many different texts are kept of one answer; who asks for more kinds gets them made each time. */
const most = 100;

/**
 * A memory of what was made of public answers, by name. It goes with the answer, which is the same object for all who
 * ask as long as it holds.
 */
export function keptOf<Value>(): (answer: object, name: string, make: () => Value) => Value {
	const shelf = new WeakMap<object, Map<string, Value>>();
	return (answer, name, make) => {
		const made = shelf.get(answer) ?? new Map<string, Value>();
		if (made.size === 0) shelf.set(answer, made);
		const known = made.get(name);
		if (known !== undefined) return known;
		const value = make();
		if (made.size < most) made.set(name, value);
		return value;
	};
}
