import { beforeAll, expect, it } from 'vitest';
import { Intake } from '#ingest/intake.ts';
import { defaultQueue } from '#model/defaultQueue.ts';
import { addIntakeParts, addSourceQueues, dropIntakeParts } from '#records/intakeParts.server.ts';
import { putQueue, type StoredQueue } from '#records/queues.server.ts';
import { storeRejects } from '#records/rejects.server.ts';
import { testDatabase } from '#records/testing/testDatabase.server.ts';
import { addDays, instantOf } from '#time/zone.ts';
import { saveIntake } from './intake.server.ts';
import { readSourceHealth } from './sourceHealth.server.ts';

const database = await testDatabase();
const zone = 'Europe/Berlin';
const today = '2026-03-26';
const ten = instantOf(zone, today, 600);
const minute = 60_000;
let stored: StoredQueue;

/** A batch that came, with how late its newest record was. */
const batch = (source: string, receivedAt: number, delayMs: number, refused = 0) => ({
	source,
	receivedAt,
	newestAt: receivedAt - delayMs,
	calls: 1,
	read: 2,
	refused
});

beforeAll(async () => {
	stored = await putQueue(database, defaultQueue('support', { name: null, zone, country: 'DE' }));
	const { sql } = database;
	const [row] = await sql<{ id: number }[]>`insert into source (name) values ('pbx') returning id`;
	await addSourceQueues(database, [{ sourceId: row?.id ?? 0, queueId: stored.id }], ten);
	// Three weeks of workdays, a batch every five minutes.
	for (let back = 21; back >= 0; back--) {
		const date = addDays(today, -back);
		if ([0, 6].includes(new Date(date).getUTCDay())) continue;
		const rows = [];
		for (let at = instantOf(zone, date, 540); at < instantOf(zone, date, 1080) && at < ten; at += 5 * minute)
			rows.push(batch('pbx', at, 3_000));
		await addIntakeParts(database, rows);
	}
	const intake = new Intake();
	for (const { source, ...sum } of [batch('pbx', ten - minute, 4_000), batch('nightly', ten, 36_000_000)])
		intake.add(source, sum);
	await saveIntake(database, intake);
});

const healthOf = async (source: string, now: number) =>
	(await readSourceHealth(database, { zone, country: 'DE' }, now)).find((one) => one.source === source);

it('says how a source does that does well', async () => {
	expect(await healthOf('pbx', ten)).toMatchObject({
		queueIds: [stored.id],
		zone,
		receivedAt: ten - minute,
		delayMs: 4_000,
		usualDelayMs: 3_000,
		// Three stretches of five minutes before ten, and the batch of a minute before.
		perMinute: 6 / 15,
		aheadMs: null,
		gaps: [],
		problems: []
	});
});

it('says that a source is silent, and since when', async () => {
	expect(await healthOf('pbx', ten + 30 * minute)).toMatchObject({
		problems: [{ kind: 'silent', sinceAt: ten }],
		gaps: [{ fromAt: ten, toAt: null }]
	});
	// A source that sends a file in the night is not late, nor silent.
	expect(await healthOf('nightly', ten + 30 * minute)).toMatchObject({ queueIds: [], problems: [] });
});

it('says what is refused, late, or from the future', async () => {
	const at = ten + 40 * minute;
	await addIntakeParts(database, [batch('pbx', at, 15 * minute, 30)]);
	await storeRejects(database, [
		{
			line: 1,
			id: null,
			field: 'enqueued_at',
			code: 'in_future',
			message: '',
			text: '{}',
			source: 'pbx',
			format: 'json',
			receivedAt: at
		}
	]);
	const later = await healthOf('pbx', at + 25 * minute);
	expect(later?.problems).toMatchObject([
		{ kind: 'silent', sinceAt: at + 5 * minute },
		{ kind: 'refused', refused: 30, of: 32 },
		{ kind: 'ahead', seconds: null, refused: 1 },
		{ kind: 'late', delaySeconds: 900, usualSeconds: 3 }
	]);
	expect(later?.gaps).toEqual([
		{ fromAt: at + 5 * minute, toAt: null },
		{ fromAt: ten, toAt: at }
	]);
});

it('forgets what is old', async () => {
	await dropIntakeParts(database, ten + 86_400_000);
	expect(await healthOf('pbx', ten + 86_400_000)).toMatchObject({ gaps: [], problems: [], read: 0 });
});
