/** Lets everything else have its turn: requests are answered between two pieces of work. */
export function breath(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}
