import { expect, test } from 'vitest';
import type { Call } from '#model/call.ts';
import { emptyCalls } from '#records/testing/emptyCalls.server.ts';
import { testDatabase } from '#records/testing/testDatabase.server.ts';
import { listQueues } from '#records/queues.server.ts';
import { readTallies } from '#rollups/read.server.ts';
import { verifyRollups } from '#rollups/verify.server.ts';
import { commitCalls } from './commitCalls.server.ts';
import { eraseCaller } from './eraseCaller.server.ts';
import { Names } from './resolve.server.ts';

const database = await testDatabase();
const start = Date.UTC(2026, 2, 31, 23);
const hourMs = 3_600_000;

function call(id: string, caller: string | null, hours: number, queue = 'cards'): Call {
	const enqueuedAt = start + hours * hourMs;
	return {
		id,
		source: 'api',
		queue,
		queueName: null,
		enqueuedAt,
		answeredAt: enqueuedAt + 7000,
		endedAt: enqueuedAt + 60_000,
		outcome: 'answered',
		agent: null,
		topic: hours % 2 ? 'refund' : null,
		priority: null,
		caller,
		channel: 'voice',
		talkSeconds: null,
		holdSeconds: null,
		wrapSeconds: null,
		revision: 0
	};
}

async function sums() {
	const stored = await listQueues(database);
	const range = { startAt: start - 48 * hourMs, endAt: start + 96 * hourMs };
	const [tally] = await readTallies(database, stored, [range]);
	return tally && { answered: tally.answered, withCaller: tally.withCaller, repeats: tally.repeatCallers };
}

for (const yearly of [false, true])
	test(`a caller is erased from every call of every queue, and figures follow (${yearly ? 'yearly keys' : 'one key'})`, async () => {
		await emptyCalls(database);
		const names = new Names(database, { zone: 'Asia/Shanghai', country: 'CN', callerKeyYearly: yearly });
		const one = '+49 30 1234567';
		const other = '+4930999';
		const calls = [
			...[0, 1, 2, 30].map((hours) => call(`a${hours}`, one, hours)),
			...[0, 3].map((hours) => call(`b${hours}`, other, hours)),
			call('c', one, 1, 'loans'),
			call('d', null, 1),
			// Of another year: with yearly keys, of another key.
			call('e', one, -365 * 24)
		];
		await commitCalls(database, await names.resolve(calls));
		await database.sql`
			insert into call_trail (source_id, queue_id, trail, events, unended, kept_until)
			select 1, 1, 't', 'enter' || chr(9) || (select caller from call where id = 'a0')
				|| chr(10) || 'leave' || chr(9) || (select caller from call where id = 'b0'), false, now()`;
		expect(await sums()).toEqual({ answered: 8, withCaller: 7, repeats: 3 });

		expect(await eraseCaller(database, '+4930-123 45 67')).toBe(6);
		expect(await sums()).toEqual({ answered: 8, withCaller: 2, repeats: 1 });
		expect((await verifyRollups(database)).differences).toEqual([]);
		const left = await database.sql`select id from call where caller is not null order by id`;
		expect(left.map(({ id }) => id)).toEqual(['b0', 'b3']);
		const [trail] =
			await database.sql`select events, (select caller::text from call where id = 'b0') other from call_trail`;
		expect(trail?.events).toBe(`enter\nleave\t${trail?.other}`);
		expect(await eraseCaller(database, one)).toBe(0);
	});
