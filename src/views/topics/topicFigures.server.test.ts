import { expect, test } from 'vitest';
import { defaultQueue } from '#model/defaultQueue.ts';
import { commitCalls } from '#ingest/commitCalls.server.ts';
import { Names } from '#ingest/resolve.server.ts';
import { findQueue } from '#records/queues.server.ts';
import { testDatabase } from '#records/testing/testDatabase.server.ts';
import { topicFigures } from './topicFigures.server.ts';
import { topicNames } from '#rollups/readTopics.server.ts';

const database = await testDatabase();
const names = new Names(database, { zone: 'Asia/Shanghai', country: 'CN' });
const startAt = Date.parse('2026-03-02T00:00:00+08:00');

const call = (
	id: string,
	minutes: number,
	topic: string | null,
	waitSeconds: number,
	caller: string | null
) => ({
	id,
	source: 's',
	queue: 'q',
	queueName: null,
	enqueuedAt: startAt + minutes * 60_000,
	answeredAt: startAt + minutes * 60_000 + waitSeconds * 1000,
	endedAt: startAt + minutes * 60_000 + waitSeconds * 1000 + 60_000,
	outcome: 'answered' as const,
	agent: null,
	topic,
	priority: null,
	caller,
	channel: 'voice',
	talkSeconds: 60,
	holdSeconds: null,
	wrapSeconds: null,
	revision: 0
});

test('topics and what has none add up to all, over any whole quarter hours', async () => {
	const calls = [
		call('1', 0, 'refund', 10, '1'),
		call('2', 20, 'refund', 200, '1'),
		call('3', 50, 'theft', 30, '2'),
		call('4', 55, null, 7, null),
		call('5', 56, null, 400, '1'),
		call('6', 24 * 60 + 5, 'other', 1, null)
	];
	await commitCalls(database, await names.resolve(calls));
	const stored = (await findQueue(database, 'q')) ?? {
		id: 0,
		queue: defaultQueue('q', { name: null, zone: 'UTC', country: 'CN' })
	};
	const day = { startAt, endAt: startAt + 86_400_000 };
	const { all, topics } = await topicFigures(database, stored, day);
	expect(all).toMatchObject({ offered: 5, with_caller: 4, repeat_callers: 2 });
	expect(
		topics.map(({ topic, offered, repeat_callers, wait_p50_seconds }) => [
			topic,
			offered,
			repeat_callers,
			wait_p50_seconds === null ? null : Math.round(wait_p50_seconds)
		])
	).toEqual([
		['refund', 2, 1, 105],
		[null, 2, 1, 203],
		['theft', 1, 0, 30]
	]);
	// What is left when the topics are taken away has no longest wait of its own that is known.
	expect(topics[1]).toMatchObject({ longest_wait_answered_seconds: null, answered: 2, asa_seconds: 203.5 });
	const hour = { startAt: startAt + 45 * 60_000, endAt: startAt + 60 * 60_000 };
	expect((await topicFigures(database, stored, hour)).topics.map(({ topic }) => topic)).toEqual([
		null,
		'theft'
	]);
	expect(await topicNames(database, stored, day)).toEqual(['refund', 'theft']);
});
