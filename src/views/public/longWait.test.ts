import { expect, it } from 'vitest';
import type { PublicChannel } from '#model/queue.ts';
import { instantChannels, isLongWait } from './longWait.ts';

const now = (half_under: number | null, most_under: number | null) => ({
	now: { level: 4 as const, wait_minutes: { half_under, most_under }, basis: 'live' as const }
});

it('a wait is long when most callers may wait more than 15 minutes', () => {
	expect([now(5, 15), now(5, 20), now(45, null), { now: null }].map(isLongWait)).toEqual([
		false,
		true,
		true,
		false
	]);
});

it('instead there is what answers at once, not a letter', () => {
	const channel = (kind: PublicChannel['kind']) => ({ kind, label: kind, url: `https://a.example/${kind}` });
	const channels = (['email', 'chat', 'complaint', 'app', 'web'] as const).map(channel);
	expect(instantChannels(channels).map(({ kind }) => kind)).toEqual(['chat', 'app']);
});
