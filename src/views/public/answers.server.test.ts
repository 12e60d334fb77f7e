import { beforeAll, describe, expect, it } from 'vitest';
import { officeLine } from '#analysis/fixtures/weeks.ts';
import { commitCalls } from '#ingest/commitCalls.server.ts';
import { Names } from '#ingest/resolve.server.ts';
import type { Call } from '#model/call.ts';
import type { Queue } from '#model/queue.ts';
import { putQueue } from '#records/queues.server.ts';
import { testDatabase } from '#records/testing/testDatabase.server.ts';
import { addDays, dayStart, weekdayOf } from '#time/zone.ts';
import { forgetPublic, publicAnswer, publicQueue, publicQueues } from './answers.server.ts';
import { bestTimeResponse, preflight } from './bestTimeResponse.server.ts';
import { embedResponse } from './embedResponse.server.ts';

const database = await testDatabase();
const now = Date.parse('2026-06-16T10:20:34+08:00');
const wallet = officeLine();
const topics: Queue['public']['topics'] = [{ slug: 'stolen', name: 'Stolen', urgent: true, prepare: [] }];

/** Three calls an hour on the workdays of the 8 weeks before: waits of 5, 10 and 15 minutes before noon, of seconds after. */
function calls(): Call[] {
	return Array.from({ length: 56 }, (_, i) => addDays('2026-06-15', -i))
		.filter((date) => weekdayOf(date) < 6)
		.flatMap((date) =>
			Array.from({ length: 27 }, (_, i): Call => {
				const hour = 9 + Math.floor(i / 3);
				const enqueuedAt = dayStart('Asia/Shanghai', date) + hour * 3_600_000 + (i % 3) * 60_000;
				const answeredAt = enqueuedAt + ((i % 3) + 1) * (hour < 12 ? 300_000 : 5_000);
				return {
					id: `${date} ${i}`,
					source: 'test',
					queue: 'wallet',
					queueName: null,
					enqueuedAt,
					answeredAt,
					endedAt: answeredAt + 60_000,
					outcome: 'answered',
					agent: undefined,
					topic: undefined,
					priority: undefined,
					caller: undefined,
					channel: 'voice',
					talkSeconds: 60,
					holdSeconds: null,
					wrapSeconds: null,
					revision: 0
				};
			})
		);
}

beforeAll(async () => {
	await putQueue(database, wallet);
	await putQueue(database, officeLine({ slug: 'hidden', public: { ...wallet.public, enabled: false } }));
	const names = new Names(database, { zone: 'Asia/Shanghai', country: 'CN' });
	await commitCalls(database, await names.resolve(calls()));
});

async function ask(at = now, topic: string | null = null) {
	const stored = await publicQueue(database, 'wallet');
	if (!stored) throw new Error('the line is not public');
	return publicAnswer(database, stored, { lang: 'en', now: at, topic });
}

describe('public answers', () => {
	it('come from the calls of the 8 weeks before today', async () => {
		const answer = await ask();
		expect(answer.now?.wait_minutes).toEqual({ half_under: 10, most_under: 15 });
		expect(answer.verdict).toContain('Quieter from 12:00.');
	});

	it('are the same object within a minute, and another in the next', async () => {
		expect(await ask(now + 20_000)).toBe(await ask());
		expect((await ask(now + 60_000)).as_of).toBe('2026-06-16T10:21:00+08:00');
	});

	it('do not change with the calls of today', async () => {
		const before = await ask();
		const today = calls()
			.slice(0, 27)
			.map((call) => ({ ...call, id: `${call.id} today`, enqueuedAt: now - 3_600_000 }));
		const names = new Names(database, { zone: 'Asia/Shanghai', country: 'CN' });
		await commitCalls(database, await names.resolve(today));
		await forgetPublic(database, 'wallet');
		const after = await ask();
		expect(after).not.toBe(before);
		expect(after).toEqual(before);
	});

	it('show an edit of the settings at once', async () => {
		await putQueue(database, { ...wallet, public: { ...wallet.public, topics, min_calls: 1_000_000 } });
		expect((await ask()).verdict).toContain('Too few calls');
		await putQueue(database, { ...wallet, public: { ...wallet.public, topics } });
		expect((await ask()).now).not.toBeNull();
	});

	it('tell an urgent topic to call at once', async () => {
		expect((await ask(now, 'stolen')).verdict).toMatch(/^Urgent/);
		expect((await ask(now, 'other')).best.length).toBeGreaterThan(0);
	});

	it('are for public queues only', async () => {
		expect(await publicQueue(database, 'hidden')).toBeNull();
		expect(await publicQueue(database, 'nothing')).toBeNull();
		expect((await publicQueues(database)).map(({ queue }) => queue.slug)).toEqual(['wallet']);
	});
});

describe('best-time over HTTP', () => {
	const get = (slug: string, query = '', headers: Record<string, string> = {}) => {
		const url = new URL(`http://calls.example/api/v1/public/queues/${slug}/best-time${query}`);
		return bestTimeResponse(database, slug, { url, request: new Request(url, { headers }), now });
	};

	it('can be kept and read by everybody', async () => {
		const response = await get('wallet', '?lang=zh');
		expect(response.status).toBe(200);
		expect(Object.fromEntries(response.headers)).toMatchObject({
			'access-control-allow-origin': '*',
			'cache-control': 'public, max-age=60, s-maxage=300, stale-while-revalidate=600',
			'content-type': 'application/json',
			'cross-origin-resource-policy': 'cross-origin'
		});
		expect(response.headers.get('vary')).toBeNull();
		expect(response.headers.get('set-cookie')).toBeNull();
		expect(await response.json()).toMatchObject({ lang: 'zh', queue: { slug: 'wallet', name: '钱包客服' } });
	});

	it('answers 304 to whoever has it already', async () => {
		const etag = (await get('wallet', '?lang=en')).headers.get('etag') ?? '';
		expect(etag).toMatch(/^"[\w-]{20,}"$/);
		const again = await get('wallet', '?lang=en', { 'if-none-match': `"x", W/${etag}` });
		expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
		expect((await get('wallet', '?lang=zh', { 'if-none-match': etag })).status).toBe(200);
	});

	it('follows the browser’s language where none is named, and says so to caches', async () => {
		const response = await get('wallet', '', { 'accept-language': 'en-GB,en;q=0.9' });
		expect(response.headers.get('vary')).toBe('accept-language');
		expect(await response.json()).toMatchObject({ lang: 'en' });
	});

	it('writes instants in the zone that is asked for, if there is such a zone', async () => {
		expect(await (await get('wallet', '?zone=Europe/Paris')).json()).toMatchObject({
			as_of: '2026-06-16T04:20:00+02:00'
		});
		const wrong = await get('wallet', '?zone=%2B08:00&lang=en');
		expect([wrong.status, wrong.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
		expect(await wrong.json()).toMatchObject({ title: 'Unknown time zone', status: 400, field: 'zone' });
	});

	it('does not know queues that are not public', async () => {
		for (const slug of ['hidden', 'nothing']) {
			const response = await get(slug, '?lang=en');
			expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([404, '*']);
			expect(await response.json()).toMatchObject({ status: 404, title: 'No such line' });
		}
		expect(preflight().headers.get('access-control-allow-methods')).toContain('GET');
	});
});

describe('the widget over HTTP', () => {
	const get = (slug: string, query = '') => {
		const url = new URL(`http://calls.example/embed/${slug}${query}`);
		return embedResponse(database, slug, { url, request: new Request(url), now, base: '' });
	};

	it('may be framed by anybody, or by the origins of the settings', async () => {
		const open = await get('wallet', '?lang=en');
		expect(open.headers.get('content-security-policy')).toMatch(/; frame-ancestors \*$/);
		expect(open.headers.get('x-frame-options')).toBeNull();
		expect(open.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
		const some = {
			...wallet.public,
			topics,
			embed_origins: ['https://help.example', 'https://app.example:8443']
		};
		await putQueue(database, { ...wallet, public: some });
		expect((await get('wallet')).headers.get('content-security-policy')).toMatch(
			/; frame-ancestors 'self' https:\/\/help\.example https:\/\/app\.example:8443$/
		);
		await putQueue(database, { ...wallet, public: { ...wallet.public, topics } });
	});

	it('leads to the guide in the same language and topic', async () => {
		const html = await (await get('wallet', '?lang=en&topic=stolen&theme=dark&accent=ffcc00')).text();
		expect(html).toContain('href="http://calls.example/call/wallet?lang=en&amp;topic=stolen"');
		expect(html).toContain('--accent:#ffcc00');
		expect(html).toContain('Urgent: call at once');
	});

	it('is friendly where there is nothing to show', async () => {
		const response = await get('hidden', '?lang=en');
		expect(response.status).toBe(200);
		expect(await response.text()).toContain('Waiting times for this line are not shown at the moment.');
	});

	it('takes nothing from the address that could be put into the page', async () => {
		const html = await (
			await get('wallet', '?lang=en&accent=red;}body{&theme=%22%3E%3Cscript%3E&topic=%22%3E%3Cscript%3E')
		).text();
		expect(html).not.toMatch(/<script|body\{\}|;\}body\{[^m]/);
	});
});
