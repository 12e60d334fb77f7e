/** Some whole lines of a file, as they are sent. */
export interface Piece {
	bytes: Buffer<ArrayBuffer>;
	/** How many lines of the file it has. */
	lines: number;
	/** How many of the file's bytes (decompressed) have been read with it. */
	endsAt: number;
}

const newline = 10;
const quote = 34;

/**
 * Cuts what is read into pieces of whole lines.
 * @param quoted lines may be part of a cell in quotes, which is not cut
 */
export async function* cutLines(
	chunks: AsyncIterable<Buffer>,
	{ pieceBytes, quoted, startsAt }: { pieceBytes: number; quoted: boolean; startsAt: number }
): AsyncGenerator<Piece> {
	let waiting: Buffer[] = [];
	let size = 0;
	let endsAt = startsAt;
	const make = (bytes: Buffer): Piece => {
		endsAt += bytes.length;
		const whole = bytes.at(-1) === newline ? bytes : Buffer.concat([bytes, Buffer.from('\n')]);
		return { bytes: Buffer.from(whole), lines: count(whole, newline), endsAt };
	};
	for await (const chunk of chunks) {
		waiting.push(chunk);
		size += chunk.length;
		if (size < pieceBytes) continue;
		const all = Buffer.concat(waiting);
		const line = (quoted ? lastOutsideQuotes(all) : all.lastIndexOf(newline)) + 1;
		// No line is that long: whatever it is, it is not kept in memory.
		const cut = line === 0 && size > 8 * pieceBytes ? size : line;
		if (cut > 0) yield make(all.subarray(0, cut));
		waiting = [all.subarray(cut)];
		size = all.length - cut;
	}
	if (size > 0) yield make(Buffer.concat(waiting));
}

/** The last line end that stands in no cell in quotes; the last of all where quotes do not go in pairs. */
function lastOutsideQuotes(bytes: Buffer): number {
	let inside = false;
	let last = -1;
	for (let i = 0; i < bytes.length; i++) {
		if (bytes[i] === quote) inside = !inside;
		else if (bytes[i] === newline && !inside) last = i;
	}
	return last === -1 ? bytes.lastIndexOf(newline) : last;
}

export function count(bytes: Buffer, byte: number): number {
	let found = 0;
	for (let at = bytes.indexOf(byte); at !== -1; at = bytes.indexOf(byte, at + 1)) found++;
	return found;
}
