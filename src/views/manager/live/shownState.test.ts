import { expect, test } from 'vitest';
import { shownState } from './shownState.ts';

test('nothing is called live while nobody knows who waits', () => {
	expect(shownState('live', 'live')).toBe('live');
	expect(shownState('live', 'unknown')).toBe('followed');
	expect(shownState('live', 'late')).toBe('followed');
	// It was told of while it happened; how old it may be is said beside it.
	expect(shownState('live', 'silent')).toBe('live');
});

test('without a connection, or before there is one, that comes first', () => {
	expect(shownState('stale', 'unknown')).toBe('stale');
	expect(shownState('once', 'unknown')).toBe('once');
});
