import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { officeLine } from '#analysis/fixtures/weeks.ts';
import { minute, simulatedCalls } from '#analysis/waitEstimate/testing/simulatedCalls.ts';
import { commitCalls } from '#ingest/commitCalls.server.ts';
import { Names } from '#ingest/resolve.server.ts';
import type { Call } from '#model/call.ts';
import { hearOthers } from '#records/notices.server.ts';
import { putQueue } from '#records/queues.server.ts';
import { readHeld, readTold } from '#records/toldWaits.server.ts';
import { testDatabase, toSameDatabase } from '#records/testing/testDatabase.server.ts';
import { dayStart, wallTime } from '#time/zone.ts';
import { publicAnswer } from '#views/public/answers.server.ts';
import { datedOf, type DatedQueue } from './datedQueues.server.ts';
import { keepEstimates, type Estimates } from './estimates.server.ts';
import { recordHeld, replayMissing } from './heldRecord.server.ts';
import { addTold } from '#records/toldWaits.server.ts';

const database = await testDatabase();
const names = new Names(database, { zone: 'Asia/Shanghai', country: 'CN' });
const allDay: [string, string][] = [['00:00', '24:00']];
const days = { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay };
const queue = officeLine({ slug: 'q', hours: { ...days, holiday: allDay } });
const simulated = simulatedCalls({ seed: 9, days: 2, agents: 5, load: 1.02, patienceSeconds: 500 });
const lastAt = Math.max(...simulated.map(({ enqueuedAt }) => enqueuedAt));
let now = lastAt - 30 * minute;
let stored: DatedQueue;
let estimates: Estimates;

/** A record as it stands at an instant. */
function asOf(at: number, call: Call): Call[] {
	if (call.enqueuedAt > at) return [];
	if (call.endedAt !== null && call.endedAt <= at) return [call];
	const isAnswered = call.answeredAt !== null && call.answeredAt <= at;
	const outcome = isAnswered ? 'answered' : 'waiting';
	return [{ ...call, endedAt: null, answeredAt: isAnswered ? call.answeredAt : null, outcome }];
}
const commit = async (calls: Call[]) => commitCalls(database, await names.resolve(calls));
const openAt = (at: number) =>
	simulated.flatMap((call) => asOf(at, call)).filter(({ endedAt }) => endedAt === null);
const unknown = () => null;

beforeAll(async () => {
	stored = await datedOf(database, await putQueue(database, queue));
	await commit(simulated.flatMap((call) => asOf(now, call)));
	await hearOthers(database);
	estimates = await keepEstimates(database, () => now);
	await estimates.ready;
});
afterAll(() => estimates.end());

it('recalls the line as it is stored', () => {
	const open = openAt(now);
	expect(estimates.state(stored.id, now)).toMatchObject({
		waiting: open.filter(({ outcome }) => outcome === 'waiting').length,
		talking: open.filter(({ outcome }) => outcome === 'answered').length,
		feed: 'live'
	});
	expect(estimates.estimate(stored.id, now)?.basis).toBe('calibrated');
	expect(estimates.state(stored.id + 1, now)).toBeNull();
});

it('follows what is committed, and calls back', async () => {
	let changes = 0;
	const end = estimates.onChange(stored.id, () => changes++);
	for (const untilAt = now + 5 * minute; now < untilAt;) {
		now += 10_000;
		const lately = simulated.filter((call) => call.enqueuedAt > now - 60 * minute);
		await commit(lately.flatMap((call) => asOf(now, call)));
	}
	const open = openAt(now);
	expect(changes).toBeGreaterThan(5);
	expect(changes).toBeLessThanOrEqual(30);
	expect(estimates.state(stored.id, now)).toMatchObject({
		waiting: open.filter(({ outcome }) => outcome === 'waiting').length,
		talking: open.filter(({ outcome }) => outcome === 'answered').length
	});
	end();
});

it('follows a queue that another process has made, and its calls', async () => {
	const elsewhere = await toSameDatabase(database);
	const made = await putQueue(elsewhere, { ...queue, slug: 'made-elsewhere' });
	const say = (message: object) => database.sql`
		select pg_notify('offpeak', ${JSON.stringify({ from: 'other', ...message })})`;
	await say({ queues: true });
	await database.sql`
		insert into call (source_id, id, queue_id, enqueued_at, outcome)
		values (1, 'first', ${made.id}, to_timestamp(${now - 1000}::float8 / 1000), 'waiting')`;
	await say({ calls: [made.id] });
	await expect.poll(() => estimates.state(made.id, now)?.waiting, { timeout: 30_000 }).toBe(1);
	await database.sql`delete from call where id = 'first'`;
	await database.sql`delete from queue where id = ${made.id}`;
});

it('reads again what another process has stored, also an end that is told late and a deletion', async () => {
	const { waiting = 0 } = estimates.state(stored.id, now) ?? {};
	const callers = async (count: number) => {
		await database.sql`select pg_notify('offpeak', ${JSON.stringify({ from: 'other', calls: [stored.id] })})`;
		const waitingNow = () => estimates.state(stored.id, now)?.waiting;
		await expect.poll(waitingNow, { timeout: 30_000 }).toBe(waiting + count);
	};
	for (const id of ['elsewhere-1', 'elsewhere-2'])
		await database.sql`
			insert into call (source_id, id, queue_id, enqueued_at, outcome)
			select source_id, ${id}, queue_id, to_timestamp(${now - 3 * minute}::float8 / 1000), 'waiting' from call limit 1`;
	await callers(2);
	await database.sql`
		update call set outcome = 'abandoned', ended_at = to_timestamp(${now - 2.5 * minute}::float8 / 1000)
		where id = 'elsewhere-1'`;
	await callers(1);
	await database.sql`update call set outcome = 'deleted' where id = 'elsewhere-2'`;
	await callers(0);
	await database.sql`delete from call where id in ('elsewhere-1', 'elsewhere-2')`;
});

it('shows the same until the next minute, whatever happens, and then what is new', async () => {
	now = Math.ceil(now / minute) * minute + 1000;
	const first = estimates.shown(stored, unknown, now);
	expect(first.shown?.basis).toBe('live');
	const crowd = Array.from({ length: 60 }, (_, i): Call => {
		const [some] = simulated;
		if (!some) throw new Error('no calls');
		const more = { id: `crowd ${i}`, enqueuedAt: now, answeredAt: null, endedAt: null };
		return { ...some, ...more, outcome: 'waiting', priority: null };
	});
	await commit(crowd);
	expect(estimates.shown(stored, unknown, now + 50_000)).toBe(first);
	const next = estimates.shown(stored, unknown, now + minute);
	expect(next.shown?.wait.half_under ?? 61).toBeGreaterThan(first.shown?.wait.half_under ?? 61);
	const answer = await publicAnswer(database, stored, { lang: 'en', now: now + minute });
	expect(answer.now).toMatchObject({ basis: 'live', wait_minutes: next.shown?.wait });
	expect(answer.instead).toEqual(expect.any(Array));
});

it('says nothing of the line after a silence', () => {
	expect(estimates.shown(stored, unknown, now + 45 * minute)).toEqual({ shown: null, whyNotLive: 'silent' });
	expect(estimates.estimate(stored.id, now + 45 * minute)).toBeNull();
});

it('keeps how what was told held, and replays what nobody was told', async () => {
	const today = wallTime(queue.zone, now).date;
	const range = { fromAt: dayStart(queue.zone, today), toAt: now };
	const callers = simulated.filter(
		({ enqueuedAt, answeredAt }) =>
			answeredAt !== null && answeredAt <= now && enqueuedAt >= now - 60 * minute
	);
	const half = callers.filter(
		({ enqueuedAt, answeredAt }) => (answeredAt ?? 0) - enqueuedAt <= minute
	).length;
	await addTold(database, [
		{ queueId: stored.id, fromAt: now - 60 * minute, halfUnder: 1, mostUnder: null, basis: 'live' },
		{ queueId: stored.id, fromAt: now - 60 * minute, halfUnder: 60, mostUnder: 60, basis: 'typical' }
	]);
	expect((await readTold(database, stored.id, range)).length).toBe(1);
	await recordHeld(database, stored, now);
	const [told] = await readHeld(database, stored.id, today, '9');
	expect(told).toEqual({
		day: today,
		callers: callers.length,
		halfHeld: half,
		mostHeld: callers.length,
		liveCallers: callers.length,
		replayed: false
	});
	const tomorrow = now + 86_400_000;
	await replayMissing(database, stored, { now: tomorrow, live: true });
	const record = await readHeld(database, stored.id, '0', '9');
	expect(record.length).toBe(28);
	expect(record.at(-1)).toEqual(told);
	const replayed = record.filter((day) => day.replayed && day.callers > 100);
	expect(replayed.length).toBeGreaterThan(0);
	for (const { callers, halfHeld, mostHeld, liveCallers } of replayed) {
		expect(halfHeld).toBeLessThan(mostHeld);
		expect(mostHeld / callers).toBeGreaterThan(0.75);
		expect(liveCallers).toBe(callers);
	}
});

it('fills a record that was made before the history was there', async () => {
	const later = await datedOf(database, await putQueue(database, { ...queue, slug: 'later' }));
	const tomorrow = now + 86_400_000;
	await replayMissing(database, later, { now: tomorrow, live: true });
	const callers = async () =>
		(await readHeld(database, later.id, '0', '9')).reduce((sum, day) => sum + day.callers, 0);
	expect(await callers()).toBe(0);
	await commit(
		simulated
			.filter(({ endedAt }) => endedAt !== null && endedAt < now)
			.map((call) => ({ ...call, queue: 'later', id: `later ${call.id}` }))
	);
	await replayMissing(database, later, { now: tomorrow, live: true });
	expect(await callers()).toBeGreaterThan(100);
});

it('recalls a line when the calls can be read again', async () => {
	const said = vi.spyOn(console, 'error').mockImplementation(() => {});
	onTestFinished(() => said.mockRestore());
	const other = await toSameDatabase(database);
	await database.sql`alter table call rename to away`;
	const again = await keepEstimates(other, () => now);
	await again.ready;
	expect(again.state(stored.id, now)).toBeNull();
	expect(said).toHaveBeenCalled();
	await database.sql`alter table away rename to call`;
	await vi.waitFor(() => expect(again.state(stored.id, now)).not.toBeNull(), 20_000);
	again.end();
});
