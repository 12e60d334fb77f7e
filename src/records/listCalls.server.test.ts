import { expect, test } from 'vitest';
import type { Outcome } from '#model/call.ts';
import { insertCalls, type CallRow } from './calls.server.ts';
import { listCalls, type CallFilter, type CallPlace } from './listCalls.server.ts';
import { sourceIds, topicIds } from './names.server.ts';
import { testDatabase } from './testing/testDatabase.server.ts';

const database = await testDatabase();
const sources = await sourceIds(database, ['a', 'b']);
const topics = await topicIds(database, ['refund', 'theft']);
const startAt = Date.UTC(2026, 2, 2);
const secondMs = 1000;

const anything: CallFilter = {
	fromAt: startAt,
	toAt: startAt + 86_400_000,
	outcomes: null,
	leastWaitSeconds: null,
	mostWaitSeconds: null,
	agent: null,
	topic: null
};

function call(id: string, after: number, given: Partial<CallRow> & { wait?: number | null } = {}): CallRow {
	const { wait = 10, outcome = 'answered', ...rest } = given;
	const enqueuedAt = startAt + after * secondMs;
	const leftAt = wait === null ? null : enqueuedAt + wait * secondMs;
	return {
		sourceId: sources.get('a') ?? 0,
		id,
		queueId: 1,
		topicId: null,
		enqueuedAt,
		answeredAt: outcome === 'answered' ? leftAt : null,
		endedAt: outcome === 'answered' ? (leftAt ?? 0) + 60_000 : leftAt,
		outcome,
		agent: null,
		channel: 'voice',
		priority: null,
		talkSeconds: 60,
		holdSeconds: null,
		wrapSeconds: null,
		caller: null,
		repeat: false,
		revision: 0,
		...rest
	};
}

const outcome = (name: Outcome | 'deleted') => ({ outcome: name });
await insertCalls(database.sql, [
	call('early', -1),
	call('first', 0, { agent: 'Li', topicId: topics.get('refund') ?? 0, caller: '-5', repeat: true }),
	call('gone', 10, { ...outcome('abandoned'), wait: 10.5, caller: '7' }),
	call('waits', 20, { ...outcome('waiting'), wait: null }),
	call('taken back', 30, outcome('deleted')),
	call('sent on', 40, { ...outcome('overflowed'), wait: 300 }),
	call('last', 86_399, { agent: 'Wu', topicId: topics.get('theft') ?? 0 }),
	call('late', 86_400),
	call('elsewhere', 50, { queueId: 2 }),
	// The same moment from two systems, and twice from one.
	...['x', 'y', 'z'].map((id) => call(id, 60)),
	call('x', 60, { sourceId: sources.get('b') ?? 0 })
]);

async function ids(filter: Partial<CallFilter>): Promise<string[]> {
	const page = { after: null, limit: 100 };
	const found = await listCalls(database, 1, { ...anything, ...filter }, page);
	return (found ?? []).map(({ id, source }) => (source === 'a' ? id : `${source} ${id}`));
}

test('lists the calls of the range, the latest first, without deleted ones', async () => {
	expect(await ids({})).toEqual(['last', 'b x', 'z', 'y', 'x', 'sent on', 'waits', 'gone', 'first']);
});

test.each<[string, Partial<CallFilter>, string[]]>([
	['an outcome', { outcomes: ['abandoned'] }, ['gone']],
	['several outcomes', { outcomes: ['waiting', 'overflowed'] }, ['sent on', 'waits']],
	['a wait of at least', { leastWaitSeconds: 11 }, ['sent on']],
	[
		'a wait between, both in',
		{ leastWaitSeconds: 10, mostWaitSeconds: 10 },
		['last', 'b x', 'z', 'y', 'x', 'first']
	],
	['an agent', { agent: 'Li' }, ['first']],
	['a topic', { topic: 'theft' }, ['last']],
	['a topic that nobody had', { topic: 'nothing' }, []],
	['a name that no text may be', { agent: 'a\0' }, []],
	['all of it', { outcomes: ['answered'], agent: 'Wu', topic: 'theft', mostWaitSeconds: 20 }, ['last']]
])('filters by %s', async (_, filter, expected) => expect(await ids(filter)).toEqual(expected));

test('pages follow each other without a gap and without a call twice, whatever shares a moment', async () => {
	const seen: string[] = [];
	let after: CallPlace | null = null;
	for (;;) {
		const page: Awaited<ReturnType<typeof listCalls>> = await listCalls(database, 1, anything, {
			after,
			limit: 2
		});
		if (!page?.length) break;
		seen.push(...page.map(({ id, source }) => (source === 'a' ? id : `${source} ${id}`)));
		after = page.at(-1) ?? null;
	}
	expect(seen).toEqual(await ids({}));
});

test('says of a call all but its caller', async () => {
	const found = await listCalls(
		database,
		1,
		{ ...anything, outcomes: ['abandoned'] },
		{ after: null, limit: 9 }
	);
	expect(found).toEqual([
		{
			id: 'gone',
			source: 'a',
			sourceId: sources.get('a'),
			enqueuedAt: startAt + 10_000,
			answeredAt: null,
			endedAt: startAt + 20_500,
			outcome: 'abandoned',
			waitMs: 10_500,
			agent: null,
			topic: null,
			channel: 'voice',
			priority: null,
			talkSeconds: 60,
			holdSeconds: null,
			wrapSeconds: null,
			repeat: false
		}
	]);
	const [first] =
		(await listCalls(database, 1, { ...anything, agent: 'Li' }, { after: null, limit: 1 })) ?? [];
	expect(first).toMatchObject({ topic: 'refund', repeat: true });
	const [unknown] =
		(await listCalls(database, 1, { ...anything, agent: 'Wu' }, { after: null, limit: 1 })) ?? [];
	expect(unknown?.repeat).toBeNull();
});
