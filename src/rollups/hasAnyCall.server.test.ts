import { expect, test } from 'vitest';
import { defaultQueue } from '#model/defaultQueue.ts';
import { putQueue } from '#records/queues.server.ts';
import { testDatabase } from '#records/testing/testDatabase.server.ts';
import { instantOf } from '#time/zone.ts';
import { applyChanges } from './applyChanges.server.ts';
import { RollupChanges } from './changes.ts';
import { hasAnyCall } from './hasAnyCall.server.ts';
import { spanOf } from './levels.ts';
import { lastDayAt } from './read.server.ts';

const database = await testDatabase();
const zone = 'Asia/Shanghai';

test('knows the last day of a queue, and whether there is any call', async () => {
	expect(await hasAnyCall(database)).toBe(false);
	const called = await putQueue(database, defaultQueue('called', { zone, country: 'CN' }));
	const silent = await putQueue(database, defaultQueue('silent', { zone, country: 'CN' }));
	expect(await hasAnyCall(database)).toBe(false);
	const changes = new RollupChanges();
	// 07:30 in Shanghai is still the day before in UTC.
	for (const [date, minute] of [['2026-03-02', 450] as const, ['2025-12-31', 900] as const])
		changes.add({
			queueId: called.id,
			topicId: 7,
			enqueuedAt: instantOf(zone, date, minute),
			answeredAt: null,
			endedAt: instantOf(zone, date, minute) + 5000,
			outcome: 'voicemail',
			talkSeconds: null,
			holdSeconds: null,
			wrapSeconds: null,
			caller: null,
			repeat: false
		});
	await applyChanges(
		database.sql,
		changes.rows((_, level, start) => spanOf(level, zone, start))
	);
	expect(await lastDayAt(database, called)).toBe(instantOf(zone, '2026-03-02', 0));
	expect(await lastDayAt(database, silent)).toBe(null);
	expect(await hasAnyCall(database)).toBe(true);
	expect(await hasAnyCall(database, ['silent'])).toBe(false);
	expect(await hasAnyCall(database, [])).toBe(false);
});
