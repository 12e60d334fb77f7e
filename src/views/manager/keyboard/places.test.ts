import { expect, test } from 'vitest';
import { placesFor } from './places.ts';

const nowhere = () => Promise.resolve();
const places = [
	{ name: '退款与争议', slug: 'refunds', open: nowhere },
	{ name: 'Account security', slug: 'security', open: nowhere },
	{ name: 'Security of accounts', slug: 'more', open: nowhere }
];
const found = (typed: string) => placesFor(places, typed).map(({ slug }) => slug);

test('finds by parts of names and by slugs, those that begin with it first', () => {
	expect(found('')).toEqual(['refunds', 'security', 'more']);
	expect(found('退款')).toEqual(['refunds']);
	expect(found('REF')).toEqual(['refunds']);
	expect(found('acc')).toEqual(['security', 'more']);
	expect(found('accounts sec')).toEqual(['more']);
	expect(found('nothing')).toEqual([]);
});
