import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { addPerson } from '#access/people.server.ts';
import { defaultQueue } from '#model/defaultQueue.ts';
import { putQueue } from '#records/queues.server.ts';
import {
	resumeReport,
	stopReport,
	subscribe,
	subscriptionsOf,
	type DueReport
} from '#records/reportSubscriptions.server.ts';
import { reportSubscription } from '#records/reportSchema.server.ts';
import { testDatabase } from '#records/testing/testDatabase.server.ts';
import { catchMail } from '../../e2e/mailCatcher.ts';
import { keepReports, type WriteReport } from './reports.server.ts';

const database = await testDatabase();
const catcher = await catchMail();
afterAll(() => catcher.close());

const zone = 'America/New_York';
const dueAt = Date.parse('2026-11-02T08:00:00-05:00');
const minuteMs = 60_000;
const dayMs = 86_400_000;
const stored = await putQueue(database, defaultQueue('line', { name: null, zone, country: 'US' }));
const person = await addPerson(database, { email: 'vera@example.com', role: 'manager', queues: ['line'] });
if (!person) throw new Error('nobody was added');
const personId = person.id;

const written: DueReport[] = [];
async function write(_: unknown, due: DueReport) {
	written.push(due);
	return { subject: `report ${due.id}`, text: 'text' };
}

/** A process of the product at a given instant, which looks once. */
async function processAt(
	at: number,
	{ url = catcher.url, writes = write }: { url?: string; writes?: WriteReport } = {}
): Promise<void> {
	const smtp = { url, from: 'offpeak@example.com' };
	const keeper = keepReports({ database, settings: { smtp, zone: 'Asia/Shanghai' }, now: () => at }, writes);
	await keeper.look();
	await keeper.end();
}

const nextOf = async () => (await subscriptionsOf(database, personId)).map((one) => one.dueAt);

beforeEach(async () => {
	written.length = 0;
	await database.db.delete(reportSubscription);
	const said = { lang: 'en', origin: 'http://localhost', weekday: 1, hour: 8 } as const;
	await subscribe(database, { id: 'one', personId, queueId: stored.id, dueAt, ...said });
});

test('is sent at its hour, once a week, whatever the number of processes', async () => {
	await processAt(dueAt - 1);
	expect(written).toEqual([]);
	const before = catcher.count();
	await Promise.all([0, 1, 2, 3].map((i) => processAt(dueAt + i)));
	expect(written).toMatchObject([{ id: 'one', email: 'vera@example.com', queues: ['line'], dueAt }]);
	expect(catcher.count() - before).toBe(1);
	expect(await nextOf()).toEqual([dueAt + 7 * dayMs]);
	await processAt(dueAt + 6 * dayMs);
	expect(written).toHaveLength(1);
	await processAt(dueAt + 7 * dayMs + minuteMs);
	expect(written).toHaveLength(2);
});

test('one that the mail server does not take is tried again for a day, then waits for its next week', async () => {
	const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
	const closed = { url: 'smtp://127.0.0.1:1' };
	await processAt(dueAt, closed);
	expect(logged).toHaveBeenCalledWith('A report was not sent:', expect.stringContaining('ECONNREFUSED'));
	logged.mockRestore();
	await processAt(dueAt + 9 * minuteMs);
	expect(written).toHaveLength(1);
	await processAt(dueAt + 10 * minuteMs);
	expect(written).toHaveLength(2);
	expect(await nextOf()).toEqual([dueAt + 7 * dayMs]);
	// The product stood still for two days.
	await processAt(dueAt + 9 * dayMs);
	expect(written).toHaveLength(2);
	expect(await nextOf()).toEqual([dueAt + 14 * dayMs]);
});

test('one that is stopped is not sent, and goes on from its next hour', async () => {
	await stopReport(database, 'one', dueAt - dayMs);
	await processAt(dueAt);
	expect(written).toEqual([]);
	await resumeReport(database, 'one', dueAt + 7 * dayMs);
	await processAt(dueAt + dayMs);
	expect(written).toEqual([]);
	await processAt(dueAt + 7 * dayMs);
	expect(written).toHaveLength(1);
});

test('who may see nothing of it any more gets no more of it', async () => {
	const before = catcher.count();
	await processAt(dueAt, { writes: async () => null });
	expect(catcher.count()).toBe(before);
	expect((await subscriptionsOf(database, personId))[0]?.stoppedAt).toBe(dueAt);
});
