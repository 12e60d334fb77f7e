import { expect, test } from 'vitest';
import { listIntake } from '#records/intake.server.ts';
import { listRejects } from '#records/rejects.server.ts';
import { testDatabase } from '#records/testing/testDatabase.server.ts';
import { saveIntake } from '#work/intake.server.ts';
import { Ingest, type Body } from './acceptCalls.server.ts';
import { bodyOf } from './testing/bodyOf.ts';

const database = await testDatabase();
const ingest = new Ingest(database, { zone: 'Asia/Shanghai', country: 'CN', retentionDays: null });
const now = Date.parse('2026-03-02T12:00:00Z');

function send(text: string, rest: Partial<Body>) {
	return ingest.accept(bodyOf(text, { format: 'ndjson', now, ...rest }));
}

const call = { id: '1', queue: 'a', enqueued_at: '2026-03-02T11:58:00Z', ended_at: '2026-03-02T11:59:00Z' };
const seconds = now / 1000;
const log = `${seconds - 90}|1.1|a|NONE|ENTERQUEUE||+493012345678|1\n${seconds - 60}|1.1|a|NONE|ABANDON|1|1|30\nnonsense\n`;

test('every source is counted: its calls, what was read of it and what was not, and how late it comes', async () => {
	await send(`${JSON.stringify(call)}\n{"source":"pbx-2","id":"2"}\n[`, {});
	await send(log, { format: 'asterisk-queue-log' });
	await send(log, { format: 'asterisk-queue-log', source: 'berlin' });
	await send(JSON.stringify({ ...call, id: '9' }), { dryRun: true });
	await saveIntake(database, ingest.intake);
	await send(JSON.stringify({ ...call, id: '3' }), { now: now + 600_000 });
	await saveIntake(database, ingest.intake);
	const rows = (await listIntake(database)).map((row) => ({
		...row,
		receivedAt: row.receivedAt.getTime(),
		newestAt: row.newestAt && row.newestAt.getTime()
	}));
	const counts = { receivedAt: now, newestAt: now - 60_000, delayMs: 60_000, calls: 1, read: 2, refused: 1 };
	expect(rows).toEqual([
		{ ...counts, source: 'api', receivedAt: now + 600_000, calls: 2, read: 2, refused: 1 },
		{ ...counts, source: 'asterisk' },
		{ ...counts, source: 'berlin' },
		{ ...counts, source: 'pbx-2', newestAt: null, delayMs: null, calls: 0, read: 0, refused: 1 }
	]);
});

test('every reject says where it came from and how it was read', async () => {
	const all = { source: null, format: null, code: null, fromAt: null, toAt: null };
	const rejects = await listRejects(database, all, { before: null, limit: 100 });
	expect(rejects.map(({ source, format, code, line }) => [source, format, code, line]).toReversed()).toEqual([
		['pbx-2', 'ndjson', 'required', 2],
		['api', 'ndjson', 'not_json', 3],
		['asterisk', 'asterisk-queue-log', 'not_a_log_line', 3],
		['berlin', 'asterisk-queue-log', 'not_a_log_line', 3]
	]);
});

test('what is sent again with its number hidden is a call without a caller, not one caller for all', async () => {
	for (const id of ['m1', 'm2'])
		await send(JSON.stringify({ ...call, id, caller: '+…' }), { source: 'hidden' });
	const callers = await database.sql`select caller from call where id in ('m1', 'm2')`;
	expect(callers.map((row) => row.caller)).toEqual([null, null]);
});
