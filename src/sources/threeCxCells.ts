/**
 * The cells of a line by the names of its fields; null where it has another number of them. Names of people may hold
 * commas, and nothing is quoted: then the line is cut so that times, durations and kinds stand where they belong.
 */
export function cellsOfLine(text: string, names: readonly string[]): Map<string, string> | null {
	const parts = text.split(',');
	const surplus = parts.length - names.length;
	if (surplus === 0) return joined(parts, names, new Map());
	if (surplus < 0 || surplus > mostCommas) return null;
	const free = names.flatMap((name, i) => (name.endsWith('dispname') || name === 'bill-name' ? [i] : []));
	for (const extra of spreads(surplus, free)) {
		const cells = joined(parts, names, extra);
		if (fits(cells)) return cells;
	}
	// A comma may follow the last field.
	const cut = joined(parts, names, new Map());
	return surplus === 1 && parts.at(-1)?.trim() === '' && fits(cut) ? cut : null;
}

/** More of them would not be told apart from fields. */
const mostCommas = 4;

/** Every way to give commas to the fields that may hold some. */
function spreads(surplus: number, free: readonly number[]): Map<number, number>[] {
	const [first, ...others] = free;
	if (first === undefined) return surplus === 0 ? [new Map()] : [];
	return Array.from({ length: surplus + 1 }, (_, here) =>
		spreads(surplus - here, others).map((rest) => new Map([...rest, [first, here]]))
	).flat();
}

function joined(
	parts: readonly string[],
	names: readonly string[],
	extra: ReadonlyMap<number, number>
): Map<string, string> {
	const cells = new Map<string, string>();
	let at = 0;
	names.forEach((name, i) => {
		const count = 1 + (extra.get(i) ?? 0);
		cells.set(
			name,
			parts
				.slice(at, at + count)
				.join(',')
				.trim()
		);
		at += count;
	});
	return cells;
}

const shapes: Record<string, RegExp> = {
	duration: /^(\d+:\d\d:\d\d(\.\d+)?)?$/,
	'time-start': /^\d{4}[/-]\d\d[/-]\d\d[ T]\S+$/,
	'time-answered': /^(\d{4}[/-]\d\d[/-]\d\d[ T]\S+)?$/,
	'time-end': /^(\d{4}[/-]\d\d[/-]\d\d[ T]\S+)?$/,
	'reason-terminated': /^\w*$/,
	'reason-changed': /^\w*$/,
	'from-dn': /^[\d*#+]*$/,
	'to-dn': /^[\d*#+]*$/,
	'final-dn': /^[\d*#+]*$/,
	'from-type': /^\w*$/,
	'to-type': /^\w*$/,
	'final-type': /^\w*$/,
	chain: /^(Chain: .*)?$/
};

function fits(cells: ReadonlyMap<string, string>): boolean {
	return [...cells].every(([name, cell]) => shapes[name]?.test(cell) ?? true);
}
