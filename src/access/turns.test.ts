import { expect, test } from 'vitest';
import { Turns, type Turn } from './turns.ts';

/** Asks for turns and notes in which order they begin. */
function office(options: Partial<ConstructorParameters<typeof Turns>[0]> = {}) {
	const turns = new Turns({ alone: 2, beside: 1, burstMs: 0, mostWaiting: 100, longestMs: 100, ...options });
	const begun: string[] = [];
	const held = new Map<string, Turn>();
	const begin = (name: string, turn: Turn) => {
		begun.push(name);
		held.set(name, turn);
	};
	const settled = () => new Promise((resolve) => setImmediate(resolve));
	return {
		turns,
		begun,
		/** Whose names begin alike is the same asker. */
		ask(names: string, { place = 'office', now = 0 } = {}) {
			for (const name of names.split(' ')) {
				const turn = turns.take(place, name.charAt(0), now);
				if (turn === null) begun.push(`${name} is sent away`);
				else if (turn instanceof Promise) void turn.then((own) => begin(name, own));
				else begin(name, turn);
			}
		},
		async end(name: string, now = 0) {
			const turn = held.get(name);
			if (turn) turns.end(turn, now);
			await settled();
		},
		async look(now: number) {
			turns.look(now);
			await settled();
		}
	};
}

test('so many at once, the others in the order in which they asked', async () => {
	const { turns, ask, begun, end } = office();
	ask('a1 a2 a3 a4');
	expect(begun).toEqual(['a1', 'a2']);
	expect(turns.waiting).toBe(2);
	await end('a2');
	expect(begun).toEqual(['a1', 'a2', 'a3']);
	await end('a1');
	expect(begun).toEqual(['a1', 'a2', 'a3', 'a4']);
	expect(turns.waiting).toBe(0);
});

test('askers of one place take turns, however much one of them asks', async () => {
	const { ask, begun, end } = office({ alone: 1 });
	ask('a1 a2 a3 a4 b1 b2 c1');
	for (let i = 0; i < 6; i++) await end(begun.at(-1) ?? '');
	expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4']);
});

test('another place waits for nobody, and both have fewer at once for as long as both ask', async () => {
	const { ask, begun, end, look } = office({ longestMs: 20_000 });
	ask('a1 a2 a3 a4 a5');
	ask('b1 b2', { place: 'elsewhere', now: 5 });
	expect(begun).toEqual(['a1', 'a2', 'b1']);
	await end('a1', 5);
	expect(begun).toEqual(['a1', 'a2', 'b1']);
	await end('a2', 5);
	await look(15);
	expect(begun).toEqual(['a1', 'a2', 'b1', 'a3']);
	await end('b1', 15);
	await look(10_004);
	expect(begun.slice(4)).toEqual(['b2']);
	await look(10_005);
	expect(begun.slice(4)).toEqual(['b2', 'a4']);
});

test('a place where somebody waits rests for twice as long as its turn took, where others ask', async () => {
	const { ask, begun, end, look } = office({ beside: 1 });
	ask('b1', { place: 'elsewhere' });
	ask('a1 a2 a3');
	await end('a1', 20);
	await look(59);
	expect(begun).toEqual(['b1', 'a1']);
	ask('a4', { now: 59 });
	await look(60);
	expect(begun).toEqual(['b1', 'a1', 'a2']);
	// Nobody else asks any more: there is nobody to rest for.
	await end('a2', 10_060);
	expect(begun).toEqual(['b1', 'a1', 'a2', 'a3', 'a4']);
});

test('what an office asks for in the morning needs no rest; what is asked on and on does, until that was long ago', async () => {
	const { ask, begun, end, look } = office({ beside: 1, burstMs: 50 });
	ask('b1', { place: 'elsewhere' });
	ask('a1 a2 a3 a4');
	await end('a1', 30);
	await end('a2', 55);
	expect(begun).toEqual(['b1', 'a1', 'a2', 'a3']);
	// 30 ms, then 25 less the third of 25, then 30 less the third of 30: more than 50.
	await end('a3', 85);
	expect(begun.length).toBe(4);
	ask('b2', { place: 'elsewhere', now: 145 });
	ask('a5', { now: 145 });
	await look(145);
	expect(begun.at(-1)).toBe('a4');
	await end('a4', 146);
	expect(begun.at(-1)).toBe('a5');
});

test('of whom too many wait is sent away, and nobody else of the place; and he may come again', async () => {
	const { ask, begun, end } = office({ alone: 1, mostWaiting: 2 });
	ask('a1 a2 a3 a4 b1');
	expect(begun).toEqual(['a1', 'a4 is sent away']);
	await end('a1');
	ask('a4');
	for (const name of ['a2', 'b1', 'a3']) await end(name);
	expect(begun.slice(2)).toEqual(['a2', 'b1', 'a3', 'a4']);
});

test('who takes long keeps nobody waiting, and ends nobody else’s turn when he is done', async () => {
	const { ask, begun, end, look } = office({ alone: 1, longestMs: 100 });
	ask('a1 a2 a3');
	await look(99);
	expect(begun).toEqual(['a1']);
	await look(100);
	expect(begun).toEqual(['a1', 'a2']);
	await end('a1', 110);
	await look(199);
	expect(begun).toEqual(['a1', 'a2']);
	await end('a2', 199);
	expect(begun).toEqual(['a1', 'a2', 'a3']);
});

test('nobody’s turn is ended while nobody waits for it', async () => {
	const { ask, begun, end, look } = office({ alone: 1 });
	ask('a1');
	await look(10_000);
	ask('a2', { now: 10_000 });
	expect(begun).toEqual(['a1']);
	await end('a1', 10_000);
	expect(begun).toEqual(['a1', 'a2']);
});

test('keeps nothing of places where nobody has had a turn lately', async () => {
	const { turns, ask, end } = office();
	for (let i = 0; i < 10; i++) ask(`${i}`, { place: `p${i}` });
	expect(turns.size).toBe(10);
	for (let i = 0; i < 10; i++) await end(`${i}`, 5);
	await end('0', 6);
	ask('a', { place: 'another', now: 20_000 });
	expect(turns.size).toBe(1);
});

test('what a place owes is not forgotten because nobody waited there for a moment', async () => {
	const { ask, begun, end, look } = office({ alone: 1, beside: 1, burstMs: 100, longestMs: 20_000 });
	ask('b1', { place: 'elsewhere' });
	ask('a1');
	await end('a1', 300);
	ask('b2', { place: 'elsewhere', now: 300 });
	ask('a2 a3', { now: 310 });
	await end('a2', 320);
	await look(339);
	expect(begun).not.toContain('a3');
	await look(340);
	expect(begun).toContain('a3');
});
