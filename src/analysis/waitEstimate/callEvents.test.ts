import { expect, test } from 'vitest';
import { callEvents, type TimedCall } from './callEvents.ts';

function call(id: string, more: Partial<TimedCall>): TimedCall {
	return { id, enqueuedAt: 0, answeredAt: null, endedAt: null, outcome: 'waiting', priority: null, ...more };
}

function brief(calls: TimedCall[]): string[] {
	return callEvents(calls).map(({ kind, at, ...rest }) => `${at} ${kind} ${'id' in rest ? rest.id : ''}`);
}

test('records become events in order of time, none of which tells what comes later', () => {
	const first = call('a', { enqueuedAt: 1, answeredAt: 5, endedAt: 9, outcome: 'answered', priority: 2 });
	const calls = [
		call('b', { enqueuedAt: 3, endedAt: 4, outcome: 'abandoned' }),
		first,
		call('c', { enqueuedAt: 7 })
	];
	expect(callEvents(calls)).toEqual([
		{ kind: 'enqueued', at: 1, id: 'a', priority: 2 },
		{ kind: 'enqueued', at: 3, id: 'b', priority: null },
		{ kind: 'left', at: 4, id: 'b', by: 'caller' },
		{ kind: 'answered', at: 5, id: 'a' },
		{ kind: 'enqueued', at: 7, id: 'c', priority: null },
		{ kind: 'finished', at: 9, id: 'a' }
	]);
});

test('at one instant agents are free first, then callers go, then others come, each with what follows at once', () => {
	const calls = [
		call('at once', { enqueuedAt: 5, answeredAt: 5, endedAt: 5, outcome: 'answered' }),
		call('soon', { enqueuedAt: 5, answeredAt: 5, endedAt: 8, outcome: 'answered' }),
		call('talked', { enqueuedAt: 1, answeredAt: 1, endedAt: 5, outcome: 'answered' }),
		call('waited', { enqueuedAt: 2, answeredAt: 5, endedAt: 6, outcome: 'answered' }),
		call('cut', { enqueuedAt: 3, answeredAt: 5, endedAt: 5, outcome: 'answered' })
	];
	expect(brief(calls)).toEqual([
		'1 enqueued talked',
		'1 answered talked',
		'2 enqueued waited',
		'3 enqueued cut',
		'5 finished talked',
		'5 answered cut',
		'5 finished cut',
		'5 answered waited',
		'5 enqueued at once',
		'5 answered at once',
		'5 finished at once',
		'5 enqueued soon',
		'5 answered soon',
		'6 finished waited',
		'8 finished soon'
	]);
});

test('who is sent away by the line is told from who gives up', () => {
	const calls = (['abandoned', 'overflowed', 'rejected'] as const).map((outcome, at) => {
		return call(outcome, { enqueuedAt: at * 10, endedAt: at * 10 + 5, outcome });
	});
	const by = callEvents(calls).flatMap((event) => (event.kind === 'left' ? [event.by] : []));
	expect(by).toEqual(['caller', 'line', 'line']);
});
