import { expect, test } from 'vitest';
import type { Call } from './call.ts';
import { callJson } from './callJson.ts';
import { parseCall } from './parseCall.ts';

const call: Call = {
	id: 'c-17',
	source: 'pbx',
	queue: 'refunds',
	queueName: null,
	enqueuedAt: Date.UTC(2026, 2, 2, 1, 15),
	answeredAt: Date.UTC(2026, 2, 2, 1, 15, 41, 250),
	endedAt: null,
	outcome: 'answered',
	agent: 'R07',
	topic: null,
	priority: undefined,
	caller: '+8610000000001',
	channel: 'voice',
	talkSeconds: null,
	holdSeconds: 3,
	wrapSeconds: null,
	revision: 0
};

test('a call is one line in the names of the API, null where it is null, left out where it was not sent', () => {
	expect(callJson(call)).toBe(
		'{"id":"c-17","source":"pbx","queue":"refunds","enqueued_at":"2026-03-02T01:15:00Z",' +
			'"answered_at":"2026-03-02T01:15:41.250Z","ended_at":null,"outcome":"answered","agent":"R07","topic":null,' +
			'"channel":"voice","talk_seconds":null,"hold_seconds":3,"wrap_seconds":null,"caller":"+8610000000001"}'
	);
});

test('who waits has no outcome yet, a queue goes by the name it was sent with, a revision is told', () => {
	const waiting = callJson({ ...call, outcome: 'waiting', answeredAt: null, queueName: '退款', revision: 4 });
	expect(JSON.parse(waiting)).toMatchObject({ outcome: null, answered_at: null, queue: '退款', revision: 4 });
});

test('what is written is read as the same call', () => {
	for (const one of [
		call,
		{ ...call, outcome: 'waiting' as const, answeredAt: null, agent: undefined, revision: 3 }
	]) {
		const read = parseCall(JSON.parse(callJson(one)), { now: call.enqueuedAt + 3_600_000, oldestAt: null });
		expect(read).toEqual({ change: one });
	}
});
