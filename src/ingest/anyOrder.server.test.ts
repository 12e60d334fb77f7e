import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { emptyCalls } from '#records/testing/emptyCalls.server.ts';
import { testDatabase } from '#records/testing/testDatabase.server.ts';
import { verifyRollups } from '#rollups/verify.server.ts';
import { Ingest } from './acceptCalls.server.ts';
import { bodyOf } from './testing/bodyOf.ts';
import { queueLogs } from './testing/queueLogs.ts';
import { twilioTasks } from './testing/twilioTasks.ts';
import { waitsInOne } from './testing/waitsInOne.ts';

// Any file, cut into pieces anywhere, its lines shuffled within a second, sent twice: the same calls, the same figures.

const database = await testDatabase();
const ingest = new Ingest(database, { zone: 'Asia/Shanghai', country: 'CN', retentionDays: null });

interface Line {
	at: number;
	text: string;
}

/** Sends lines as one body, which comes in pieces of so many bytes. */
async function send(lines: Line[], { format, header = '' }: Kind, pieceBytes: number): Promise<void> {
	const bytes = new TextEncoder().encode(header + lines.map(({ text }) => `${text}\n`).join(''));
	let at = 0;
	const stream = new ReadableStream<Uint8Array>({
		pull(controller) {
			if (at >= bytes.length) return controller.close();
			controller.enqueue(bytes.slice(at, (at += pieceBytes)));
		}
	});
	const now = Date.parse('2026-04-02T12:00:00Z');
	const answer = await ingest.accept(bodyOf(stream, { format, now }));
	expect(answer.rejected).toBe(0);
}

/** All that is stored of calls and figures, in no order of its own. */
async function stored() {
	const calls = await database.sql`
		select id, queue_id, enqueued_at::text, answered_at::text, ended_at::text, outcome, agent, revision::text,
			talk_seconds, hold_seconds, wrap_seconds, caller::text, repeat
		from call where outcome <> 'deleted' order by source_id, id`;
	const figures = await database.sql<{ waits: Uint8Array }[]>`
		select queue_id, level, topic_id, start_at::text, answered, abandoned, overflowed, timed_out, callback, voicemail,
			rejected, lost, waiting, handled, answered_wait_ms::text, talk_seconds::text, hold_seconds::text,
			wrap_seconds::text, repeat_callers, with_caller, waits
		from rollup
		where answered + abandoned + overflowed + timed_out + callback + voicemail + rejected + lost + waiting > 0
		order by queue_id, level, topic_id, start_at`;
	expect((await verifyRollups(database)).differences).toEqual([]);
	return { calls: [...calls], figures: figures.map((row) => ({ ...row, waits: waitsInOne(row.waits) })) };
}

const empty = () => emptyCalls(database);
afterEach(async () => {
	await empty();
});

interface Kind {
	format: string;
	header?: string;
	lines: fc.Arbitrary<Line[]>;
	/** Records that are whole may come in any order at all: their revision tells which is the latest. */
	inAnyOrder?: boolean;
}

const columns = 'time,callid,queuename,agent,event,data1,data2,data3,data4,data5';
const oneColumn = 'time,callid,queuename,agent,event,data';

/** A line of the log as a row of the table, its time as text of the zone (eight hours ahead of UTC). */
function asRow(width: number): (line: Line) => Line {
	return ({ at, text }) => {
		const time = new Date((at + 8 * 3600) * 1000).toISOString().replace('T', ' ').replace('.000Z', '.118512');
		const [callid = '', queue = '', agent = '', event = '', ...data] = text.split('|');
		const cells = [...data.slice(0, width - 1), data.slice(width - 1).join('|')];
		while (cells.length < width) cells.push('');
		return { at, text: [time, callid, queue, agent, event, ...cells].map((cell) => `"${cell}"`).join(',') };
	};
}

function linesOf(path: string): fc.Arbitrary<Line[]> {
	const text = readFileSync(join(import.meta.dirname, '../sources/fixtures', path), 'utf8');
	const lines = text.split('\n').filter((line) => line !== '');
	return fc.constant(lines.map((line) => ({ at: 0, text: line })));
}

const kinds: Record<string, Kind> = {
	'asterisk-queue-log': {
		format: 'asterisk-queue-log',
		lines: queueLogs.map((lines) => lines.map(({ at, text }) => ({ at, text: `${at}|${text}` })))
	},
	'asterisk-queue-log-csv': {
		format: 'asterisk-queue-log-csv',
		header: `${columns}\n`,
		lines: queueLogs.map((lines) => lines.map(asRow(5)))
	},
	'asterisk-queue-log-csv of one column': {
		format: 'asterisk-queue-log-csv',
		header: `${oneColumn}\n`,
		lines: queueLogs.map((lines) => lines.map(asRow(1)))
	},
	'twilio-taskrouter': { format: 'twilio-taskrouter', lines: twilioTasks, inAnyOrder: true },
	'cloudevents around it': { format: 'cloudevents', lines: twilioTasks, inAnyOrder: true },
	'amazon-connect, sent again': {
		format: 'amazon-connect',
		lines: linesOf('amazon-connect/resent.ndjson'),
		inAnyOrder: true
	},
	'genesys-cloud, fuller each time': {
		format: 'genesys-cloud',
		lines: linesOf('genesys-cloud/growing.ndjson'),
		inAnyOrder: true
	},
	'zendesk-talk, updated': {
		format: 'zendesk-talk',
		lines: linesOf('zendesk-talk/again.ndjson'),
		inAnyOrder: true
	}
};

test.each(Object.entries(kinds))(
	'%s',
	async (_, kind) => {
		const dice = fc.array(fc.nat(1000), { minLength: 100, maxLength: 100 });
		await fc.assert(
			fc.asyncProperty(kind.lines, dice, async (lines, rolls) => {
				const roll = (i: number) => rolls[i % rolls.length] ?? 0;
				await empty();
				await send(lines, kind, 1_000_000);
				const expected = await stored();
				await empty();
				const second = ({ at }: Line) => (kind.inAnyOrder ? 0 : at);
				const shuffled = lines
					.map((line, i) => ({ line, rank: roll(i) }))
					.sort((a, b) => second(a.line) - second(b.line) || a.rank - b.rank)
					.map(({ line }) => line);
				for (const round of [0, 31])
					for (let at = 0; at < shuffled.length;) {
						const size = 1 + (roll(at + round) % 23);
						await send(shuffled.slice(at, at + size), kind, 1 + (roll(at + round + 7) % 97));
						at += size;
					}
				expect(await stored()).toEqual(expected);
			}),
			{ numRuns: 15, seed: 20260302 }
		);
	},
	120_000
);

test('a test that compares nothing would pass: there are calls of every kind', async () => {
	for (const kind of Object.values(kinds)) {
		await empty();
		const [lines = []] = fc.sample(kind.lines, { numRuns: 1, seed: 7 });
		await send(lines, kind, 50);
		expect((await stored()).calls.length).toBeGreaterThan(0);
	}
});
