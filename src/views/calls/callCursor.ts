import { integer, maxValue, minValue, number, pipe, safeParse, string, tuple } from 'valibot';
import type { CallPlace } from '#records/listCalls.server.ts';

/** Where a page ended as the text that asks for the next one. */
export function callCursor({ enqueuedAt, sourceId, id }: CallPlace): string {
	const bytes = new TextEncoder().encode(JSON.stringify([enqueuedAt, sourceId, id]));
	return btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replace(/=+$/, '');
}

const whole = (most: number) => pipe(number(), integer(), minValue(0), maxValue(most));
const place = tuple([whole(Date.UTC(2200, 0)), whole(2 ** 31 - 1), string()]);

/** The place that a cursor names; null for a text that is none. */
export function readCallCursor(text: string): CallPlace | null {
	if (!/^[\w-]{8,4000}$/.test(text)) return null;
	try {
		const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
		const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
		const { success, output } = safeParse(place, JSON.parse(new TextDecoder().decode(bytes)));
		if (!success || output[2].includes('\0')) return null;
		const [enqueuedAt, sourceId, id] = output;
		return { enqueuedAt, sourceId, id };
	} catch {
		return null;
	}
}
