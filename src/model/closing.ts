const key = Symbol.for('offpeak.closing');

/**
 * Says what has to be closed before the process may end (the database, what runs by itself).
 * Kept on the process and not in this module, because the server and the commands are built apart.
 */
export function onClosing(close: () => Promise<void>): void {
	closings().push(close);
}

/** Closes everything, the latest first; a failure of one is reported and does not keep the others open. */
export async function closeAll(report: (error: unknown) => void): Promise<void> {
	const list = closings();
	while (list.length) {
		try {
			await list.pop()?.();
		} catch (error) {
			report(error);
		}
	}
}

function closings(): Array<() => Promise<void>> {
	const kept: unknown = Reflect.get(globalThis, key);
	if (Array.isArray(kept)) return kept;
	const list: Array<() => Promise<void>> = [];
	Reflect.set(globalThis, key, list);
	return list;
}
