import type { Refused } from './record.ts';

/** A body with something wrong in it, and what the server must make of it. */
export interface BodyCase {
	mistake: string;
	body: string | Uint8Array<ArrayBuffer>;
	/** Content-Type; null: none. JSON where nothing is said. */
	type?: string | null;
	encoding?: string;
	/** More of the address, such as `format=csv`. */
	query?: string;
	status: number;
	/** What the answer's `detail` tells, where the body cannot be read at all. */
	says?: RegExp;
	/** Every record that is refused. */
	refused?: Refused[];
	/** How many records are stored. */
	stored?: number;
}

/** Bytes of parts, as text or as numbers. */
export function bytes(...parts: (string | number[])[]): Uint8Array<ArrayBuffer> {
	return Uint8Array.from(parts.flatMap((part) => [...(typeof part === 'string' ? Buffer.from(part) : part)]));
}

/** The cases as bodies of one kind. */
export function ofKind(kind: string, type: string, cases: BodyCase[]): BodyCase[] {
	return cases.map((one) => ({ type, ...one, mistake: `${kind}: ${one.mistake}` }));
}
