import { expect, test } from 'vitest';
import { Agenda } from './agenda.ts';
import { Coming } from './coming.ts';
import { Fifo } from './fifo.ts';
import { seededRandom } from './random.ts';

test('the agenda gives the earliest first, whatever the order it was told in', () => {
	const random = seededRandom(1);
	const agenda = new Agenda<{ at: number }>();
	const expected: number[] = [];
	for (let i = 0; i < 3000; i++) {
		const at = Math.floor(random() * 500);
		agenda.add({ at });
		expected.push(at);
		if (random() < 0.4) {
			expected.sort((a, b) => a - b);
			expect(agenda.nextAt).toBe(expected[0]);
			expect(agenda.take()?.at).toBe(expected.shift());
		}
	}
	for (const at of expected.toSorted((a, b) => a - b)) expect(agenda.take()?.at).toBe(at);
	expect(agenda.take()).toBeUndefined();
	expect(agenda.nextAt).toBe(Infinity);
});

test('what is added comes in between what was planned', () => {
	const coming = new Coming([{ at: 1 }, { at: 5 }]);
	coming.add({ at: 3 });
	coming.add({ at: 9 });
	const seen = [1, 2, 3, 4].map(() => coming.take()?.at);
	expect(seen).toEqual([1, 3, 5, 9]);
	expect(coming.nextAt).toBe(Infinity);
});

test('first in, first out, over many more than are ever in it', () => {
	const fifo = new Fifo<number>();
	let next = 0;
	for (let i = 0; i < 10_000; i++) {
		fifo.push(2 * i);
		fifo.push(2 * i + 1);
		expect(fifo.shift()).toBe(next++);
	}
	while (next < 20_000) expect(fifo.shift()).toBe(next++);
	expect(fifo.first).toBeUndefined();
	expect(fifo.shift()).toBeUndefined();
});
