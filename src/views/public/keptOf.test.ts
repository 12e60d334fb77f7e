import { expect, it } from 'vitest';
import { keptOf } from './keptOf.ts';

it('makes a thing once for each answer and name, and keeps a hundred', () => {
	const kept = keptOf<string>();
	let made = 0;
	const get = (answer: object, name: string) => kept(answer, name, () => `${name} ${made++}`);
	const [one, other] = [{}, {}];
	expect([get(one, 'a'), get(one, 'a'), get(one, 'b'), get(other, 'a')]).toEqual([
		'a 0',
		'a 0',
		'b 1',
		'a 2'
	]);
	for (let i = 0; i < 98; i++) get(one, `name ${i}`);
	const before = made;
	expect([get(one, 'name 97'), get(one, 'a')]).toEqual(['name 97 100', 'a 0']);
	expect(made).toBe(before);
	get(one, 'one more');
	expect(get(one, 'a'), 'forgotten with all others').toBe(`a ${before + 1}`);
	expect(get(one, 'one more')).toBe(`one more ${before}`);
});
