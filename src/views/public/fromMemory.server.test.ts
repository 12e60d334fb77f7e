import { expect, it } from 'vitest';
import { officeLine } from '#analysis/fixtures/weeks.ts';
import { putQueue } from '#records/queues.server.ts';
import { testDatabase } from '#records/testing/testDatabase.server.ts';
import { badgeResponse } from './badge/badgeResponse.server.ts';
import { bestTimeResponse } from './bestTimeResponse.server.ts';
import { embedResponse } from './embedResponse.server.ts';

const database = await testDatabase();
const now = Date.parse('2026-06-16T10:20:34+08:00');
const minute = 60_000;

const ask = (what: 'best-time' | 'embed' | 'badge', at: number, headers: Record<string, string> = {}) => {
	const url = new URL(`http://calls.example/${what}?lang=en`);
	const asked = { url, request: new Request(url, { headers }), now: at };
	if (what === 'embed') return embedResponse(database, 'wallet', { ...asked, base: '' });
	if (what === 'badge') return badgeResponse(database, 'wallet', 'svg', asked);
	return bestTimeResponse(database, 'wallet', asked);
};

it('answers without the database, once it has, in the next minutes too', async () => {
	await putQueue(database, officeLine());
	for (const what of ['best-time', 'embed', 'badge'] as const)
		expect((await ask(what, now)).status, what).toBe(200);
	await database.sql.end();
	for (const what of ['best-time', 'embed', 'badge'] as const) {
		const later = await ask(what, now + 5 * minute);
		expect(later.status, what).toBe(200);
		expect((await later.text()).length).toBeGreaterThan(100);
		const etag = later.headers.get('etag') ?? '';
		expect((await ask(what, now + 5 * minute + 20_000, { 'if-none-match': etag })).status).toBe(304);
	}
	const answer = await (await ask('best-time', now + 5 * minute)).json();
	expect(answer.as_of).toBe('2026-06-16T10:25:00+08:00');
});

it('names no count, no agent and no percentage of load', async () => {
	const answer = await (await ask('best-time', now)).json();
	const names = new Set<string>();
	JSON.stringify(answer, (name, value: unknown) => {
		if (!/^\d*$/.test(name)) names.add(name);
		return value;
	});
	expect([...names].sort()).toEqual(
		[
			...['queue', 'slug', 'name', 'zone', 'phone', 'as_of', 'valid_until', 'lang', 'verdict', 'open', 'now'],
			...['until', 'next', 'reason', 'best', 'avoid', 'week', 'date', 'kind', 'hours', 'hour', 'level'],
			...['instead', 'accuracy']
		].sort()
	);
});
