import { expect, test } from 'vitest';
import { UnderWay } from './underWay.ts';

test('so many at once, each told when those before are done', async () => {
	const underWay = new UnderWay(2);
	const events: string[] = [];
	const doors: (() => void)[] = [];
	const piece = (name: string) => async (before: Promise<void>) => {
		events.push(`${name} begins`);
		await new Promise<void>((resolve) => doors.push(resolve));
		await before;
		events.push(`${name} ends`);
	};
	expect(underWay.isEmpty).toBe(true);
	await underWay.add(piece('a'));
	await underWay.add(piece('b'));
	const third = underWay.add(piece('c'));
	doors[1]?.();
	await Promise.resolve();
	expect(events).toEqual(['a begins', 'b begins']);
	doors[0]?.();
	await third;
	expect(events.slice(0, 3)).toEqual(['a begins', 'b begins', 'a ends']);
	doors[2]?.();
	await underWay.allDone();
	expect(events.at(-1)).toBe('c ends');
	expect(underWay.isEmpty).toBe(true);
});

test('what fails is told, and does not leave others unwatched', async () => {
	const underWay = new UnderWay(3);
	const doors: (() => void)[] = [];
	await underWay.add(async () => {
		await new Promise<void>((resolve) => doors.push(resolve));
		throw new Error('first');
	});
	await underWay.add((before) => before.then(() => undefined));
	doors[0]?.();
	await expect(underWay.allDone()).rejects.toThrow('first');
	expect(underWay.isEmpty).toBe(true);
	await expect(underWay.add(() => Promise.resolve())).rejects.toThrow('first');
});
