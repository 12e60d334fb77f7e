import { afterAll, beforeAll, expect, it } from 'vitest';
import { officeLine } from '#analysis/fixtures/weeks.ts';
import { minute, simulatedCalls } from '#analysis/waitEstimate/testing/simulatedCalls.ts';
import { commitCalls } from '#ingest/commitCalls.server.ts';
import { Names } from '#ingest/resolve.server.ts';
import type { Call } from '#model/call.ts';
import { putQueue, type StoredQueue } from '#records/queues.server.ts';
import { testDatabase } from '#records/testing/testDatabase.server.ts';
import { previewAnswer, publicAnswer } from '#views/public/answers.server.ts';
import { keepEstimates, type Estimates } from '#work/estimates.server.ts';
import { settingsPreview } from './settingsPreview.server.ts';

const database = await testDatabase();
const allDay: [string, string][] = [['00:00', '24:00']];
const days = { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay };
const queue = officeLine({ slug: 'q', hours: { ...days, holiday: allDay } });
const simulated = simulatedCalls({ seed: 9, days: 2, agents: 5, load: 1.02, patienceSeconds: 500 });
const now = Math.max(...simulated.map(({ enqueuedAt }) => enqueuedAt)) - 30 * minute;
let stored: StoredQueue;
let estimates: Estimates;

/** A record as it stands now. */
function soFar(call: Call): Call[] {
	if (call.enqueuedAt > now) return [];
	if (call.endedAt !== null && call.endedAt <= now) return [call];
	const isAnswered = call.answeredAt !== null && call.answeredAt <= now;
	const outcome = isAnswered ? 'answered' : 'waiting';
	return [{ ...call, endedAt: null, answeredAt: isAnswered ? call.answeredAt : null, outcome }];
}

beforeAll(async () => {
	stored = await putQueue(database, queue);
	const names = new Names(database, { zone: 'Asia/Shanghai', country: 'CN' });
	await commitCalls(database, await names.resolve(simulated.flatMap(soFar)));
	estimates = await keepEstimates(database, () => now);
	await estimates.ready;
});
afterAll(() => estimates.end());

it('shows the wait from the line itself, as callers read it', async () => {
	const told = await publicAnswer(database, stored, { lang: 'en', now });
	expect(told.now?.basis).toBe('live');
	const preview = await settingsPreview(database, 'q', { sent: null, lang: 'en', now });
	expect(preview?.guide?.answer).toEqual(told);
});

it('shows it beside what was typed, too, of other opening hours as well', async () => {
	const told = await publicAnswer(database, stored, { lang: 'en', now });
	const typed = { ...queue, name: { en: 'Typed', zh: '新名' } };
	const { answer } = await previewAnswer(database, stored, typed, { lang: 'en', now });
	expect(answer).toEqual({ ...told, queue: { ...told.queue, name: 'Typed' } });
	const later = { ...typed, hours: { ...typed.hours, holiday: [] } };
	const { answer: other } = await previewAnswer(database, stored, later, { lang: 'en', now });
	expect(other.now?.wait_minutes).toEqual(told.now?.wait_minutes);
	const never = { ...days, mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [], holiday: [] };
	const closed = await previewAnswer(database, stored, { ...typed, hours: never }, { lang: 'en', now });
	expect(closed.answer.now).toBeNull();
});
