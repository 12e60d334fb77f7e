import { expect, test } from 'vitest';
import { commitCalls } from '#ingest/commitCalls.server.ts';
import { Names } from '#ingest/resolve.server.ts';
import { writeAnnotation } from '#records/annotations.server.ts';
import { findQueue } from '#records/queues.server.ts';
import { testDatabase } from '#records/testing/testDatabase.server.ts';
import type { Lang } from '#texts/lang.ts';
import { comparePage } from './comparePage.server.ts';
import { comparison } from './comparison.server.ts';

const database = await testDatabase();
const names = new Names(database, { zone: 'Asia/Shanghai', country: 'CN' });
const now = Date.parse('2026-11-23T10:00:00+08:00');
const reader = { role: 'viewer', queues: null } as const;

/** One call at noon of each day from one that many days before now. */
async function send(queue: string, daysAgo: number): Promise<void> {
	const calls = Array.from({ length: daysAgo }, (_, i) => {
		const enqueuedAt = now - (daysAgo - i) * 86_400_000 + 2 * 3_600_000;
		return {
			...{ id: `${queue} ${i}`, source: 's', queue, queueName: null, enqueuedAt },
			...{ answeredAt: enqueuedAt + 10_000, endedAt: enqueuedAt + 70_000, outcome: 'answered' as const },
			...{ agent: null, topic: null, priority: null, caller: null, channel: 'voice' },
			...{ talkSeconds: 60, holdSeconds: null, wrapSeconds: null, revision: 0 }
		};
	});
	await commitCalls(database, await names.resolve(calls));
}

await send('payments', 365);
await send('refunds', 20);

const page = (query: string, lang: Lang = 'en') =>
	comparePage(database, 'payments', { query: new URLSearchParams(query), now, lang, reader });

async function read(query: string) {
	const stored = await findQueue(database, 'payments');
	if (!stored) throw new Error('no queue');
	return comparison(database, stored, { query: new URLSearchParams(query), now, reader });
}

test('the day on which records begin is not whole: with what lies before it is left out, and the page says so', async () => {
	const year = await read('from=2026-10-26&to=2026-11-22&with=year');
	expect(year.address.days).toBe(28);
	expect(year.begins.map(({ date }) => date)).toEqual(['2025-11-23']);
	expect(year.pairs).toEqual([]);
	const none = await page('from=2026-10-26&to=2026-11-22&with=year');
	expect(none?.empty).toBe(true);
	expect(none?.lead).toContain('no days to compare');
	expect(none?.notices).toEqual([
		'Records of “payments” begin on Sun, Nov 23, 2025: that day is not whole, and it and what lies before it are left out.',
		'Of the 28 pairs of days asked for, none remains.'
	]);
});

test('from fewer than seven pairs nothing is concluded', async () => {
	// 20 days of refunds; the first is not whole.
	const few = await page('from=2026-10-01&to=2026-11-08&with=refunds');
	expect(few?.notes.pairs).toBe(5);
	expect(few?.few).toBe(true);
	expect(few?.lead).toMatch(/^5 pairs of days are not enough to compare/);
	expect(few?.names.b).toContain('Wed, Nov 4, 2026 to Sun, Nov 8, 2026');
	expect(few?.notices.at(-1)).toBe('Of the 39 pairs of days asked for, 5 remain.');
	const seven = await page('from=2026-10-01&to=2026-11-10&with=refunds', 'zh');
	expect(seven?.few).toBe(false);
	expect(seven?.lead).toBe('没有超出日常波动的差异。');
	expect(seven?.notices).toEqual([
		'“refunds”的记录从2026年11月3日 周二开始：这一天不完整，当天及之前的日子都不计入。',
		'所选的 41 对日子中还剩 7 对。'
	]);
});

test('a range within the records is whole, and nothing is said', async () => {
	const whole = await page('');
	expect(whole).toMatchObject({ notices: [], few: false, empty: false });
	expect(whole?.notes.pairs).toBe(28);
});

test('what is marked shows of which side it is, and its numbers go on', async () => {
	const stored = await findQueue(database, 'payments');
	const mark = (from: string, to: string, text: string) =>
		writeAnnotation(
			database,
			null,
			{
				queueId: stored?.id ?? null,
				fromAt: Date.parse(`${from}:00+08:00`),
				toAt: Date.parse(`${to}:00+08:00`),
				...{ text, leaveOut: text === 'App outage' }
			},
			{ by: 'a@example.com', now }
		);
	await mark('2026-11-17T10:20', '2026-11-17T12:00', 'App outage');
	await mark('2026-11-10T00:00', '2026-11-11T00:00', 'Campaign');
	const week = await page('from=2026-11-16&to=2026-11-22');
	const { a, b } = week?.marks ?? {};
	expect(a).toMatchObject({
		title: 'Marked, above (Mon, Nov 16, 2026 to Sun, Nov 22, 2026)',
		notes: ['Tue, Nov 17 10:20–12:00: App outage (left out of what is usual)'],
		cells: ['', 'App outage · left out of what is usual', '', '', '', '', '']
	});
	expect(a?.marks).toMatchObject([{ number: 1, leftOut: true }]);
	expect(b).toMatchObject({
		title: 'Marked, at the foot (Mon, Nov 9, 2026 to Sun, Nov 15, 2026)',
		cells: ['', 'Campaign', '', '', '', '', '']
	});
	expect(b?.marks).toMatchObject([{ number: 2, x: 14.29, width: 14.29 }]);
	// Another queue's days have none of these.
	expect((await page('from=2026-11-16&to=2026-11-22&with=refunds'))?.marks.b).toBeNull();
	// A point of weeks has what is marked in any of its days.
	const weeks = await page('from=2026-06-01&to=2026-11-15&with=before', 'zh');
	expect(weeks?.points.length).toBe(24);
	expect(weeks?.marks.a?.cells.at(-1)).toBe('Campaign');
	expect(weeks?.marks.a?.title).toContain('上方标注');
});
