import { expect, test } from 'vitest';
import { formOf, reaches, ruleOf, rules, unstated } from './rules.ts';

const one = { people: 'viewer', keys: 'read', reach: 'one' } as const;
const page = { people: 'viewer', reach: 'one' } as const;

test.each([
	[one, null, 'b', true],
	[one, ['a'], 'a', true],
	[one, ['a'], 'b', false],
	[one, ['a'], 'a,b', false],
	[one, ['a', 'b'], 'a,b', true],
	[one, ['a'], 'all', true],
	[page, ['a'], 'all', false],
	[one, ['a'], undefined, false],
	[one, [], 'a', false],
	[{ ...one, reach: 'own' }, ['a'], undefined, true],
	[{ ...one, reach: 'none' }, [], undefined, true],
	[{ ...one, reach: 'all' }, ['a'], 'a', false],
	[{ ...one, reach: 'all' }, null, undefined, true]
] as const)('%o for %o at %s: %s', (rule, queues, named, may) => {
	expect(reaches(rule, queues && [...queues], named)).toBe(may);
});

test('the form is read from the address as the framework reads it', () => {
	expect(formOf(new URLSearchParams('/save'))).toBe('save');
	expect(formOf(new URLSearchParams('date=1&/remove=&/save'))).toBe('remove');
	expect(formOf(new URLSearchParams('save'))).toBe('default');
});

test('what is not stated is stated nowhere: other methods, forms and routes', () => {
	const settings = '/(manager)/dashboard/[queue]/settings';
	expect(ruleOf(settings, 'POST', 'default')).not.toBeNull();
	expect(ruleOf(settings, 'HEAD', null)).toBe(rules[settings]?.GET);
	expect(ruleOf(settings, 'POST', 'other')).toBeNull();
	expect(ruleOf(settings, 'PUT', null)).toBeNull();
	expect(ruleOf('/somewhere', 'GET', null)).toBeNull();
	expect(unstated).toEqual({ people: 'admin', keys: 'admin', reach: 'all' });
});
