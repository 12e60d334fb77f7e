import { expect, test } from 'vitest';
import type { SimulatedCall } from './arrival.ts';
import { stateAt } from './stateAt.ts';

const call: SimulatedCall = {
	arrival: { at: 10, priority: 0, serviceMs: 30, wrapMs: 5, leaveAfterMs: 99, leaveAs: 'abandoned' },
	answeredAt: 20,
	endedAt: 50,
	outcome: 'answered',
	agent: 3,
	truth: { ahead: 1, agents: 4, offeredWaitMs: 10 }
};

test.each([
	[15, 'waiting', null, null, null],
	[20, 'waiting', null, null, null],
	[21, 'answered', 20, null, 3],
	[51, 'answered', 20, 50, 3]
] as const)('at %i it is %s', (at, outcome, answeredAt, endedAt, agent) => {
	expect(stateAt(call, at)).toMatchObject({ outcome, answeredAt, endedAt, agent });
});

test('who will give up later is waiting until then', () => {
	const left = { ...call, answeredAt: null, agent: null, outcome: 'abandoned' as const };
	expect(stateAt(left, 50)).toMatchObject({ outcome: 'waiting', endedAt: null });
	expect(stateAt(left, 51)).toBe(left);
});
