import { expect, test } from 'vitest';
import { defaultQueue } from '#model/defaultQueue.ts';
import { putQueue } from '#records/queues.server.ts';
import { testDatabase } from '#records/testing/testDatabase.server.ts';
import { applyChanges } from './applyChanges.server.ts';
import { RollupChanges } from './changes.ts';
import { spanOf } from './levels.ts';
import { readCounts } from './readCounts.server.ts';

const database = await testDatabase();
const at = (time: string) => Date.parse(`2026-03-02T${time}:00Z`);

test('counts each queue by quarter hour, within the spans only', async () => {
	const queues: { id: number }[] = [];
	for (const slug of ['one', 'two', 'none'])
		queues.push(await putQueue(database, defaultQueue(slug, { zone: 'UTC', country: 'CN' })));
	const changes = new RollupChanges();
	const times = ['08:59', '09:00', '09:14', '09:15', '11:00'];
	times.forEach((time, i) =>
		changes.add({
			queueId: queues[i % 2]?.id ?? 0,
			topicId: 7,
			enqueuedAt: at(time),
			answeredAt: null,
			endedAt: i === 3 ? null : at(time) + 5000,
			outcome: i === 3 ? 'waiting' : 'voicemail',
			talkSeconds: null,
			holdSeconds: null,
			wrapSeconds: null,
			caller: null,
			repeat: false
		})
	);
	await applyChanges(
		database.sql,
		changes.rows((_, level, start) => spanOf(level, 'UTC', start))
	);
	const spans = [
		{ startAt: at('09:00'), endAt: at('10:00') },
		{ startAt: at('11:00'), endAt: at('11:15') }
	];
	const counts = await readCounts(database, queues, spans);
	const asked = ['08:45', '09:00', '09:15', '11:00'].map(at);
	expect(counts.map((count) => asked.map(count))).toEqual([
		[0, 1, 0, 1],
		[0, 1, 1, 0],
		[0, 0, 0, 0]
	]);
});

test('of no queues and of no time there is nothing', async () => {
	expect(await readCounts(database, [], [{ startAt: 0, endAt: 900_000 }])).toEqual([]);
	expect((await readCounts(database, [{ id: 1 }], []))[0]?.(0)).toBe(0);
});
