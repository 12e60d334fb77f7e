import { beforeAll, expect, it } from 'vitest';
import { officeLine } from '#analysis/fixtures/weeks.ts';
import { changeSpecialDays, undoSpecialDays } from '#records/changeSpecialDays.server.ts';
import { putQueue, type StoredQueue } from '#records/queues.server.ts';
import { rowOf } from '#records/seedCalendars.server.ts';
import { testDatabase } from '#records/testing/testDatabase.server.ts';
import { callGuide } from './public/callGuide.server.ts';
import { publicAnswer } from './public/answers.server.ts';
import { overview } from './manager/overview/overview.server.ts';
import { queuePage } from './manager/queuePage.server.ts';

const database = await testDatabase();
/** A Tuesday in business hours. */
const now = Date.parse('2026-06-16T10:20:34+08:00');
let stored: StoredQueue;

beforeAll(async () => {
	stored = await putQueue(database, officeLine());
});

async function say(date: string, kind: string, name = { en: 'Stocktaking', zh: '盘点' }) {
	const { country } = stored.queue;
	const day = { date, kind, name, scope: 'queue', subdivision: null, standsFor: null } as const;
	const row = rowOf(
		{ ...day, source: 'manager', verified: true, schedule: false, own: true },
		{ country, queueId: stored.id }
	);
	const made = { by: 'lin@example.com', queueId: stored.id, now };
	return changeSpecialDays(database, { remove: [], add: [row] }, made);
}

it('shows a day off of the queue’s own at once, to callers and managers', async () => {
	const range = new URLSearchParams('from=2026-06-16&to=2026-06-16&grain=hour');
	const query = new URLSearchParams();
	const asked = { query, origin: 'http://localhost', now, reader: { role: 'viewer', queues: null } } as const;
	const look = async () => {
		const answer = await publicAnswer(database, stored, { lang: 'en', now });
		const guide = await callGuide(database, stored.queue.slug, { lang: 'en', now, topic: null, zone: null });
		const page = await queuePage(database, stored.queue.slug, { query: range, now, lang: 'en' });
		const { queues } = await overview(database, { ...asked, lang: 'zh' });
		return {
			open: answer.open.now,
			today: answer.week[0]?.kind,
			days: guide?.specialDays.map(({ name }) => name).join(),
			finding: page?.finding,
			openBars: page?.range.bars.filter(({ closed }) => !closed).length,
			overview: queues[0]?.sentence
		};
	};
	const before = await look();
	expect(before).toMatchObject({ open: true, today: 'workday' });
	expect(before.openBars).toBeGreaterThan(0);

	const change = await say('2026-06-16', 'holiday');
	const after = await look();
	expect(after).toMatchObject({ open: false, today: 'holiday', openBars: 0 });
	expect(after.days).toMatch('Stocktaking');
	expect(after.finding).toMatch('Stocktaking');
	expect(after.overview).toMatch('盘点');

	await undoSpecialDays(database, change?.id ?? '', { queueId: stored.id, ownOnly: false });
	expect(await look()).toEqual(before);
});

it('opens the line on a make-up workday that a manager names', async () => {
	const saturday = Date.parse('2026-06-20T10:00:00+08:00');
	expect((await publicAnswer(database, stored, { lang: 'en', now: saturday })).open.now).toBe(false);
	await say('2026-06-20', 'make_up_workday');
	const answer = await publicAnswer(database, stored, { lang: 'en', now: saturday });
	expect(answer.open.now).toBe(true);
	expect(answer.week[0]?.kind).toBe('make_up_workday');
});
