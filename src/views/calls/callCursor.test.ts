import { expect, test } from 'vitest';
import { callCursor, readCallCursor } from './callCursor.ts';

test.each(['c-1', '呼叫 👩🏽‍🚀"\\', 'x'.repeat(200)])('a place comes back from its cursor: %s', (id) => {
	const place = { enqueuedAt: 1_772_000_000_123, sourceId: 7, id };
	const cursor = callCursor(place);
	expect(cursor).toMatch(/^[\w-]+$/);
	expect(readCallCursor(cursor)).toEqual(place);
});

test.each(['', 'x', '%%%%%%%%%%', btoa('[1,2]'), btoa('{"a":1}'), btoa('[-1,2,"x"]'), btoa('[1.5,2,"x"]')])(
	'what is no cursor is none: %s',
	(text) => expect(readCallCursor(text.replace(/=+$/, ''))).toBeNull()
);

test('an id that the database would not take is none', () => {
	expect(readCallCursor(callCursor({ enqueuedAt: 1, sourceId: 1, id: 'a\0b' }))).toBeNull();
});
