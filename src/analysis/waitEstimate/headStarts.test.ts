import { expect, test } from 'vitest';
import { seededRandom } from '../simulation/random.ts';
import { HeadStarts } from './headStarts.ts';
import type { Caller } from './waitEvent.ts';

function caller(enqueuedAt: number, priority: number): Caller {
	return { id: `${enqueuedAt} ${priority}`, enqueuedAt, priority };
}

/** Serves many small groups by a rule, and lets the order be learned from it. */
function learned(headStartSeconds: number): HeadStarts {
	const order = new HeadStarts();
	const random = seededRandom(3);
	for (let i = 0; i < 400; i++) {
		const waiting = Array.from({ length: 4 }, () => caller(random() * 400_000, random() < 0.4 ? 1 : 0));
		waiting.sort((a, b) => a.enqueuedAt - b.enqueuedAt);
		const turn = (one: Caller) => one.enqueuedAt - (one.priority === 1 ? headStartSeconds * 1000 : 0);
		const next = waiting.reduce((first, one) => (turn(one) < turn(first) ? one : first));
		order.learn(
			next,
			waiting.filter((one) => one !== next)
		);
	}
	return order;
}

const early = caller(0, 0);

test('before anything is known a higher priority goes first, and within one who came first', () => {
	const order = new HeadStarts();
	expect(order.isBefore(caller(900_000, 1), early)).toBe(true);
	expect(order.isBefore(early, caller(900_000, 1))).toBe(false);
	expect(order.isBefore(early, caller(1, 0))).toBe(true);
});

test.each([
	[0, 10, -10],
	[90, 80, 100],
	[Infinity, 350, Infinity]
])('a head start of %d s is learned from who is answered', (seconds, before, after) => {
	const order = learned(seconds);
	if (before > 0 && seconds > 0) expect(order.isBefore(caller(before * 1000, 1), early)).toBe(true);
	if (after > 0 && after < Infinity) expect(order.isBefore(caller(after * 1000, 1), early)).toBe(false);
	if (seconds === 0) expect(order.isBefore(early, caller(10_000, 1))).toBe(true);
});

test('a rule that changes is found again', () => {
	const order = learned(Infinity);
	const urgent = caller(100_000, 1);
	expect(order.isBefore(urgent, early)).toBe(true);
	for (let i = 0; i < 1000; i++) order.learn(early, [urgent]);
	expect(order.isBefore(urgent, early)).toBe(false);
});
