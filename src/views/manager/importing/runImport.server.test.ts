import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { Ingest } from '#ingest/acceptCalls.server.ts';
import { testDatabase } from '#records/testing/testDatabase.server.ts';
import { verifyRollups } from '#rollups/verify.server.ts';
import { reportView } from './reportView.server.ts';
import { runImport, type ImportRun } from './runImport.server.ts';

const database = await testDatabase();
const ingest = new Ingest(database, { zone: 'Asia/Shanghai', country: 'CN', retentionDays: null });
const now = Date.parse('2026-11-20T00:00:00Z');
const fixtures = join(import.meta.dirname, '../../../sources/fixtures/csv');

async function* inPieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
	for (let at = 0; at < bytes.length; at += 50) yield bytes.subarray(at, at + 50);
}

async function imported(bytes: Buffer, query: string, dryRun = false): Promise<ImportRun> {
	const run = await runImport({ ingest }, inPieces(bytes), new URLSearchParams(query), { dryRun, now });
	if ('problem' in run) throw new Error(run.problem);
	return run;
}

const report = (run: ImportRun, dryRun = false) =>
	reportView(run, { lang: 'en', zone: 'Asia/Shanghai', dryRun, name: 'calls.csv', head: run.head });

test('imports a table in GB 18030, zipped too, and gives what could not be read as it was sent', async () => {
	const bytes = readFileSync(join(fixtures, 'chinese-gb18030.csv'));
	const query = 'format=csv&map=auto&zone=Asia/Shanghai';
	expect(report(await imported(bytes, query, true), true).finding).toBe(
		'Would add 4 calls of 2 queues on Mar 2, 2026. 1 row cannot be read.'
	);
	const run = await imported(gzipSync(bytes), query);
	expect(run).toMatchObject({ queues: ['支付', '退款'], columns: expect.arrayContaining(['通话编号']) });
	const { finding, downloads } = report(run);
	expect(finding).toBe('Added 4 calls of 2 queues on Mar 2, 2026. 1 row could not be read.');
	expect(downloads?.textName).toBe('calls-not-read.csv');
	expect(downloads?.text).toMatch(/^通话编号,.*\r\nT5,退款,2026年2月30日 9:19:00,.*13800003333\n$/);
	expect(downloads?.csv).toMatch(/^line,reason,field,text\r\n6,not a time,来电时间,/);
	const [kept] = await database.sql<{ text: string }[]>`select text from reject`;
	expect(kept?.text).not.toContain('13800003333');
	expect(report(await imported(bytes, query)).finding).toBe(
		'No new calls of 2 queues on Mar 2, 2026. 1 row could not be read.'
	);
});

test('puts rows of one call together, whichever of two files they come in', async () => {
	const { query } = JSON.parse(readFileSync(join(fixtures, 'legs.expected.json'), 'utf8'));
	const rows = readFileSync(join(fixtures, 'legs.csv'), 'utf8').trimEnd().split('\n');
	const [header = '', ...legs] = rows;
	const asked = `format=csv&zone=Europe/Lisbon&${query}`;
	const part = (some: string[]) => Buffer.from([header, ...some].join('\n'));
	await imported(part(legs.slice(1, 3)), asked);
	await imported(part([legs[1] ?? '', ...legs.slice(3).reverse()]), asked);
	const calls = await database.sql`
		select id, outcome, agent, extract(epoch from answered_at - enqueued_at)::int wait from call
		where id like 'g%' and outcome <> 'deleted' order by id`;
	expect([...calls]).toEqual([
		{ id: 'g1/suporte', outcome: 'answered', agent: 'Bo', wait: 40 },
		{ id: 'g3/suporte', outcome: 'abandoned', agent: null, wait: null }
	]);
	expect((await verifyRollups(database)).differences).toEqual([]);
});

test('says what cannot be read at all', async () => {
	const run = (text: string, query: string) =>
		runImport({ ingest }, inPieces(Buffer.from(text)), new URLSearchParams(query), { dryRun: true, now });
	expect(await run('a;b\n1;2\n', 'format=csv&map=enqueued_at:c')).toEqual({
		problem: 'There is no column c. The columns are a, b.'
	});
	expect(await run('', 'format=csv&zone=Mars')).toHaveProperty('problem');
});
