import { expect, test } from 'vitest';
import { testDatabase } from '#records/testing/testDatabase.server.ts';
import { Ingest, type Answer, type Body } from './acceptCalls.server.ts';
import { bodyOf } from './testing/bodyOf.ts';

const database = await testDatabase();
const ingest = new Ingest(database, { zone: 'Asia/Shanghai', country: 'CN', retentionDays: null });
const at = Date.parse('2026-03-02T01:15:00Z') / 1000;

function send(text: string, changes: Partial<Body>): Promise<Answer> {
	const now = Date.parse('2026-03-03T00:00:00Z');
	return ingest.accept(bodyOf(text, { format: 'ndjson', dryRun: true, now, ...changes }));
}

test('a dry run of more than one batch says what the real one does', async () => {
	const record = (i: number) =>
		`{"id":"${i}","queue":"q${i % 3}","source":"new","topic":"t${i % 2}","enqueued_at":"2026-03-02T09:15:00+08:00"}`;
	const records = Array.from({ length: 12_000 }, (_, i) => record(i % 10_500)).join('\n');
	const enter = (i: number) => `${at}|${at}.${i}|support|NONE|ENTERQUEUE||1380000${i}|1`;
	const leave = (i: number) => `${at + 9}|${at}.${i}|support|NONE|ABANDON|1|1|9`;
	const numbers = Array.from({ length: 6_000 }, (_, i) => i);
	const log = [...numbers.map(enter), ...numbers.map(leave), `${at + 10}|NONE|NONE|NONE|QUEUESTART|`].join(
		'\n'
	);
	for (const [text, format, created] of [
		[records, 'ndjson', 10_500],
		[log, 'asterisk-queue-log', 6_000]
	] as const) {
		const dry = await send(text, { format });
		expect(dry).toMatchObject({ received: 12_000, created });
		expect(await send(text, { format, dryRun: false })).toEqual(dry);
		expect(await send(text, { format })).toMatchObject({ created: 0, unchanged: 12_000 });
	}
});

test('what was sent is shown to its sender whole, and kept without numbers', async () => {
	const seen: string[] = [];
	const text = '{"id":"a","queue":"q","caller":"+49301234567","enqueued_at":"noon"}';
	await send(text, {
		watch: ({ rejects, sentTexts }) => {
			for (const reject of rejects) seen.push(sentTexts.get(reject) ?? '', reject.text);
		}
	});
	expect(seen).toEqual([text, text.replace('+49301234567', '…')]);
});
