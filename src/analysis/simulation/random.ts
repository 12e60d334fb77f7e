/** Uniform numbers in (0, 1): never 0 and never 1, so that logarithms of both sides exist. */
export type Random = () => number;

/**
 * A generator that gives the same numbers for the same seed, on every machine. Parts of a seed make
 * independent streams: `seededRandom(7, 'payments', '2026-03-02')`.
 * sfc32 by Chris Doty-Humphrey (PractRand), its state filled by FNV-1a over the seed's text.
 */
export function seededRandom(...seed: (number | string)[]): Random {
	const text = seed.join('\u0000');
	let a = hash(text, 0x811c9dc5);
	let b = hash(text, 0x9e3779b9);
	let c = hash(text, 0x243f6a88);
	let counter = 1;
	const next = () => {
		const sum = (a + b + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (((c << 21) | (c >>> 11)) + sum) | 0;
		return ((sum >>> 0) + 0.5) / 4294967296;
	};
	// The first numbers still show the seed's likeness to its neighbours.
	for (let i = 0; i < 15; i++) next();
	return next;
}

function hash(text: string, start: number): number {
	let value = start;
	for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
	return value | 0;
}
