/**
 * How many characters of texts a piece of work looks at, through the methods of strings, patterns and JSON: what it costs,
 * in a measure that is the same on every machine and in every run. Joining texts and slicing them cost nothing here, as in
 * the engine. Throws as soon as it is more than `most`, so that what would go on for ever ends.
 */
export function charactersLookedAt(work: () => void, most: number): number {
	let looked = 0;
	const add = (characters: number) => {
		looked += Math.max(1, characters);
		if (looked > most) throw new Error(`more than ${most} characters were looked at`);
	};
	const restore = costs.map(([holder, name, cost]) => count(holder, name, cost, add));
	try {
		work();
	} finally {
		for (const back of restore) back();
	}
	return looked;
}

type Cost = (self: unknown, args: unknown[], result: unknown) => number;

const lengthOf = (value: unknown) => (typeof value === 'string' ? value.length : 0);
const whole: Cost = (self) => lengthOf(self);
/** Of a search from some place to what was found. */
const found: Cost = (self, [, from], result) =>
	(typeof result === 'number' && result >= 0 ? result + 1 : lengthOf(self)) -
	(typeof from === 'number' ? Math.max(0, from) : 0);
const trimmed: Cost = (self, _, result) => lengthOf(self) - lengthOf(result);
const matched: Cost = (self, [text], result) => {
	// Where engines split by a pattern, they try it at each place: that is one look each.
	if (self instanceof RegExp && self.sticky) return 1;
	return Array.isArray(result) ? Number(Reflect.get(result, 'index')) + lengthOf(result[0]) : lengthOf(text);
};

const costs: [holder: object, name: string, cost: Cost][] = [
	[String.prototype, 'charCodeAt', () => 1],
	[String.prototype, 'codePointAt', () => 1],
	[String.prototype, 'at', () => 1],
	[String.prototype, 'slice', () => 1],
	[String.prototype, 'substring', () => 1],
	[String.prototype, 'startsWith', (_, [begin]) => lengthOf(begin)],
	[String.prototype, 'endsWith', (_, [end]) => lengthOf(end)],
	[String.prototype, 'indexOf', found],
	[String.prototype, 'trim', trimmed],
	[String.prototype, 'trimStart', trimmed],
	[String.prototype, 'trimEnd', trimmed],
	...['includes', 'lastIndexOf', 'split', 'replace', 'replaceAll', 'search', 'match', 'matchAll'].map(
		(name): [object, string, Cost] => [String.prototype, name, whole]
	),
	...['toLowerCase', 'toUpperCase', 'normalize', 'isWellFormed', 'toWellFormed'].map(
		(name): [object, string, Cost] => [String.prototype, name, whole]
	),
	[RegExp.prototype, 'exec', matched],
	[JSON, 'parse', (_, [text]) => lengthOf(text)],
	[JSON, 'stringify', (_self, _args, result) => lengthOf(result)]
];

function count(holder: object, name: string, cost: Cost, add: (characters: number) => void): () => void {
	const original: unknown = Reflect.get(holder, name);
	if (typeof original !== 'function') throw new Error(`there is no ${name}`);
	const set = (value: unknown) =>
		Object.defineProperty(holder, name, { value, configurable: true, writable: true });
	set(function (this: unknown, ...args: unknown[]): unknown {
		const result: unknown = Reflect.apply(original, this, args);
		add(cost(this, args, result));
		return result;
	});
	return () => set(original);
}
