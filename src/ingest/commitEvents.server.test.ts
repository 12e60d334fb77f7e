import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyCalls } from '#records/testing/emptyCalls.server.ts';
import { testDatabase } from '#records/testing/testDatabase.server.ts';
import { dropTrails } from '#records/trails.server.ts';
import { verifyRollups } from '#rollups/verify.server.ts';
import { Ingest, type Answer, type Body } from './acceptCalls.server.ts';
import { bodyOf } from './testing/bodyOf.ts';
import { logText, queueLogs } from './testing/queueLogs.ts';
import { waitsInOne } from './testing/waitsInOne.ts';

const database = await testDatabase();
const ingest = new Ingest(database, { zone: 'Asia/Shanghai', country: 'CN', retentionDays: null });
const now = Date.parse('2026-03-02T12:00:00Z');
const dayMs = 86_400_000;

function send(text: string, changes: Partial<Body> = {}): Promise<Answer> {
	return ingest.accept(bodyOf(text, { format: 'asterisk-queue-log', now, ...changes }));
}

const counts = ({ received, created, updated, unchanged, rejected }: Answer) => [
	received,
	created,
	updated,
	unchanged,
	rejected
];

/** All that is stored of calls and figures, in no order of its own. */
async function stored() {
	const calls = await database.sql`
		select id, queue_id, enqueued_at::text, answered_at::text, ended_at::text, outcome, agent, talk_seconds, wrap_seconds,
			caller::text, repeat from call where outcome <> 'deleted' order by id`;
	const figures = await database.sql<{ waits: Uint8Array }[]>`
		select queue_id, level, start_at::text, answered, abandoned, overflowed, timed_out, rejected, lost, waiting, handled,
			answered_wait_ms, talk_seconds, repeat_callers, with_caller, waits from rollup
		where answered + abandoned + overflowed + timed_out + rejected + lost + waiting > 0
		order by queue_id, level, topic_id, start_at`;
	return { calls: [...calls], figures: figures.map((row) => ({ ...row, waits: waitsInOne(row.waits) })) };
}

const empty = () => emptyCalls(database);

const whole = [
	'1772414101|1772414095.1|support|NONE|ENTERQUEUE||13800000001|1',
	'1772414118|1772414095.1|support|PJSIP/21|CONNECT|17|1772414109.2|9',
	'1772414218|1772414095.1|support|PJSIP/21|COMPLETECALLER|17|100|1'
].map((line) => `${line}\n`);

describe('a log that comes in pieces', () => {
	test('makes the call step by step, and the same again changes nothing', async () => {
		const answers = [];
		for (const line of whole) answers.push(counts(await send(line)));
		expect(answers).toEqual([
			[1, 1, 0, 0, 0],
			[1, 0, 1, 0, 0],
			[1, 0, 1, 0, 0]
		]);
		const before = await stored();
		expect(before.calls).toMatchObject([
			{ id: '1772414095.1/support', outcome: 'answered', talk_seconds: 100 }
		]);
		expect(counts(await send(whole.join('')))).toEqual([3, 0, 0, 3, 0]);
		expect(await stored()).toEqual(before);
		await empty();
		expect(counts(await send(whole.join('')))).toEqual([3, 1, 2, 0, 0]);
		expect(await stored()).toEqual(before);
		await empty();
	});

	test('in any order, cut anywhere, and twice, makes the same calls and figures', async () => {
		await fc.assert(
			fc.asyncProperty(
				queueLogs,
				fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 200, maxLength: 200 }),
				fc.boolean(),
				async (lines, dice, anyOrder) => {
					await empty();
					await send(logText(lines));
					const expected = await stored();
					expect((await verifyRollups(database)).differences).toEqual([]);
					await empty();
					const shuffled = lines
						.map((line, i) => ({ line, rank: dice[i % 200] ?? 0 }))
						.sort((a, b) => (anyOrder ? 0 : a.line.at - b.line.at) || a.rank - b.rank)
						.map(({ line }) => line);
					for (const round of [0, 1])
						for (let at = 0; at < shuffled.length;) {
							const size = 1 + ((dice[(at + 7 * round) % 200] ?? 0) % 17);
							await send(logText(shuffled.slice(at, at + size)));
							at += size;
						}
					expect(await stored()).toEqual(expected);
					expect((await verifyRollups(database)).differences).toEqual([]);
				}
			),
			{ numRuns: 60, seed: 20260302 }
		);
		await empty();
	});

	test('keeps no number of a caller', async () => {
		await send(whole.join(''));
		const [trail] = await database.sql`select events from call_trail`;
		expect(trail?.events).toContain('ENTERQUEUE');
		expect(trail?.events).not.toContain('13800000001');
		await empty();
	});
});

describe('what is known of a call by its id', () => {
	const key = { id: '1772414095.1/support', source: 'asterisk', queue: 'support' };
	const say = (record: object) => send(JSON.stringify({ ...key, ...record }), { format: 'json' });

	test('a deletion stays, whatever the log still says', async () => {
		await send(whole.slice(0, 2).join(''));
		expect(counts(await say({ deleted: true }))).toEqual([1, 0, 1, 0, 0]);
		expect(counts(await send(whole.join('')))).toEqual([3, 0, 0, 3, 0]);
		expect((await stored()).calls).toEqual([]);
		await empty();
	});

	test('a correction with a higher revision stays, and a topic that was added', async () => {
		await send(whole.slice(0, 2).join(''));
		const times = { enqueued_at: '2026-03-02T01:15:00Z', answered_at: '2026-03-02T01:15:18Z' };
		await say({ ...times, topic: 'refund' });
		await send(whole.join(''));
		const [row] = await database.sql`select ended_at::text, topic_id is not null topic from call`;
		expect(row).toEqual({ ended_at: '2026-03-02 01:16:58+00', topic: true });
		await say({ ...times, ended_at: '2026-03-02T01:20:00Z', revision: 1 });
		await send('1772414230|1772414095.1|support|PJSIP/21|WRAPUPSTART|30\n');
		const [after] = await database.sql`select ended_at::text from call`;
		expect(after).toEqual({ ended_at: '2026-03-02 01:20:00+00' });
		expect((await verifyRollups(database)).differences).toEqual([]);
		await empty();
	});
});

describe('trails', () => {
	test('are dropped days after the end, later while open; what comes again then changes nothing', async () => {
		await send(whole.join(''));
		await send('1772414300|1772414299.4|support|NONE|ENTERQUEUE|||1\n');
		expect(await dropTrails(database, now + 2 * dayMs)).toBe(0);
		expect(await dropTrails(database, now + 4 * dayMs)).toBe(1);
		const before = await stored();
		for (const line of whole) expect(counts(await send(line))).toEqual([1, 0, 0, 1, 0]);
		expect(await stored()).toEqual(before);
		expect(await dropTrails(database, now + 16 * dayMs)).toBe(1);
		await empty();
	});

	test('of two systems stand apart, and a restart ends only the calls of its own', async () => {
		const open = whole[0] ?? '';
		await send(open);
		await send(open, { source: 'asterisk-2' });
		expect(counts(await send('1772414500|NONE|NONE|NONE|QUEUESTART|\n'))).toEqual([0, 0, 0, 0, 0]);
		const rows =
			await database.sql`select s.name, outcome from call c join source s on s.id = c.source_id order by 1`;
		expect([...rows]).toEqual([
			{ name: 'asterisk', outcome: 'lost' },
			{ name: 'asterisk-2', outcome: 'waiting' }
		]);
		expect((await verifyRollups(database)).differences).toEqual([]);
		await empty();
	});

	test('a key for some queues speaks for these alone', async () => {
		await send(whole[0] ?? '');
		const mine = { allowedQueues: ['sales'] };
		expect((await send(whole[1] ?? '', mine)).errors).toMatchObject([
			{ code: 'queue_not_allowed', field: 'queue' }
		]);
		await send('1772414500|NONE|NONE|NONE|QUEUESTART|\n', mine);
		expect((await stored()).calls).toMatchObject([{ outcome: 'waiting' }]);
		await empty();
	});
});

describe('a dry run', () => {
	test('says what would become of a log and stores nothing', async () => {
		expect(counts(await send(whole.join(''), { dryRun: true }))).toEqual([3, 1, 2, 0, 0]);
		expect(await stored()).toEqual({ calls: [], figures: [] });
		const [{ n } = { n: -1 }] = await database.sql`select count(*)::int n from call_trail`;
		expect(n).toBe(0);
	});
});

test('lines that cannot be told are refused with their place, and cost no others', async () => {
	const answer = await send(
		[
			whole[0]?.trim(),
			'half a line',
			'1772414118|1772414095.1|support|PJSIP/21|CONNECT|soon',
			'1798761600|1772414095.1|support|NONE|ABANDON|1|1|3',
			whole[2]?.trim()
		].join('\n')
	);
	expect(answer.errors.map(({ line, field, code }) => [line, field, code])).toEqual([
		[2, null, 'not_a_log_line'],
		[3, 'data1', 'not_a_whole_number'],
		[4, 'time', 'in_future']
	]);
	expect(counts(answer)).toEqual([5, 1, 1, 0, 3]);
	await empty();
});
