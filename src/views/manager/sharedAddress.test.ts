import { expect, test } from 'vitest';
import { pinnedAddress, queueAddress } from './queueAddress.ts';
import { sharedAddress } from './sharedAddress.ts';

const at = (query: string) => new URL(`https://calls.example.com/dashboard/pay${query}`);

test.each([
	['', {}, ''],
	['?lang=zh&done=saved&queue=a&queue=b', {}, '?queue=a&queue=b'],
	['?/save', {}, ''],
	['?measure=p90', { from: '2026-03-01', measure: 'p90' }, '?from=2026-03-01&measure=p90']
])('%s becomes what others see too', (query, pinned, shared) =>
	expect(sharedAddress(at(query), pinned)).toBe(at(shared).href)
);

test('what is pinned is read back as the same view, also a week later', () => {
	for (const query of ['', '?grain=day&measure=p90&cell=1-9&weeks=13', '?from=2025-01-01&step=quarter']) {
		const before = queueAddress(at(query).searchParams, '2026-03-02');
		const shared = new URL(sharedAddress(at(query), pinnedAddress(before)));
		expect(queueAddress(shared.searchParams, '2026-03-09')).toEqual(before);
	}
});
